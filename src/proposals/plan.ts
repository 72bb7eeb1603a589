import { adviceOn } from './advice.ts';
import type { ProjectPlan } from './proposal.ts';
import { proposalsOf } from './proposals-of.ts';
import { staysOf } from './stays.ts';
import { type PlanRequest, work } from './workings.ts';

/** The plan for one project: proposals with their proof, and what stays with the human with the reason. */
export function plan(request: PlanRequest): ProjectPlan {
  const workings = work(request);
  const sum = (of: (call: PlanRequest['calls'][number]) => number): number =>
    request.calls.reduce((total, call) => total + of(call), 0);
  return {
    project: request.policy.surroundings.workspace,
    prompts: sum((call) => call.approved.calls),
    saved: workings.silenced.reduce((total, { call }) => total + call.approved.calls, 0),
    needed: sum((call) => call.needed.calls),
    reflexes: sum((call) => call.reflexes),
    unknownMode: request.modes?.get('unknown') ?? 0,
    setAside: request.setAside ?? [],
    advice: adviceOn(request, workings),
    proposals: proposalsOf(request, workings),
    stays: staysOf(request, workings),
  };
}
