import { type Answer, builtIn, byRule } from './answer.ts';
import { has } from './changes.ts';
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

/** Skills that answer to two names (recorded from client 2.1.330). */
const ALIASES: readonly (readonly [string, string])[] = [['review', 'code-review']];

/**
 * Decides a Skill call by its name, or leaves it open. Arguments play no part, and the client ignores ask rules with a
 * content (recorded from clients 2.1.197 and 2.1.330).
 */
export function decideSkill(policy: CompiledPolicy, call: ToolCall): Answer | undefined {
  const name = withoutSlash(textOf(call, 'skill') ?? '');
  const denied = skillRule(policy, 'deny', namesOf(policy, name));
  if (denied !== undefined) return byRule(denied);
  if (policy.surroundings.mode === 'bypassPermissions') return undefined;
  const allowed = skillRule(policy, 'allow', [name]);
  if (allowed !== undefined) return byRule(allowed);
  return isFree(policy, name) ? builtIn('allow', `the skill ${name} asks for nothing`) : undefined;
}

function namesOf(policy: CompiledPolicy, name: string): readonly string[] {
  const pair = has(policy, 'skill-aliases') ? ALIASES.find((names) => names.includes(name)) : undefined;
  return pair ?? [name];
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

/** `Skill(name)` is one skill, `Skill(na:*)` and `Skill(na *)` all that start so; in deny also `Skill(skill:name)`. */
function skillRule(policy: CompiledPolicy, list: List, names: readonly string[]): Rule | undefined {
  return rulesFor(policy, list, 'Skill').find(({ rule }) => {
    const written = rule.content ?? '';
    const content = withoutSlash(list === 'deny' ? written.replace(/^skill:/, '') : written);
    const prefix = /^(.+)(?::| )\*$/s.exec(content)?.[1];
    return names.some((name) => (prefix === undefined ? name === content : name.startsWith(prefix)));
  })?.rule;
}

function withoutSlash(name: string): string {
  return name.replace(/^\//, '');
}
