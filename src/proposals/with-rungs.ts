import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { ruleOf } from './rule-of.ts';
import type { Rung } from './rung.ts';

/** The policy with the allow rules and guards of these rungs added to the local settings. */
export function withRungs(policy: CompiledPolicy, rungs: readonly Rung[]): CompiledPolicy {
  let after = policy;
  for (const { rule, guards } of rungs) {
    for (const added of [ruleOf('allow', rule), ...guards.map((guard) => ruleOf('ask', guard))]) {
      if (added !== undefined) after = withRule(after, added);
    }
  }
  return after;
}
