import type { Problem, SkipReason } from '../observations/gathered.ts';
import type { Outcome } from '../observations/observation.ts';
import { mayBeRejected } from '../observations/outcome.ts';
import type { Store } from './store.ts';

export type ProjectCount = {
  readonly project: string;
  readonly calls: number;
  readonly sessions: number;
  /** Calls that a person refused, or may have refused. */
  readonly refusals: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
};

/** The words of the outcomes that are, or may be, a person's refusal; a JSON list. */
function refusedIn({ database }: Store): string {
  const outcomes = database
    .prepare<[], { id: number; text: string }>(
      'SELECT id, text FROM word WHERE id IN (SELECT DISTINCT outcome FROM call)',
    )
    .all();
  const refused = outcomes.filter(({ text }) => {
    const outcome: Outcome = JSON.parse(text);
    return mayBeRejected(outcome);
  });
  return JSON.stringify(refused.map(({ id }) => id));
}

/** The projects with what is known of them, the one with the most calls first. */
export function projects(store: Store): readonly ProjectCount[] {
  const rows = store.database
    .prepare<
      [string],
      {
        project: string;
        calls: number;
        sessions: number;
        refusals: number;
        first: number | null;
        last: number | null;
      }
    >(
      `SELECT project.path AS project, count(*) AS calls, count(DISTINCT session.id) AS sessions,
         sum(outcome IN (SELECT value FROM json_each(?))) AS refusals, min(at) AS first, max(at) AS last
       FROM call JOIN session ON session.id = call.session JOIN project ON project.id = session.project
       GROUP BY project.id ORDER BY calls DESC, project.path`,
    )
    .all(refusedIn(store));
  return rows.map(({ first, last, ...counts }) => ({
    ...counts,
    ...(first !== null && { firstAt: first }),
    ...(last !== null && { lastAt: last }),
  }));
}

export type Totals = {
  readonly files: number;
  readonly sessions: number;
  readonly calls: number;
  /** Calls that a person refused, or may have refused. */
  readonly refusals: number;
  /** Lines that could not be read. */
  readonly malformed: number;
  /** Reported lines by reason; all but `malformed` and `comment` were read as far as they go. */
  readonly skipped: Readonly<Record<SkipReason, number>>;
  /** Transcripts that were read once and are gone. */
  readonly vanished: number;
};

/** What the store holds altogether. */
export function totals(store: Store): Totals {
  const { database } = store;
  const one = (sql: string) => database.prepare<[], number>(sql).pluck().get() ?? 0;
  const lines = new Map(
    database
      .prepare<[], { reason: string; lines: number }>(
        'SELECT reason, sum(lines) AS lines FROM skipped GROUP BY reason',
      )
      .all()
      .map(({ reason, lines }) => [reason, lines]),
  );
  const skippedFor = (reason: SkipReason) => lines.get(reason) ?? 0;
  return {
    files: one('SELECT count(*) FROM transcript'),
    sessions: one('SELECT count(*) FROM session'),
    calls: one('SELECT count(*) FROM call'),
    refusals:
      database
        .prepare<[string], number>(
          'SELECT count(*) FROM call WHERE outcome IN (SELECT value FROM json_each(?))',
        )
        .pluck()
        .get(refusedIn(store)) ?? 0,
    malformed: skippedFor('malformed') + skippedFor('comment'),
    skipped: {
      malformed: skippedFor('malformed'),
      comment: skippedFor('comment'),
      glued: skippedFor('glued'),
      'invalid-utf8': skippedFor('invalid-utf8'),
      'long-line': skippedFor('long-line'),
      'unknown-type': skippedFor('unknown-type'),
      'unreadable-file': skippedFor('unreadable-file'),
    },
    vanished: one('SELECT count(*) FROM transcript WHERE vanished = 1'),
  };
}

/** Reported lines with their places, by file; of each file and reason the first 200. */
export function problems({ database }: Store, limit: number): readonly Problem[] {
  return database
    .prepare<[number], Problem>(
      `SELECT path AS file, line, reason, why FROM problem JOIN transcript ON transcript.id = problem.transcript
       ORDER BY path, line LIMIT ?`,
    )
    .all(limit);
}
