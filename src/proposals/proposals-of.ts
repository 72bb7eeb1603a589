import type { Member } from '../clusters/cluster.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import { together } from '../clusters/tally.ts';
import { becauseOf, guardBecause } from './because.ts';
import { heldBy } from './held-by.ts';
import type { Proposal, Support } from './proposal.ts';
import type { Rung } from './rung.ts';
import { stableId } from './stable-id.ts';
import { type PlanRequest, promptsOwed, type Workings } from './workings.ts';

/** Shown beside a rule; the evidence screen has the rest. */
const EXAMPLES = 5;

/** One proposal for each chosen rule and one for each of its guards, most prompts first. */
export function proposalsOf(request: PlanRequest, workings: Workings): readonly Proposal[] {
  return workings.chosen
    .map((rung) => ({ rung, saved: promptsOwed(rung, workings) }))
    .sort((one, other) => other.saved - one.saved || (one.rung.rule < other.rung.rule ? -1 : 1))
    .flatMap(({ rung, saved }) => [allowOf(rung, saved, { request, workings }), ...guardsOf(rung, request)]);
}

type Made = { readonly request: PlanRequest; readonly workings: Workings };

function allowOf(rung: Rung, promptsSaved: number, { request, workings }: Made): Proposal {
  const project = request.policy.surroundings.workspace;
  const calls = callsOf(rung.covers);
  const { calls: count, sessions, days, ids } = rung.support;
  return {
    id: stableId(project, 'allow', rung.rule),
    project,
    rule: rung.rule,
    list: 'allow',
    tier: rung.risk.tier,
    support: { calls: count, sessions: sessions.size, days: days.size },
    refusals: workings.blame.refusals([...rung.covers]).calls,
    promptsSaved,
    examples: examplesOf(rung.covers),
    witnesses: rung.witnesses,
    evidence: ids,
    because: becauseOf(rung, { calls, saved: promptsSaved, project }),
  };
}

function guardsOf(rung: Rung, { policy }: PlanRequest): readonly Proposal[] {
  const project = policy.surroundings.workspace;
  const held = heldBy(rung, policy);
  return rung.guards.map((guard) => ({
    id: stableId(project, 'ask', guard, rung.rule),
    project,
    rule: guard,
    list: 'ask',
    guards: rung.rule,
    tier: 'inert',
    support: NO_SUPPORT,
    refusals: 0,
    promptsSaved: 0,
    examples: [],
    witnesses: [],
    evidence: [],
    because: guardBecause(rung, guard, held.get(guard)),
  }));
}

const NO_SUPPORT: Support = { calls: 0, sessions: 0, days: 0 };

function callsOf(members: ReadonlySet<Member>): readonly RecordedCall[] {
  return [...new Set([...members].flatMap((member) => member.calls))];
}

/** Members as recorded, most used first. */
export function examplesOf(members: Iterable<Member>): readonly string[] {
  return [...members]
    .map((member) => ({ text: member.text, uses: together(member.calls.map((call) => call.approved)).calls }))
    .sort((one, other) => other.uses - one.uses || (one.text < other.text ? -1 : 1))
    .slice(0, EXAMPLES)
    .map(({ text }) => text);
}
