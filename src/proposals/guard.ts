import type { Risk, Tier } from '../effects/effects.ts';
import { effectsOf } from '../effects/effects-of.ts';
import { isWorse, riskOf } from '../effects/risk.ts';
import { type LetThrough, residualRisk, toWitnesses } from '../effects/witnesses.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import type { Rule } from '../permission/rule.ts';
import { operandPatterns, operandVariants } from './operand-guard.ts';
import { ruleOf } from './rule-of.ts';
import type { Judgement } from './rung.ts';

const SAME_AS_BUILT_IN: Risk = { tier: 'inert', because: 'does what the client already runs unasked' };

/** More ask rules than this are no longer one decision. */
const MOST_GUARDS = 30;

/**
 * The rule with ask rules that take its dangerous variants back, proved: under them the effects model finds nothing
 * above the ceiling any more. Undefined where no guards can do that.
 */
export function guarded(
  rule: Rule,
  found: readonly LetThrough[],
  policy: CompiledPolicy,
  ceiling: Tier,
): Judgement | undefined {
  const dangerous = found.filter(({ risk }) => isWorse(risk.tier, ceiling));
  // Only a place can be fenced off by its spelling; what an operand makes a program run cannot.
  if (dangerous.some(({ spelling, risk }) => spelling === undefined && risk.tier !== 'outside'))
    return undefined;
  const guards = guardsFor(rule, dangerous);
  if (guards.length === 0 || guards.length > MOST_GUARDS) return undefined;
  const after = withGuards(policy, guards);
  const left = residualRisk(rule, after, policy.surroundings, 'every-spelling');
  if (left.found.some(({ risk }) => isWorse(risk.tier, ceiling))) return undefined;
  if (dangerous.some((each) => slipsThrough(each, { rule, after, ceiling }))) return undefined;
  // Nothing found that the client would not run by itself: the rule adds only spellings of the same.
  const risk = left.found.length === 0 ? SAME_AS_BUILT_IN : { tier: left.tier, because: left.because };
  return isWorse(risk.tier, ceiling) ? undefined : { guards, risk, witnesses: toWitnesses(left.found) };
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

/** Behind the fixed words of the rule: each dangerous flag in its shortest spelling, each kind of dangerous operand. */
function guardsFor(rule: Rule, dangerous: readonly LetThrough[]): readonly string[] {
  const start = (rule.content ?? '').replace(/(?::\*| \*)$/, '');
  const spellings = dangerous.flatMap(({ spelling }) => spelling ?? []);
  const bundled = new Set(dangerous.flatMap((each) => (isBundled(each) ? each.spelling : [])));
  const operands = dangerous.flatMap(({ spelling, text }) => (spelling === undefined ? [text] : []));
  const patterns = [
    ...shortest(spellings).flatMap((spelling) => flagPatterns(spelling, bundled.has(spelling))),
    ...operandPatterns(operands.map((text) => text.slice(start.length))),
  ];
  return patterns.map((pattern) => `Bash(${start} ${pattern})`);
}

/** The letter stands behind another one in the same word: `-ve` for `-v -e`. */
function isBundled({ spelling, text }: LetThrough): boolean {
  if (spelling === undefined || spelling.length !== 2) return false;
  return !text.includes(` ${spelling}`) && !text.includes(`"${spelling}`);
}

function shortest(spellings: readonly string[]): readonly string[] {
  const sorted = [...new Set(spellings)].sort(
    (one, other) => one.length - other.length || (one < other ? -1 : 1),
  );
  return sorted.filter(
    (spelling, index) =>
      !sorted.slice(0, index).some((earlier) => earlier.length > 2 && spelling.includes(earlier)),
  );
}

/**
 * A long flag is looked for anywhere. A single letter only where a word begins with it; where letters can be bundled no
 * pattern tells a bundle from what follows, so the letter is looked for anywhere behind a dash: too often, never too
 * rarely.
 */
function flagPatterns(spelling: string, bundled: boolean): readonly string[] {
  if (spelling.length > 2) return [`*${spelling}*`];
  const [dash = '-', letter = ''] = spelling;
  const word = bundled ? `${dash}*${letter}` : spelling;
  return [`${word}*`, `* ${word}*`];
}
