import type { Clustering, Member } from '../clusters/cluster.ts';
import { isWorse } from '../effects/risk.ts';
import { residualRisk } from '../effects/witnesses.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import type { Rule } from '../permission/rule.ts';
import { letPass } from './climb.ts';
import { withGuards } from './guard.ts';
import { candidates, exactRule } from './ladder.ts';
import { ruleOf } from './rule-of.ts';
import type { Candidate, Judge } from './rung.ts';

/** What a narrower rule is found from, beside the rule and its use. */
export type Narrowing = {
  readonly clustering: Clustering;
  /** The policy without the allow rules that are looked at. */
  readonly without: CompiledPolicy;
  readonly judge: Judge;
  /** The policy with the narrower rules that stay or were put in the place of others. */
  readonly kept: CompiledPolicy;
};

/** What takes the place of a rule: allow rules, the ask rules that belong to them, and why. */
export type Narrower = {
  readonly with: readonly string[];
  readonly guards: readonly string[];
  readonly because: string;
};

/** A rule is not replaced by more than this many: a longer list is not easier to trust. */
const MOST_IN_PLACE = 6;

/** What takes the place of a rule that lets through more than may be proposed; undefined where nothing narrower is there. */
export function narrowed(rule: Rule, all: readonly Member[], narrowing: Narrowing): Narrower | undefined {
  const { without, judge, kept } = narrowing;
  const { tier, because } = residualRisk(rule, without, without.surroundings, 'one-spelling');
  if (!isWorse(tier, 'project-code')) return undefined;
  const { workspace } = without.surroundings;
  if (all.every((member) => exactRule(member, workspace) === rule.text)) return undefined;
  const passing = new Set(letPass(all, kept));
  const used = letPass(all, withRule(kept, rule)).filter((member) => !passing.has(member));
  const ways = [fenced(rule, used, narrowing), replaced(rule, used, narrowing)];
  const made = ways
    .filter((way) => way !== undefined)
    .sort((one, other) => one.left - other.left || one.rules.length - other.rules.length)[0];
  if (made === undefined) return undefined;
  const { rules, left } = made;
  const guards = [...new Set(rules.flatMap((text) => judge.rule(text).guards))];
  const rest =
    used.length === 0
      ? 'the narrower rules beside it cover its use'
      : left === 0
        ? rules.includes(rule.text)
          ? 'with its dangerous variants behind a question it still covers its use'
          : 'what takes its place covers its use'
        : rules.length === 0
          ? 'no narrow rule covers its use, which asks again'
          : `of its use ${left === 1 ? 'one form asks' : `${left} forms ask`} again`;
  return { with: rules, guards, because: `it ${because}; ${rest}` };
}

/** The rules in place of another one, and how many forms of its use they leave out. */
type Replacement = { readonly rules: readonly string[]; readonly left: number };

/** The rule as it is, where guards alone make it mild. */
function fenced(rule: Rule, used: readonly Member[], { judge, without }: Narrowing): Replacement | undefined {
  const { guards, risk } = judge.rule(
    rule.text,
    used.map(({ text }) => text),
  );
  if (guards.length === 0 || isWorse(risk.tier, 'project-code')) return undefined;
  const passed = letPass(used, withRule(withGuards(without, guards), rule));
  return { rules: [rule.text], left: used.length - passed.length };
}

/** Narrow rules for what was used, exact ones where a form was used again. */
function replaced(
  rule: Rule,
  used: readonly Member[],
  { clustering, without, judge }: Narrowing,
): Replacement | undefined {
  const seen = new Set(used);
  const own = clustering.clusters
    .map((cluster) => ({ ...cluster, members: cluster.members.filter((member) => seen.has(member)) }))
    .filter(({ members }) => members.length > 0);
  const options = candidates(own, without.surroundings).filter(({ rule: text }) => text !== rule.text);
  const guardCount = (option: Candidate): number => judge.rule(option.rule).guards.length;
  // Among rules that cover the same, the one with fewer guards is the narrower.
  const mild = options
    .filter((option) => !isWorse(judge.rule(option.rule).risk.tier, 'project-code'))
    .sort((one, other) => guardCount(one) - guardCount(other) || (one.rule < other.rule ? -1 : 1));
  const chosen = cover(used, mild, without);
  const again = chosen.left.filter((member) => usesOf([member]) > 1);
  const exact = again.map((member) => exactRule(member, without.surroundings.workspace));
  const rules = [...new Set([...chosen.rules, ...exact.filter((text) => text !== undefined)])].slice(
    0,
    MOST_IN_PLACE,
  );
  if (rules.includes(rule.text)) return undefined;
  const named = rules.map((text) => ruleOf('allow', text)).filter((each) => each !== undefined);
  const after = named.reduce((policy, each) => withRule(policy, each), without);
  return { rules, left: used.length - letPass(used, after).length };
}

export function usesOf(members: readonly Member[]): number {
  const calls = new Set(members.flatMap((member) => member.calls));
  return [...calls].reduce((sum, { approved, needed }) => sum + approved.calls + needed.calls, 0);
}

/** Fewest of the mild rules that cover the members, the one that covers most first; what is left over stays. */
function cover(
  used: readonly Member[],
  options: readonly Candidate[],
  without: CompiledPolicy,
): { readonly rules: readonly string[]; readonly left: readonly Member[] } {
  const rules: string[] = [];
  let left = used;
  for (;;) {
    const best = options
      .map((option) => ({ option, covers: option.from.filter((member) => left.includes(member)) }))
      .sort((one, other) => other.covers.length - one.covers.length)[0];
    const rule = best === undefined ? undefined : ruleOf('allow', best.option.rule);
    if (best === undefined || rule === undefined || best.covers.length < 2) return { rules, left };
    const passed = new Set(letPass(best.covers, withRule(without, rule)));
    if (passed.size === 0) return { rules, left };
    rules.push(best.option.rule);
    left = left.filter((member) => !passed.has(member));
  }
}
