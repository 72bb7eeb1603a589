import type { Demand, Member } from '../clusters/cluster.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import { type Tally, together } from '../clusters/tally.ts';
import { isWorse } from '../effects/risk.ts';
import { partCall } from './part-call.ts';
import type { Judge } from './rung.ts';

/** Which parts of refused calls the refusals are about. */
export type Blame = {
  /** Parts that carry the risk of a refused call, or were all that it asked about: no rule may cover them. */
  readonly members: ReadonlySet<Member>;
  /** The refusals that are about any of these members; one of a whole call counts for each of its parts. */
  readonly refusals: (members: readonly Member[]) => Tally;
};

/**
 * A refusal of `git add -A && git push` is about the push: it attaches to the one part that carries the risk, and to the
 * whole call where no part is worse than the others.
 */
export function blameOf(demands: readonly Demand[], judge: Judge): Blame {
  const about = new Map<Member, Set<RecordedCall>>();
  const blamed = new Set<Member>();
  for (const demand of demands) {
    if (demand.call.refused.calls === 0) continue;
    const asked = demand.members.filter(({ need }) => need.kind !== 'nothing');
    const one = asked.length === 1 ? asked[0] : riskiest(asked, judge);
    if (one !== undefined) blamed.add(one);
    for (const member of one === undefined ? asked : [one]) {
      about.set(member, (about.get(member) ?? new Set()).add(demand.call));
    }
  }
  return {
    members: blamed,
    refusals: (members) => {
      const calls = new Set(members.flatMap((member) => [...(about.get(member) ?? [])]));
      return together([...calls].map(({ refused }) => refused));
    },
  };
}

/** The one part that is worse than all others; undefined where several are equally bad. */
function riskiest(members: readonly Member[], judge: Judge): Member | undefined {
  const judged = members.map((member) => ({ member, tier: judge.call(partCall(member)).tier }));
  const worst = judged.filter(({ tier }) => judged.every((other) => !isWorse(other.tier, tier)));
  return worst.length === 1 ? worst[0]?.member : undefined;
}
