import type { RecordedCall } from '../clusters/recorded-call.ts';
import { exact } from '../effects/arg.ts';
import { readInvocation } from '../effects/invocation.ts';
import { describedAs, words } from '../effects/lookup.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import type { Rule } from '../permission/rule.ts';
import { ruleOf } from './rule-of.ts';

/** How much of what rules newly allow was used: templates, that is flags of a command and folders of a path rule. */
export type Grant = { readonly space: number; readonly used: number };

type Uses = {
  /** The calls that may have used the rules. */
  readonly used: readonly RecordedCall[];
  /** Every recorded call: the folders that a path rule could have been used for. */
  readonly recorded: readonly RecordedCall[];
  /** The policy without the rules, but with the ask rules that belong to them. */
  readonly policy: CompiledPolicy;
};

/**
 * The template space that allow rules open and what these calls used of it. For a command: the plain form and each
 * described flag that then passes, guards counted. For a path rule: each folder that any recorded call ever touched. For
 * everything else: one.
 */
export function grantOf(rules: readonly string[], { used, recorded, policy }: Uses): Grant {
  const asked = (calls: readonly RecordedCall[]) =>
    calls.filter((call) => decide(policy, call.call).verdict === 'ask').map((call) => call.call);
  const [usedCalls, recordedCalls] = [asked(used), asked(recorded)];
  const grants = rules.map((text): Grant => {
    const rule = ruleOf('allow', text);
    if (rule === undefined) return { space: 0, used: 0 };
    const after = withRule(policy, rule);
    const templates = (calls: typeof usedCalls): ReadonlySet<string> =>
      new Set(
        calls
          .flatMap((call) => decide(after, call).parts)
          .filter(({ because }) => because.kind === 'rule' && because.rule.text === text)
          .flatMap((part) => templatesOf(part.text, rule.tool)),
      );
    const own = templates(usedCalls);
    const space = rule.tool === 'Bash' ? flagsOpen(rule, after) : templates(recordedCalls).size;
    return { space: Math.max(space, own.size, 1), used: own.size };
  });
  return grants.reduce((sum, { space, used: own }) => ({ space: sum.space + space, used: sum.used + own }), {
    space: 0,
    used: 0,
  });
}

/** The folder of a path; of a command its flags, or the plain form where it has none. */
function templatesOf(text: string, tool: string): readonly string[] {
  if (tool !== 'Bash') return [text.slice(0, text.lastIndexOf('/') + 1)];
  const flags = text.match(/(?<=\s)--?[A-Za-z][\w-]*/g) ?? [];
  return flags.length === 0 ? [''] : flags;
}

/** The plain form and every described flag with which the command at the start of the rule passes. */
function flagsOpen({ content = '' }: Rule, after: CompiledPolicy): number {
  if (!content.endsWith('*')) return 1;
  const start = content.replace(/[: ]\*$/, '');
  const [program = '', ...fixed] = start.split(' ');
  const description = describedAs(program);
  if (description === undefined) return 1;
  const part = readInvocation(description, fixed.map(exact)).parts.at(-1) ?? description;
  const named = [part.switches, part.settings, ...(part.flags ?? []).map(({ names }) => names)];
  const cwd = after.surroundings.workspace;
  const passes = (flag: string): boolean =>
    decide(after, { tool: 'Bash', input: { command: `${start} ${flag}` }, cwd }).verdict === 'allow';
  return 1 + named.flatMap((names) => words(names)).filter(passes).length;
}
