import { clusterCalls } from '../clusters/cluster.ts';
import type { NamingWords } from '../clusters/key.ts';
import { type Reading, type RecordedCall, recordedCalls } from '../clusters/recorded-call.ts';
import type { Observation } from '../observations/observation.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { sessionsInOrder, splitByTime } from './held-out.ts';
import { ceilingOf, isNewlyAllowed, ONE_USE, type SidesWorth, sidesWorth } from './hindsight.ts';
import type { Limits } from './limits.ts';
import { type Grant, grantOf } from './over-grant.ts';
import { type Residual, residuals } from './residual.ts';
import { ruleOf } from './rule-of.ts';
import type { Judge } from './rung.ts';
import { type PlanRequest, work } from './workings.ts';

/** Rules as some way of learning leaves them. */
export type Learned = { readonly allow: readonly string[]; readonly ask: readonly string[] };

/** A way of turning recorded calls into rules: ours, or one to compare it with. */
export type Learner = { readonly name: string; readonly learn: (request: PlanRequest) => Learned };

export type EvaluationRequest = {
  readonly project: string;
  readonly seen: readonly Observation[];
  /** The policy that both parts are replayed under: usually empty settings in default mode. */
  readonly policy: CompiledPolicy;
  readonly judge: Judge;
  readonly naming: NamingWords;
  readonly limits: Limits;
  /** The share of sessions to learn from. */
  readonly share: number;
  readonly learners: readonly Learner[];
};

export type Score = {
  readonly learner: string;
  readonly rules: number;
  /** Held-out prompts that are not shown any more. */
  readonly removed: number;
  /** Held-out calls that a human refused and that would now pass. */
  readonly refusedCovered: number;
  /** Held-out calls that were refused or interrupted while they ran, the record does not say which, and would pass. */
  readonly doubtfulCovered: number;
  readonly grant: Grant;
};

export type Evaluation = {
  readonly project: string;
  readonly sessions: { readonly learnt: number; readonly heldOut: number };
  readonly bashCalls: number;
  /** Prompts of the held-out sessions. */
  readonly prompts: number;
  /** What any rules within the risk ceiling could have removed, with hindsight. */
  readonly ceiling: number;
  /** What the same learner removes where one use is support enough: the rest of the ceiling was never seen before. */
  readonly foreseeable: number;
  /** What edits alone, runs alone, and both together would remove. */
  readonly sides: SidesWorth;
  readonly scores: readonly Score[];
  /** Why prompts remain under the first learner's rules. */
  readonly remaining: readonly Residual[];
  readonly curve: readonly CurvePoint[];
  /** So many sessions were enough: observing more of them adds next to nothing. Absent where nothing was learnt. */
  readonly enough?: number;
};

/** Prompts removed after so many sessions of learning. */
export type CurvePoint = { readonly sessions: number; readonly removed: number };

export const OURS: Learner = {
  name: 'precedent',
  learn: (request) => {
    const { chosen } = work(request);
    return { allow: chosen.map(({ rule }) => rule), ask: chosen.flatMap(({ guards }) => guards) };
  },
};

/** Observing stops paying where it adds less than this share of the prompts. */
const STOPS_PAYING = 0.01;

/** How many points of the learning curve are measured. */
const CURVE_POINTS = 8;

/**
 * Learns on the earlier sessions of one project and replays the later ones. Every call is read as if it had been made
 * under the given policy: one that ran is one that the person would have let pass.
 */
export function evaluate(request: EvaluationRequest): Evaluation {
  const { earlier, later } = splitByTime(request.seen, request.share);
  const heldOut = callsOf(later, request);
  const recorded = callsOf(request.seen, request);
  const against: Against = { heldOut, recorded, request };
  const scores = request.learners.map((learner) =>
    score(learner, learnFrom(learner, earlier, request), against),
  );
  const [first] = request.learners;
  const rules = first === undefined ? NOTHING : learnFrom(first, earlier, request);
  const clustering = clusterCalls(heldOut, request.policy, request.naming);
  const prompts = promptsUnder(request.policy, heldOut);
  const curve = first === undefined ? [] : curveOf(first, earlier, against);
  const enough = enoughOf(curve, prompts);
  return {
    project: request.project,
    sessions: { learnt: sessionsInOrder(earlier).length, heldOut: sessionsInOrder(later).length },
    bashCalls: request.seen.filter(({ tool }) => tool === 'Bash').length,
    prompts,
    ceiling: ceilingOf(heldOut, { ...request, recorded }),
    foreseeable:
      first === undefined
        ? 0
        : removedBy(
            withLearned(request.policy, learnFrom(first, earlier, unlimited(request))),
            heldOut,
            request.policy,
          ),
    sides: sidesWorth(planRequestOf(earlier, request), heldOut),
    scores,
    remaining: residuals({
      ...request,
      clustering,
      learnt: clusterCalls(callsOf(earlier, request), request.policy, request.naming),
      after: withLearned(request.policy, rules),
    }),
    curve,
    ...(enough === undefined ? {} : { enough }),
  };
}

