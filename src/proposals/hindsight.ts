import { clusterCalls, type Demand } from '../clusters/cluster.ts';
import type { NamingWords } from '../clusters/key.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { choose, isOpen } from './choose.ts';
import { climb } from './climb.ts';
import { sidesOf } from './compose.ts';
import type { Limits } from './limits.ts';
import type { Judge, Rung } from './rung.ts';
import { withRungs } from './with-rungs.ts';
import type { PlanRequest } from './workings.ts';

/** One use is support enough. */
export const ONE_USE = { calls: 1, sessions: 1, days: 0 } as const;

type Hindsight = {
  readonly policy: CompiledPolicy;
  readonly judge: Judge;
  readonly naming: NamingWords;
  readonly limits: Limits;
  /** Every call of both parts: nothing that was ever refused may pass. */
  readonly recorded: readonly RecordedCall[];
};

/**
 * Prompts that any rules within the risk ceiling could have removed, however rare their use and however many they are,
 * in the better of the two plans that the composition permits. No rule that would let a refused call pass.
 */
export function ceilingOf(heldOut: readonly RecordedCall[], request: Hindsight): number {
  const { policy, naming, judge, limits, recorded } = request;
  const clustering = clusterCalls(heldOut, policy, naming);
  const rungs = climb(clustering, policy, judge, { ...limits, ...ONE_USE });
  const refused = recorded.filter((call) => call.refused.calls > 0);
  const acceptable = rungs.filter(
    (rung) => !rung.contested && limits.tiers.includes(rung.risk.tier) && !opensOne(rung, refused, policy),
  );
  const removed = (side: readonly Rung[]): number =>
    clustering.demands
      .filter((demand) => isOpen(demand) && canPass(demand, side, policy))
      .reduce((sum, { call }) => sum + call.uses - call.refused.calls, 0);
  return Math.max(...sidesOf(acceptable, policy).map(removed));
}

/** Held-out prompts that the rules of each side remove, and those that both remove together. */
export type SidesWorth = { readonly editing: number; readonly running: number; readonly both: number };

/** What the composition costs: what each side of it is worth, and what both would be if a person accepted that. */
export function sidesWorth(request: PlanRequest, heldOut: readonly RecordedCall[]): SidesWorth {
  const { policy, naming, judge, limits } = request;
  const { clusters, demands } = clusterCalls(request.calls, policy, naming);
  const rungs = climb({ clusters, demands }, policy, judge, limits).filter(
    ({ risk, contested }) => !contested && limits.tiers.includes(risk.tier),
  );
  const removed = (side: readonly Rung[] | undefined): number => {
    const after = withRungs(policy, choose(demands, side ?? [], limits));
    return heldOut.reduce((sum, call) => sum + (isNewlyAllowed(call, policy, after) ? call.uses : 0), 0);
  };
  const [editing, running] = sidesOf(rungs, policy);
  return { editing: removed(editing), running: removed(running), both: removed(rungs) };
}

/** Some of the rungs, those with the fewest guards for each part, let the whole call pass. */
function canPass({ call, members }: Demand, side: readonly Rung[], policy: CompiledPolicy): boolean {
  const needed = members.filter(({ need }) => need.kind === 'rule');
  const taken = needed.map((member) => leastGuarded(side.filter(({ covers }) => covers.has(member))));
  const rungs = taken.filter((rung) => rung !== undefined);
  return rungs.length === needed.length && isNewlyAllowed(call, policy, withRungs(policy, rungs));
}

function leastGuarded([first, ...others]: readonly Rung[]): Rung | undefined {
  return others.reduce(
    (best, rung) => (best !== undefined && rung.guards.length < best.guards.length ? rung : best),
    first,
  );
}

/** With the rule and its guards alone, some refused call would pass. */
function opensOne(rung: Rung, refused: readonly RecordedCall[], policy: CompiledPolicy): boolean {
  const after = withRungs(policy, [rung]);
  return refused.some((call) => isNewlyAllowed(call, policy, after));
}

/** The call asks before and passes after. */
export function isNewlyAllowed(call: RecordedCall, before: CompiledPolicy, after: CompiledPolicy): boolean {
  return decide(before, call.call).verdict === 'ask' && decide(after, call.call).verdict === 'allow';
}
