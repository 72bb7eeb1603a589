import { standingOf } from './clusters/standing.ts';
import { observations } from './evidence/observations.ts';
import type { Store } from './evidence/store.ts';
import { type MomentRequest, momentsIn } from './moment.ts';
import type { Observation } from './observations/observation.ts';
import type { Decision } from './permission/decide.ts';

/** Where the review time of one project goes. Times are milliseconds. */
export type AttentionReport = {
  readonly project: string;
  /** Sessions with at least one prompt. */
  readonly sessions: number;
  /** Prompts that a human answered, day by day (YYYY-MM-DD, UTC), days without any left out. */
  readonly days: readonly { readonly day: string; readonly prompts: number; readonly refused: number }[];
  readonly prompts: number;
  /** Prompts where the answer changed the outcome. */
  readonly refused: number;
  /**
   * Time from call to result of approved prompts. It holds the run time too, so it is an upper bound of the time to
   * answer; pauses longer than `AWAY` are left out.
   */
  readonly answer: {
    readonly measured: number;
    readonly median: number;
    readonly ninth: number;
    readonly total: number;
  };
  /** Approvals given faster than the command can be read. */
  readonly reflexes: number;
  /** Prompts that the plan would leave. */
  readonly left: number;
};

export type AttentionRequest = MomentRequest & {
  readonly store: Store;
  readonly project: string;
  /** Prompts that the plan would save. */
  readonly saved: number;
};

/** Who waits longer than this is not reviewing. */
const AWAY = 10 * 60_000;

type Prompt = { readonly call: Observation; readonly refused: boolean; readonly reflex: boolean };

/** Counts the prompts of one project in the store, the time that they took, and what the answers were worth. */
export function attention({ store, project, saved, ...moment }: AttentionRequest): AttentionReport {
  return attentionOf(observations(store, { project }), { project, saved, moment: momentsIn(moment) });
}

type Counting = {
  readonly project: string;
  readonly saved: number;
  /** What the client does with a call at its moment. */
  readonly moment: (seen: Observation) => Decision | undefined;
};

/** The same for calls that were already read. */
export function attentionOf(
  seen: Iterable<Observation>,
  { project, saved, moment }: Counting,
): AttentionReport {
  const prompts = [...promptsIn(seen, moment)];
  const refused = prompts.filter((prompt) => prompt.refused).length;
  return {
    project,
    sessions: new Set(prompts.map(({ call }) => call.session)).size,
    days: byDay(prompts),
    prompts: prompts.length,
    refused,
    answer: answerTimes(prompts),
    reflexes: prompts.filter(({ reflex }) => reflex).length,
    left: Math.max(0, prompts.length - saved),
  };
}

function* promptsIn(
  seen: Iterable<Observation>,
  moment: Counting['moment'],
): Generator<Prompt, void, undefined> {
  for (const call of seen) {
    const { answer, reviewer, reflex } = standingOf(call, moment(call));
    if (reviewer === 'human' && answer !== 'none') yield { call, refused: answer === 'refused', reflex };
  }
}

function byDay(prompts: readonly Prompt[]): AttentionReport['days'] {
  const days = new Map<string, { readonly day: string; prompts: number; refused: number }>();
  for (const { call, refused } of prompts) {
    if (call.at === undefined) continue;
    const day = new Date(call.at).toISOString().slice(0, 10);
    const counted = days.get(day) ?? { day, prompts: 0, refused: 0 };
    counted.prompts += 1;
    if (refused) counted.refused += 1;
    days.set(day, counted);
  }
  return [...days.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

function answerTimes(prompts: readonly Prompt[]): AttentionReport['answer'] {
  const times = prompts
    .flatMap(({ call, refused }) => (refused || call.latency === undefined ? [] : [call.latency]))
    .filter((time) => time <= AWAY)
    .toSorted((one, other) => one - other);
  return {
    measured: times.length,
    median: times[Math.floor(times.length / 2)] ?? 0,
    ninth: times[Math.floor(times.length * 0.9)] ?? 0,
    total: times.reduce((sum, time) => sum + time, 0),
  };
}
