import { type Answer, builtIn, byRule } from './answer.ts';
import { compareVersions } from './client-version.ts';
import { type CompiledPolicy, rulesFor } from './compile.ts';
import type { List, Rule } from './rule.ts';
import { type ToolCall, textOf } from './tool-call.ts';

/** Skills of the client that run without a rule, by version (recorded from clients 2.1.197 and 2.1.330). */
const FREE_SKILLS: readonly { readonly name: string; readonly since?: string; readonly until?: string }[] = [
  { name: 'init' },
  { name: 'review' },
  { name: 'verify' },
  { name: 'security-review', until: '2.1.330' },
  { name: 'code-review', since: '2.1.330' },
  { name: 'simplify', since: '2.1.330' },
  { name: 'run', since: '2.1.330' },
];

/** Decides a Skill call by its name and arguments, or leaves it open. */
export function decideSkill(policy: CompiledPolicy, call: ToolCall): Answer | undefined {
  const name = (textOf(call, 'skill') ?? '').replace(/^\//, '');
  const asTyped = [name, textOf(call, 'args') ?? ''].join(' ').trim();
  const strict = skillRule(policy, 'deny', name, asTyped);
  if (strict !== undefined) return byRule(strict);
  if (policy.surroundings.mode === 'bypassPermissions') return undefined;
  const allowed = skillRule(policy, 'allow', name, asTyped);
  if (allowed !== undefined) return byRule(allowed);
  if (isFree(policy, name)) return builtIn('allow', `the skill ${name} asks for nothing`);
  return undefined;
}

function isFree(policy: CompiledPolicy, name: string): boolean {
  if (policy.surroundings.files.plainSkills?.has(name) === true) return true;
  return FREE_SKILLS.some(
    (skill) =>
      skill.name === name &&
      (skill.since === undefined || compareVersions(policy.version, skill.since) >= 0) &&
      (skill.until === undefined || compareVersions(policy.version, skill.until) < 0),
  );
}

function skillRule(policy: CompiledPolicy, list: List, name: string, asTyped: string): Rule | undefined {
  return rulesFor(policy, list, 'Skill').find(({ rule }) => {
    const content = rule.content ?? '';
    const prefix = content.replace(/:\*$| \*$/, '');
    if (prefix === content) return content === name || content === asTyped;
    return name === prefix || name.startsWith(`${prefix}:`) || asTyped.startsWith(`${prefix} `);
  })?.rule;
}

/** Decides an Agent call by its type, or leaves it open; an ask rule with a type is ignored by the client (recorded). */
export function decideAgent(policy: CompiledPolicy, call: ToolCall): Answer | undefined {
  const type = textOf(call, 'subagent_type') ?? '';
  const denied = rulesFor(policy, 'deny', 'Agent').find(({ rule }) => rule.content === type)?.rule;
  return denied === undefined ? undefined : byRule(denied);
}
