import { type Clustering, type Demand, type Member, tallyOf } from '../clusters/cluster.ts';
import { keyText } from '../clusters/key.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import type { Tally } from '../clusters/tally.ts';
import type { Risk } from '../effects/effects.ts';
import { type CompiledPolicy, rulesFor } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { blameOf } from './blame.ts';
import { isNeverRun } from './folder-ladder.ts';
import { type Limits, tooRare } from './limits.ts';
import type { Judge } from './rung.ts';

/** Why a prompt remains under some settings, the firmest reason first. */
export const REMAINS = [
  'no-static-rule',
  'contested',
  'risk',
  'composition',
  'unseen',
  'too-rare',
  'not-chosen',
] as const;

export type Remains = (typeof REMAINS)[number];

export const REMAINS_BECAUSE: Readonly<Record<Remains, string>> = {
  'no-static-rule': 'no static rule can match: substitution, unknown variable, here-document ...',
  contested: 'refused at least once: your answer decides',
  risk: 'what it can do is above the ceiling',
  composition: "edits the project's code or runs it, and these settings let the agent do the other unasked",
  unseen: 'nothing like it came up in the sessions that were learnt from',
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
  /** What the settings were learnt from; absent: the same calls. */
  readonly learnt?: Clustering;
  readonly after: CompiledPolicy;
  readonly judge: Judge;
  readonly limits: Limits;
};

/** The prompts that remain under a policy, by reason; every remaining prompt is in exactly one. */
export function residuals(request: ResidualRequest): readonly Residual[] {
  const found = new Map<Remains, Map<string, number>>();
  const context: Context = {
    contested: new Set(
      [request.clustering, request.learnt ?? request.clustering].flatMap((each) => contested(each, request)),
    ),
    supports: supportsIn(request.learnt ?? request.clustering),
    runs: runsProjectCode(request),
  };
  for (const demand of request.clustering.demands) {
    const { call } = demand;
    const decision = decide(request.after, call.call);
    if (decision.verdict !== 'ask') continue;
    const { why, detail } = reasonFor(demand, context, request);
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

function contested({ clusters, demands }: Clustering, { judge }: ResidualRequest): readonly string[] {
  const blame = blameOf(demands, judge);
  return clusters.filter(({ members }) => blame.refusals(members).calls > 0).map(nameOf);
}

/** What a reason is found from, made once for all calls. */
type Context = {
  /** Clusters with a refusal, by name. */
  readonly contested: ReadonlySet<string>;
  /** How often each cluster was let pass where the settings were learnt. */
  readonly supports: ReadonlyMap<string, Tally>;
  /** The settings let the project's own code run unasked. */
  readonly runs: boolean;
};

type Reason = { readonly why: Remains; readonly detail: string };

function reasonFor({ call, members }: Demand, context: Context, request: ResidualRequest): Reason {
  const human = members.map(({ need }) => need).find((need) => need.kind === 'human');
  if (human?.kind === 'human') return { why: 'no-static-rule', detail: human.why };
  const asking = members.filter(({ need }) => need.kind === 'rule');
  const disputed = asking.find((member) => context.contested.has(nameOf(member)));
  const risk = request.judge.call(call.call);
  if (!request.limits.tiers.includes(risk.tier)) {
    return { why: 'risk', detail: `${risk.tier}: ${risk.because}` };
  }
  if (disputed !== undefined) return { why: 'contested', detail: disputed.text };
  const other = otherHalf(call, risk, context, request);
  return other === undefined
    ? (asking.map((member) => tooLittle(member, context, request)).find((why) => why !== undefined) ?? {
        why: 'not-chosen',
        detail: risk.tier,
      })
    : { why: 'composition', detail: other };
}

/** The half of "edit it and run it" that the settings leave with the human; undefined where it is neither. */
function otherHalf(
  { call, action }: RecordedCall,
  { tier, because }: Risk,
  { runs }: Context,
  { after }: ResidualRequest,
): string | undefined {
  if (tier === 'project-code' && rulesFor(after, 'allow', 'Edit').length > 0) return because;
  const edits = action.kind === 'path' && action.access === 'write' && !isNeverRun(action.path);
  return runs && edits ? `${call.tool} of what is run` : undefined;
}

function tooLittle(member: Member, { supports }: Context, { limits }: ResidualRequest): Reason | undefined {
  const name = nameOf(member);
  const support = supports.get(name);
  if (support === undefined || support.calls === 0) return { why: 'unseen', detail: keyText(member.key) };
  const rare = tooRare(support, limits);
  return rare === undefined ? undefined : { why: 'too-rare', detail: rare };
}

function supportsIn({ clusters }: Clustering): ReadonlyMap<string, Tally> {
  return new Map(clusters.map((cluster) => [nameOf(cluster), tallyOf(cluster.members, 'approved')]));
}

function nameOf({ tool, key }: Pick<Member, 'tool' | 'key'>): string {
  return `${tool} ${keyText(key)}`;
}

function runsProjectCode({ after, judge }: ResidualRequest): boolean {
  return rulesFor(after, 'allow', 'Bash').some(
    ({ rule }) => judge.rule(rule.text).risk.tier === 'project-code',
  );
}