const NOTHING: Learned = { allow: [], ask: [] };

function callsOf(seen: readonly Observation[], request: EvaluationRequest): readonly RecordedCall[] {
  return recordedCalls(seen, readingOf(request));
}

function readingOf({ policy }: EvaluationRequest): Reading {
  return { policyAt: () => policy, asIfIn: policy.surroundings.mode };
}

function learnFrom(learner: Learner, seen: readonly Observation[], request: EvaluationRequest): Learned {
  return learner.learn(planRequestOf(seen, request));
}

function planRequestOf(seen: readonly Observation[], request: EvaluationRequest): PlanRequest {
  return { ...request, calls: callsOf(seen, request), reading: readingOf(request) };
}

function unlimited(request: EvaluationRequest): EvaluationRequest {
  return { ...request, limits: { ...request.limits, ...ONE_USE, rules: Number.POSITIVE_INFINITY } };
}

type Against = {
  readonly heldOut: readonly RecordedCall[];
  readonly recorded: readonly RecordedCall[];
  readonly request: EvaluationRequest;
};

function score(learner: Learner, learned: Learned, { heldOut, recorded, request }: Against): Score {
  const after = withLearned(request.policy, learned);
  const opened = heldOut.filter((call) => isNewlyAllowed(call, request.policy, after));
  return {
    learner: learner.name,
    rules: learned.allow.length,
    removed: sum(opened, ({ uses }) => uses),
    refusedCovered: sum(opened, ({ refused, doubtful }) => refused.calls - doubtful),
    doubtfulCovered: sum(opened, ({ doubtful }) => doubtful),
    grant: grantOf(learned.allow, {
      used: heldOut,
      recorded,
      policy: withLearned(request.policy, { ...learned, allow: [] }),
    }),
  };
}

function withLearned(policy: CompiledPolicy, { allow, ask }: Learned): CompiledPolicy {
  const rules = [...allow.map((text) => ruleOf('allow', text)), ...ask.map((text) => ruleOf('ask', text))];
  return rules.reduce((after, rule) => (rule === undefined ? after : withRule(after, rule)), policy);
}

function promptsUnder(policy: CompiledPolicy, calls: readonly RecordedCall[]): number {
  return calls.reduce((sum, call) => sum + (decide(policy, call.call).verdict === 'ask' ? call.uses : 0), 0);
}

function removedBy(after: CompiledPolicy, calls: readonly RecordedCall[], before: CompiledPolicy): number {
  return calls.reduce((sum, call) => sum + (isNewlyAllowed(call, before, after) ? call.uses : 0), 0);
}

function sum(calls: readonly RecordedCall[], of: (call: RecordedCall) => number): number {
  return calls.reduce((total, call) => total + of(call), 0);
}

function enoughOf(curve: readonly CurvePoint[], prompts: number): number | undefined {
  const top = Math.max(0, ...curve.map(({ removed }) => removed));
  return top === 0
    ? undefined
    : curve.find(({ removed }) => removed >= top - STOPS_PAYING * prompts)?.sessions;
}

function curveOf(
  learner: Learner,
  earlier: readonly Observation[],
  { heldOut, request }: Against,
): readonly CurvePoint[] {
  const total = sessionsInOrder(earlier).length;
  const points = Math.min(CURVE_POINTS, total);
  return Array.from({ length: points }, (_, index) => (index + 1) / points).map((share) => {
    const seen = splitByTime(earlier, share).earlier;
    const after = withLearned(request.policy, learnFrom(learner, seen, request));
    return { sessions: sessionsInOrder(seen).length, removed: removedBy(after, heldOut, request.policy) };
  });
}
