import { dismissals } from './evidence/dismissing.ts';
import type { Store } from './evidence/store.ts';
import type { ProjectPlan, Proposal, StaysWithYou } from './proposals/proposal.ts';

/** The plan without the rules that the person never wants to see again; they stay with the person, and it says why. */
export function wantedPlan(plan: ProjectPlan, store: Store): ProjectPlan {
  const unwanted = dismissals(store, plan.project);
  if (unwanted.length === 0) return plan;
  const isUnwanted = ({ list, rule }: Pick<Proposal, 'list' | 'rule'>): boolean =>
    unwanted.some((one) => one.list === list && one.rule === rule);
  const dropped = plan.proposals.filter(isUnwanted);
  const guarded = new Set(dropped.map(({ rule }) => rule));
  const kept = plan.proposals.filter(
    (proposal) => !isUnwanted(proposal) && !(proposal.guards !== undefined && guarded.has(proposal.guards)),
  );
  const lost = dropped.reduce((sum, { promptsSaved }) => sum + promptsSaved, 0);
  return {
    ...plan,
    proposals: kept,
    stays: [...plan.stays, ...dropped.map(stayOf)],
    saved: Math.max(0, plan.saved - lost),
  };
}

function stayOf({ project, rule, tier, support, refusals, examples }: Proposal): StaysWithYou {
  const tool = /^[^(]*/.exec(rule)?.[0] ?? rule;
  const because = 'You said that this rule is never to be suggested again.';
  return { project, what: rule, tool, tier, support, refusals, examples, because };
}
