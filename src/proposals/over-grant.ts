import type { RecordedCall } from '../clusters/recorded-call.ts';
import { exact } from '../effects/arg.ts';
import { readInvocation } from '../effects/invocation.ts';
import { describedAs, words } from '../effects/lookup.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide, textOfCall } from '../permission/decide.ts';
import { ruleOf } from './rule-of.ts';

/** How much of what rules newly allow was used: templates, that is flags of a command and folders of a path rule. */
export type Grant = { readonly space: number; readonly used: number };

/**
 * The template space that allow rules open and what these calls used of it. For a command: the plain form and each
 * described flag. For a path rule: each folder that any recorded call ever touched. For everything else: one.
 */
export function grantOf(
  rules: readonly string[],
  {
    used,
    recorded,
    policy,
  }: { used: readonly RecordedCall[]; recorded: readonly RecordedCall[]; policy: CompiledPolicy },
): Grant {
  const asked = (calls: readonly RecordedCall[]) =>
    calls.filter((call) => decide(policy, call.call).verdict === 'ask').map((call) => call.call);
  const [usedCalls, recordedCalls] = [asked(used), asked(recorded)];
  const grants = rules.map((text): Grant => {
    const rule = ruleOf('allow', text);
    if (rule === undefined) return { space: 0, used: 0 };
    const after = withRule(policy, rule);
    const passing = (calls: typeof usedCalls) =>
      calls.filter((call) => decide(after, call).parts.some(({ because }) => because.kind === 'rule'));
    const templates = new Set(passing(usedCalls).map((call) => templateOf(textOfCall(call), rule.tool)));
    const known = new Set(passing(recordedCalls).map((call) => templateOf(textOfCall(call), rule.tool)));
    const space = rule.tool === 'Bash' ? flagsOpen(rule.content ?? '') : known.size;
    return { space: Math.max(space, templates.size, 1), used: templates.size };
  });
  return grants.reduce((sum, { space, used: own }) => ({ space: sum.space + space, used: sum.used + own }), {
    space: 0,
    used: 0,
  });
}

/** The folder of a path; of a command its first flag, or the plain form. */
function templateOf(text: string, tool: string): string {
  if (tool !== 'Bash') return text.slice(0, text.lastIndexOf('/') + 1);
  return /\s(--?[A-Za-z][\w-]*)/.exec(text)?.[1] ?? '';
}

/** The plain form and every flag that the description names for the command at the start of the rule. */
function flagsOpen(content: string): number {
  if (!content.endsWith('*')) return 1;
  const [program = '', ...fixed] = content.replace(/[: ]\*$/, '').split(' ');
  const description = describedAs(program);
  if (description === undefined) return 1;
  const part = readInvocation(description, fixed.map(exact)).parts.at(-1) ?? description;
  const named = [part.switches, part.settings].flatMap((names) => words(names));
  return 1 + named.length + (part.flags ?? []).length;
}
