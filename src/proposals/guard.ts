import type { Tier } from '../effects/effects.ts';
import { isWorse } from '../effects/risk.ts';
import { type LetThrough, residualRisk, toWitnesses } from '../effects/witnesses.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import type { Rule } from '../permission/rule.ts';
import { ruleOf } from './rule-of.ts';
import type { Judgement } from './rung.ts';

/** More ask rules than this are no longer one decision. */
const MOST_GUARDS = 12;

/**
 * The rule with ask rules that take its dangerous variants back, proved: under them the effects model finds nothing
 * above the ceiling any more. Undefined where no guards can do that: the danger is in an operand, or needs too many.
 */
export function guarded(
  rule: Rule,
  found: readonly LetThrough[],
  policy: CompiledPolicy,
  ceiling: Tier,
): Judgement | undefined {
  const dangerous = found.filter(({ risk }) => isWorse(risk.tier, ceiling));
  if (dangerous.some(({ spelling }) => spelling === undefined)) return undefined;
  const guards = guardsFor(rule, dangerous);
  if (guards.length > MOST_GUARDS) return undefined;
  const after = withGuards(policy, guards);
  const left = residualRisk(rule, after, policy.surroundings);
  if (isWorse(left.tier, ceiling)) return undefined;
  return { guards, risk: { tier: left.tier, because: left.because }, witnesses: toWitnesses(left.found) };
}

export function withGuards(policy: CompiledPolicy, guards: readonly string[]): CompiledPolicy {
  return guards.reduce((after, text) => {
    const guard = ruleOf('ask', text);
    return guard === undefined ? after : withRule(after, guard);
  }, policy);
}

/** `Bash(git log *--outp*)`: behind the fixed words of the rule, the shortest spelling that covers the others. */
function guardsFor(rule: Rule, dangerous: readonly LetThrough[]): readonly string[] {
  const start = (rule.content ?? '').replace(/(?::\*| \*)$/, '');
  const spellings = [...new Set(dangerous.map(({ spelling = '' }) => spelling))].sort(
    (one, other) => one.length - other.length || (one < other ? -1 : 1),
  );
  const shortest = spellings.filter(
    (spelling, index) => !spellings.slice(0, index).some((earlier) => covers(earlier, spelling)),
  );
  return shortest.flatMap((spelling) => patterns(spelling).map((pattern) => `Bash(${start} ${pattern})`));
}

function covers(short: string, long: string): boolean {
  return short.length > 2 && long.includes(short);
}

/** A long flag is looked for anywhere; a single letter only where a word begins with it or bundles it. */
function patterns(spelling: string): readonly string[] {
  if (spelling.length > 2) return [`*${spelling}*`];
  return [`${spelling}*`, `* ${spelling}*`];
}
