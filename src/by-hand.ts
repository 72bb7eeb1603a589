import type { Clustering } from './clusters/cluster.ts';
import { badness } from './effects/risk.ts';
import type { Trial } from './examination.ts';
import { candidates } from './proposals/ladder.ts';
import type { Proposal, StaysWithYou } from './proposals/proposal.ts';
import { stableId } from './proposals/stable-id.ts';
import type { PlanRequest } from './proposals/workings.ts';

/** Weighing takes a moment each: those made from most calls come first. */
const MOST_WEIGHED = 12;

type Workshop = {
  readonly request: PlanRequest;
  readonly clustering: Clustering;
  readonly weigh: (rule: string) => Trial;
};

/**
 * A rule for what stays with the person, taken in by hand: of those that would save anything the mildest, of equally
 * mild ones the one that saves most. Undefined where no static rule lets any of it pass.
 */
export function byHand(stay: StaysWithYou, { request, clustering, weigh }: Workshop): Proposal | undefined {
  const best = candidates(clustering.clusters, request.policy.surroundings)
    .filter(({ from }) => from.some(({ tool, text }) => tool === stay.tool && stay.examples.includes(text)))
    .toSorted((one, other) => other.from.length - one.from.length)
    .slice(0, MOST_WEIGHED)
    .map(({ rule }) => weigh(rule))
    .filter(({ problem, promptsSaved, refusals }) => problem === undefined && promptsSaved + refusals > 0)
    .toSorted(
      (one, other) => badness(one.tier) - badness(other.tier) || other.promptsSaved - one.promptsSaved,
    )[0];
  return best === undefined ? undefined : proposalOf(best, stay);
}

function proposalOf({ rule, tier, refusals, promptsSaved, worst }: Trial, stay: StaysWithYou): Proposal {
  const { project, support, examples, because } = stay;
  return {
    id: stableId(project, 'by hand', rule),
    project,
    rule,
    list: 'allow',
    tier,
    support,
    refusals,
    promptsSaved,
    examples,
    witnesses: worst === undefined ? [] : [worst],
    evidence: [],
    because: `Taken in by hand. ${because}`,
  };
}
