import type { Clustering, Demand, Member } from '../clusters/cluster.ts';
import { together } from '../clusters/tally.ts';
import { type CompiledPolicy, rulesFor } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { type Blame, blameOf } from './blame.ts';
import { type Limits, tooRare } from './limits.ts';
import type { Judge } from './rung.ts';

/** Why a prompt remains under some settings, the firmest reason first. */
export const REMAINS = [
  'no-static-rule',
  'contested',
  'risk',
  'composition',
  'too-rare',
  'not-chosen',
] as const;

export type Remains = (typeof REMAINS)[number];

export const REMAINS_BECAUSE: Readonly<Record<Remains, string>> = {
  'no-static-rule': 'no static rule can match: substitution, unknown variable, here-document ...',
  contested: 'refused at least once: your answer decides',
  risk: 'what it can do is above the ceiling',
  composition: "runs the project's own code, which these settings let the agent edit unasked",
  'too-rare': 'too rare to be a rule',
  'not-chosen': 'a rule for it would be allowed and is not in the settings',
};

export type Residual = {
  readonly why: Remains;
  readonly prompts: number;
  /** What is behind it in detail, most prompts first: the parser's reason, the tier. */
  readonly details: readonly { readonly what: string; readonly prompts: number }[];
};

export type ResidualRequest = {
  readonly clustering: Clustering;
  readonly after: CompiledPolicy;
  readonly judge: Judge;
  readonly limits: Limits;
};

/** The prompts that remain under a policy, by reason; every remaining prompt is in exactly one. */
export function residuals(request: ResidualRequest): readonly Residual[] {
  const found = new Map<Remains, Map<string, number>>();
  const blame = blameOf(request.clustering.demands, request.judge);
  const contested = contestedMembers(request.clustering, blame);
  for (const demand of request.clustering.demands) {
    const { call } = demand;
    const decision = decide(request.after, call.call);
    if (decision.verdict !== 'ask') continue;
    const { why, detail } = reasonFor(demand, contested, request);
    const details = found.get(why) ?? new Map<string, number>();
    details.set(detail, (details.get(detail) ?? 0) + call.uses);
    found.set(why, details);
  }
  return REMAINS.flatMap((why) => {
    const details = [...(found.get(why) ?? [])]
      .map(([what, prompts]) => ({ what, prompts }))
      .sort((one, other) => other.prompts - one.prompts || (one.what < other.what ? -1 : 1));
    const prompts = details.reduce((sum, detail) => sum + detail.prompts, 0);
    return prompts === 0 ? [] : [{ why, prompts, details }];
  });
}

function contestedMembers({ clusters }: Clustering, blame: Blame): ReadonlySet<Member> {
  return new Set(
    clusters.filter(({ members }) => blame.refusals(members).calls > 0).flatMap(({ members }) => members),
  );
}

function reasonFor(
  { call, members }: Demand,
  contested: ReadonlySet<Member>,
  { judge, limits, after }: ResidualRequest,
): { readonly why: Remains; readonly detail: string } {
  const human = members.map(({ need }) => need).find((need) => need.kind === 'human');
  if (human?.kind === 'human') return { why: 'no-static-rule', detail: human.why };
  const asking = members.filter(({ need }) => need.kind === 'rule');
  const disputed = asking.find((member) => contested.has(member));
  const risk = judge.call(call.call);
  if (!limits.tiers.includes(risk.tier)) return { why: 'risk', detail: `${risk.tier}: ${risk.because}` };
  if (disputed !== undefined) return { why: 'contested', detail: disputed.text };
  if (risk.tier === 'project-code' && rulesFor(after, 'allow', 'Edit').length > 0) {
    return { why: 'composition', detail: risk.because };
  }
  const rare = asking
    .map((member) => tooRare(together(member.calls.map((each) => each.approved)), limits))
    .find((why) => why !== undefined);
  return rare === undefined ? { why: 'not-chosen', detail: risk.tier } : { why: 'too-rare', detail: rare };
}
