import type { Database } from 'better-sqlite3';
import type { Outcome } from '../observations/observation.ts';
import { mayBeRejected, type Siblings } from '../observations/outcome.ts';

/** Calls of one message that end this close together ended for one reason, in milliseconds. */
const SAME_MOMENT = 50;

/** Rows that a message of parallel calls can span. */
const BATCH_SPAN = 200;

/** Where a call stands among those of its message. */
export type Place = {
  readonly transcript: number;
  readonly batch: number;
  /** Only calls before this row. */
  readonly before: number;
  readonly at: number | undefined;
};

/** Whether an earlier call of the same message was refused at the same moment. */
export function siblingSearch(database: Database): (place: Place, endedAt: number | undefined) => Siblings {
  const last = database.prepare<[], number>('SELECT max(id) FROM call').pluck();
  const outcomes = database
    .prepare<[number, number, number, number, number, number], string>(
      `SELECT DISTINCT word.text FROM call JOIN word ON word.id = call.outcome
       WHERE call.id >= ? AND call.id < ? AND transcript = ? AND batch = ? AND abs(at + latency - ?) <= ?`,
    )
    .pluck();
  return ({ transcript, batch, before }, endedAt) => {
    if (endedAt === undefined) return 'alone';
    const end = Math.min(before, (last.get() ?? 0) + 1);
    const together = outcomes.all(end - BATCH_SPAN, end, transcript, batch, endedAt, SAME_MOMENT);
    return together.some((text) => mayBeRejected(outcomeIn(text))) ? 'after-refused' : 'alone';
  };
}

function outcomeIn(text: string): Outcome {
  return JSON.parse(text);
}
