import { type CompiledPolicy, withRule } from './compile.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';
import { hostOf } from './fetch.ts';
import { absolute, relativeTo } from './path/place.ts';
import { parseRule, type Rule } from './rule.ts';
import { rejection } from './rule-validity.ts';
import { type ToolCall, textOf } from './tool-call.ts';

export type NarrowestRules =
  /** Allow rules that, added to local settings, let the call pass; the model says so. */
  | { readonly kind: 'rules'; readonly rules: readonly string[] }
  /** No allow rule lets this call pass. */
  | { readonly kind: 'none' };

/** The narrowest allow rules under which the call would have passed silently, checked by the model. */
export function narrowestRules(policy: CompiledPolicy, call: ToolCall, decision: Decision): NarrowestRules {
  const open = decision.parts.filter((part) => part.verdict === 'ask').map((part) => part.text);
  for (const texts of candidates(policy, call, open)) {
    const rules = texts.flatMap(localRule);
    if (rules.length < texts.length) continue;
    const extended = rules.reduce((before, rule) => withRule(before, rule), policy);
    if (decide(extended, call).verdict === 'allow') return { kind: 'rules', rules: texts };
  }
  return { kind: 'none' };
}

function localRule(text: string): readonly Rule[] {
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed' || rejection(text, 'allow') !== undefined) return [];
  return [{ list: 'allow', text, ...parsed.form, origin: { scope: 'local' } }];
}

/** Sets of rules worth trying, narrowest first. */
function candidates(
  policy: CompiledPolicy,
  call: ToolCall,
  open: readonly string[],
): readonly (readonly string[])[] {
  switch (call.tool) {
    case 'Bash':
      return bashCandidates(textOf(call, 'command') ?? '', open);
    case 'WebFetch':
      return [[`WebFetch(domain:${hostOf(textOf(call, 'url') ?? '') ?? ''})`]];
    case 'Skill':
      return [[`Skill(${textOf(call, 'skill') ?? ''})`]];
    case 'Read':
    case 'Grep':
    case 'Glob':
      return [[pathRuleText(policy, 'Read', call)], [call.tool]];
    case 'Edit':
    case 'Write':
    case 'NotebookEdit':
      return [[pathRuleText(policy, 'Edit', call)], [call.tool]];
    default:
      return [[call.tool]];
  }
}

function bashCandidates(command: string, open: readonly string[]): readonly (readonly string[])[] {
  const parts = [...new Set(open)];
  const exact = parts.map((part) => `Bash(${part})`);
  // Words of the command kept before the wildcard, most first.
  const prefixes = [3, 2, 1].map((kept) =>
    parts.map((part) => `Bash(${part.split(/\s+/).slice(0, kept).join(' ')} *)`),
  );
  return [exact, [`Bash(${command})`], ...prefixes];
}

/** A pattern for exactly the path of a call: from the workspace where it lies inside, else from the root. */
function pathRuleText(policy: CompiledPolicy, tool: 'Read' | 'Edit', call: ToolCall): string {
  const { home, workspace } = policy.surroundings;
  const written = textOf(call, 'file_path') ?? textOf(call, 'notebook_path') ?? textOf(call, 'path') ?? '';
  const path = absolute(written, call.cwd, home);
  const inside = relativeTo(workspace, path);
  return `${tool}(${inside === undefined || inside === '' ? `/${literal(path)}` : `/${literal(inside)}`})`;
}

/** The path with everything that gitignore would read as a pattern made plain. */
function literal(path: string): string {
  return path.replace(/[\\*?[\]!#]/g, '\\$&');
}
