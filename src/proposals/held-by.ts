import { isWorse } from '../effects/risk.ts';
import { type LetThrough, residualRisk } from '../effects/witnesses.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { ruleOf } from './rule-of.ts';
import type { Rung } from './rung.ts';

/** For each guard of a rule the worst call that it keeps behind a question, plain spellings before odd ones. */
export function heldBy(
  { rule: text, guards, risk }: Rung,
  policy: CompiledPolicy,
): ReadonlyMap<string, LetThrough> {
  const rule = ruleOf('allow', text);
  if (rule === undefined || guards.length === 0) return new Map();
  const { found } = residualRisk(rule, policy, policy.surroundings, 'every-spelling');
  const dangerous = found.filter((each) => isWorse(each.risk.tier, risk.tier));
  const allowed = withRule(policy, rule);
  const held = guards.flatMap((guard) => {
    const ask = ruleOf('ask', guard);
    const after = ask === undefined ? allowed : withRule(allowed, ask);
    const first = dangerous.find(({ call }) => decide(after, call).verdict !== 'allow');
    return first === undefined ? [] : [[guard, first] as const];
  });
  return new Map(held);
}
