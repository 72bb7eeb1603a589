import type { Risk, Tier } from '../effects/effects.ts';
import { effectsOf } from '../effects/effects-of.ts';
import { isWorse, riskOf } from '../effects/risk.ts';
import { type LetThrough, residualRisk, toWitnesses } from '../effects/witnesses.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import type { Rule } from '../permission/rule.ts';
import { ANY_FLAG, flagPatterns } from './flag-guard.ts';
import { operandPatterns, operandVariants, sparingDots } from './operand-guard.ts';
import { ruleOf } from './rule-of.ts';
import type { Judgement } from './rung.ts';
import { sparedFlags } from './spared-flags.ts';

const SAME_AS_BUILT_IN: Risk = { tier: 'inert', because: 'does what the client already runs unasked' };

/** More ask rules than this are no longer one decision. */
const MOST_GUARDS = 14;

/** This share of the approved commands is worth a card that can be read. */
const HARDLY_MORE = 0.05;

/** A rule to be fenced, what it lets through, and what people approved of it. */
export type Fencing = {
  readonly rule: Rule;
  readonly found: readonly LetThrough[];
  readonly policy: CompiledPolicy;
  readonly ceiling: Tier;
  /** Recorded commands that were let pass: a wide guard must not cost them. */
  readonly approved: readonly string[];
};

/**
 * The rule with ask rules that take its dangerous variants back, proved: under them the effects model finds nothing
 * above the ceiling any more. The fewest guards that cost no approved command; undefined where no guards can do it.
 */
export function guarded(fencing: Fencing): Judgement | undefined {
  const { rule, found, ceiling } = fencing;
  const dangerous = found.filter(({ risk }) => isWorse(risk.tier, ceiling));
  const start = (rule.content ?? '').replace(/(?::\*| \*)$/, '');
  const operands = dangerous.filter(({ spelling }) => spelling === undefined);
  const around = operandPatterns(
    operands.map((each) => ({ tail: each.text.slice(start.length), harm: harmOf(each, start, fencing) })),
  );
  if (around === undefined) return undefined;
  const flags = dangerous.flatMap(flagOf);
  const spared = sparedFlags(start, fencing.approved);
  const harmless = spared.flags.filter((name) => !flags.some(({ spelling }) => spelling === name));
  const precise = flagPatterns(flags, { ...spared, flags: harmless });
  const places = [around, sparingDots(around)];
  const sets =
    precise.length === 0
      ? places
      : places.flatMap((place) => [
          [ANY_FLAG, ...place],
          [...precise, ...place],
        ]);
  const guardSets = sets.map((patterns) => patterns.map((pattern) => `Bash(${start}${pattern})`));
  for (const guards of inOrder(guardSets, fencing)) {
    const judgement = proved(guards, dangerous, fencing);
    if (judgement !== undefined) return judgement;
  }
  return undefined;
}

/**
 * A program that runs the project's own code by itself (pytest, jest) does harm with an operand from elsewhere only by
 * its place. One that runs nothing without an operand is told what to run by it: no fence makes that the project's.
 */
function harmOf({ call, text, risk }: LetThrough, start: string, { policy }: Fencing): Tier {
  if (risk.tier !== 'anything' || !/ (?:[/~]|\.\.\/)\S*$/.test(text)) return risk.tier;
  const tierOf = (command: string): Tier =>
    riskOf(effectsOf({ ...call, input: { command } }, policy.surroundings)).tier;
  const runsItself = tierOf(start) === 'project-code';
  return runsItself && tierOf(text.replace(/ \S+$/, ' x')) === 'project-code' ? 'outside' : risk.tier;
}

/** What costs the fewest approved commands, but shorter sets before those that save hardly more. */
function inOrder(sets: readonly (readonly string[])[], fencing: Fencing): readonly (readonly string[])[] {
  const { approved } = fencing;
  const weighed = sets
    .filter((guards) => guards.length > 0 && guards.length <= MOST_GUARDS)
    .map((guards) => ({ guards, lost: lostTo(guards, fencing) }));
  const least = Math.min(...weighed.map(({ lost }) => lost));
  const cheap = ({ lost }: { readonly lost: number }): number =>
    lost - least <= HARDLY_MORE * approved.length ? 0 : 1;
  return weighed
    .sort((one, other) => cheap(one) - cheap(other) || one.guards.length - other.guards.length)
    .map(({ guards }) => guards);
}

function lostTo(guards: readonly string[], { approved, policy, rule }: Fencing): number {
  const after = withGuards(withRule(policy, rule), guards);
  return approved.filter((command) => !passes(command, after)).length;
}

function passes(command: string, policy: CompiledPolicy): boolean {
  const cwd = policy.surroundings.workspace;
  return decide(policy, { tool: 'Bash', input: { command }, cwd }).verdict === 'allow';
}

function proved(
  guards: readonly string[],
  dangerous: readonly LetThrough[],
  { rule, found, policy, ceiling }: Fencing,
): Judgement | undefined {
  const after = withGuards(policy, guards);
  const left = residualRisk(rule, after, policy.surroundings, 'every-spelling');
  if (left.found.some(({ risk }) => isWorse(risk.tier, ceiling))) return undefined;
  if (dangerous.some((each) => slipsThrough(each, { rule, after, ceiling }))) return undefined;
  const risk =
    left.found.length === 0 ? mildPart(found, ceiling) : { tier: left.tier, because: left.because };
  return isWorse(risk.tier, ceiling) ? undefined : { guards, risk, witnesses: toWitnesses(left.found) };
}

/**
 * The guards catch every call that was tried, so the harmless ones without them speak. Where there are none either, the
 * client runs all of them by itself: the rule adds only spellings of the same.
 */
function mildPart(found: readonly LetThrough[], ceiling: Tier): Risk {
  return found
    .filter(({ risk }) => !isWorse(risk.tier, ceiling))
    .reduce<Risk>((worst, { risk }) => (isWorse(risk.tier, worst.tier) ? risk : worst), SAME_AS_BUILT_IN);
}

export function withGuards(policy: CompiledPolicy, guards: readonly string[]): CompiledPolicy {
  return guards.reduce((after, text) => {
    const guard = ruleOf('ask', text);
    return guard === undefined ? after : withRule(after, guard);
  }, policy);
}

type Proof = { readonly rule: Rule; readonly after: CompiledPolicy; readonly ceiling: Tier };

/** Another way to write the same operand that the guards miss. */
function slipsThrough({ call, text, spelling }: LetThrough, { rule, after, ceiling }: Proof): boolean {
  if (spelling !== undefined) return false;
  const policy = withRule(after, rule);
  return operandVariants(text, after.surroundings.home).some((command) => {
    const variant = { ...call, input: { command } };
    const { tier } = riskOf(effectsOf(variant, after.surroundings));
    return isWorse(tier, ceiling) && decide(policy, variant).verdict === 'allow';
  });
}

function flagOf({ spelling, text }: LetThrough) {
  if (spelling === undefined) return [];
  // The letter stands behind another one in the same word where it does not begin one.
  const bundled = spelling.length === 2 && !text.includes(` ${spelling}`) && !text.includes(`"${spelling}`);
  return [{ spelling, bundled }];
}
