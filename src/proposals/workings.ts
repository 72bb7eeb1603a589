import { type Clustering, clusterCalls, type Demand } from '../clusters/cluster.ts';
import type { NamingWords } from '../clusters/key.ts';
import type { Reading, RecordedCall } from '../clusters/recorded-call.ts';
import type { EffectSurroundings } from '../effects/surroundings.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import type { Mode } from '../permission/mode.ts';
import type { Surroundings } from '../permission/policy.ts';
import { type Blame, blameOf } from './blame.ts';
import { isCovered, weightOf } from './choose.ts';
import { climb } from './climb.ts';
import { chooseComposed } from './compose.ts';
import type { Limits } from './limits.ts';
import type { Judge, Rung } from './rung.ts';
import { withRungs } from './with-rungs.ts';

export type PlanRequest = {
  /** The calls of one project. */
  readonly calls: readonly RecordedCall[];
  /** What is in force there, in the mode that the plan is for; with the person's own zones around it. */
  readonly policy: CompiledPolicy<Surroundings & EffectSurroundings>;
  readonly judge: Judge;
  readonly naming: NamingWords;
  readonly limits: Limits;
  /** How many calls were made in which mode; absent where nobody counted. */
  readonly modes?: ReadonlyMap<Mode | 'unknown', number>;
  /** Sessions that were left out of `calls`, and why. */
  readonly setAside?: readonly { readonly session: string; readonly why: string }[];
  /** How the calls were read: for reading further ones the same way. */
  readonly reading: Reading;
};

/** Everything that led to a plan: what the terminal UI and the evaluation look into. */
export type Workings = {
  readonly clustering: Clustering;
  readonly blame: Blame;
  readonly rungs: readonly Rung[];
  readonly chosen: readonly Rung[];
  readonly after: CompiledPolicy;
  /** Calls that the plan silences. */
  readonly silenced: readonly Demand[];
};

/**
 * Mines, judges, chooses and proves. The choice rests on parts taken one by one; the permission model then replays
 * every call as it was under the whole plan, and a rule that fails there is taken out again.
 */
export function work(request: PlanRequest): Workings {
  const { policy, limits } = request;
  const answered = request.calls.filter(({ approved, refused }) => approved.calls + refused.calls > 0);
  const clustering = clusterCalls(answered, policy, request.naming);
  const rungs = climb(clustering, policy, request.judge, limits);
  const refused = clustering.demands.filter(({ call }) => call.refused.calls > 0);
  const proved = withoutLeaks(chooseComposed(clustering.demands, rungs, request), refused, policy);
  const chosen = withoutIdle(proved, clustering.demands, policy);
  const after = withRungs(policy, chosen);
  return {
    clustering,
    blame: blameOf(clustering.demands, request.judge),
    rungs,
    chosen,
    after,
    silenced: silenced(clustering, after),
  };
}

/** Takes out rules until no refused call passes: each time the first one whose absence stops a leak, else the last. */
function withoutLeaks(
  chosen: readonly Rung[],
  refused: readonly Demand[],
  policy: CompiledPolicy,
): readonly Rung[] {
  const after = withRungs(policy, chosen);
  const leaked = refused.find(({ call }) => isNewlyAllowed(call, policy, after));
  if (leaked === undefined) return chosen;
  const stops = (rung: Rung): boolean =>
    !isNewlyAllowed(
      leaked.call,
      policy,
      withRungs(
        policy,
        chosen.filter((other) => other !== rung),
      ),
    );
  const culprit = chosen.find(stops) ?? chosen.at(-1);
  return withoutLeaks(
    chosen.filter((rung) => rung !== culprit),
    refused,
    policy,
  );
}

/**
 * Takes out rules that silence nothing in this company: a guard of one rule also asks about what another allows, which
 * the choice, weighing rules one by one, does not see.
 */
function withoutIdle(
  chosen: readonly Rung[],
  demands: readonly Demand[],
  policy: CompiledPolicy,
): readonly Rung[] {
  let kept = chosen;
  for (const rung of [...chosen].reverse()) {
    const others = kept.filter((other) => other !== rung);
    const own = demands.filter(
      ({ call, members }) => call.approved.calls > 0 && members.some((member) => rung.covers.has(member)),
    );
    const [now, without] = [withRungs(policy, kept), withRungs(policy, others)];
    if (!own.some(({ call }) => isNewlyAllowed(call, without, now))) kept = others;
  }
  return kept;
}

/** Prompts that this rule alone answers: the calls that ask again without it. */
export function promptsOwed(rung: Rung, { chosen, silenced: silent }: Workings): number {
  const without = chosen.filter((other) => other !== rung);
  return silent
    .filter(
      (demand) => demand.members.some((member) => rung.covers.has(member)) && !isCovered(demand, without),
    )
    .reduce((sum, { call }) => sum + call.approved.calls, 0);
}

function isNewlyAllowed(call: RecordedCall, before: CompiledPolicy, after: CompiledPolicy): boolean {
  return decide(after, call.call).verdict === 'allow' && decide(before, call.call).verdict !== 'allow';
}

function silenced({ demands }: Clustering, after: CompiledPolicy): readonly Demand[] {
  return demands.filter(
    (demand) =>
      demand.decision.verdict === 'ask' &&
      weightOf(demand) > 0 &&
      decide(after, demand.call.call).verdict === 'allow',
  );
}
