import type { Clustering, Demand } from './clusters/cluster.ts';
import { type CompiledPolicy, withRule } from './permission/compile.ts';
import { type Decision, decide } from './permission/decide.ts';
import type { Rule } from './permission/rule.ts';

/** A recorded call with a part that a rule decides, and what becomes of the call with it. */
export type Covered = {
  readonly demand: Demand;
  readonly after: Decision;
  /** The parts that the rule decides. */
  readonly parts: readonly string[];
};

/** The recorded calls that would change, or hold a part that would, with one rule more. */
export function coveredBy(rule: Rule, { demands }: Clustering, policy: CompiledPolicy): readonly Covered[] {
  const changed = withRule(policy, rule);
  return demands.flatMap((demand) => {
    const after = decide(changed, demand.call.call);
    const parts = after.parts
      .filter(({ because }) => because.kind === 'rule' && because.rule === rule)
      .map(({ text }) => text);
    return parts.length === 0 ? [] : [{ demand, after, parts }];
  });
}
