import type { Risk, Tier } from '../effects/effects.ts';
import { effectsOf } from '../effects/effects-of.ts';
import { isWorse, riskOf } from '../effects/risk.ts';
import { residualRisk, toWitnesses } from '../effects/witnesses.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import type { ToolCall } from '../permission/tool-call.ts';
import { guarded } from './guard.ts';
import { ruleOf } from './rule-of.ts';
import type { Judge, Judgement } from './rung.ts';

/** The worst tier that a guarded rule may keep. */
const CEILING: Tier = 'project-code';

const NOT_A_RULE: Judgement = {
  guards: [],
  risk: { tier: 'unknown', because: 'is no rule that the client accepts' },
  witnesses: [],
};

/** The effects model under one policy; what was judged once is remembered. */
export function judgeIn(policy: CompiledPolicy): Judge {
  const rules = new Map<string, Judgement>();
  const calls = new WeakMap<ToolCall, Risk>();
  return {
    rule: (text, approved = []) => {
      const known = rules.get(text) ?? judgeRule(text, approved, policy);
      rules.set(text, known);
      return known;
    },
    call: (call) => {
      const known = calls.get(call) ?? riskOf(effectsOf(call, policy.surroundings));
      calls.set(call, known);
      return known;
    },
  };
}

/** A rule above the ceiling is tried with guards; where those do not bring it below, it is judged without them. */
function judgeRule(text: string, approved: readonly string[], policy: CompiledPolicy): Judgement {
  const rule = ruleOf('allow', text);
  if (rule === undefined) return NOT_A_RULE;
  const bare = residualRisk(rule, policy, policy.surroundings, 'one-spelling');
  const plain = {
    guards: [],
    risk: { tier: bare.tier, because: bare.because },
    witnesses: toWitnesses(bare.found),
  };
  if (!isWorse(bare.tier, CEILING) || bare.tier === 'unknown') return plain;
  const { found } = residualRisk(rule, policy, policy.surroundings, 'every-spelling');
  return guarded({ rule, found, policy, ceiling: CEILING, approved }) ?? plain;
}
