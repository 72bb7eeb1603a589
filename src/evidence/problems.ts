import type { Database } from 'better-sqlite3';
import type { Problem } from '../observations/gathered.ts';

/** Places of problems kept for each file and reason; beyond them the lines are only counted. */
const PLACES_KEPT = 200;

/** Writes down lines that were reported. */
export function problemKeeper(database: Database): {
  readonly keep: (transcript: number, problem: Problem) => void;
} {
  const count = database
    .prepare<[number, string], number>(
      `INSERT INTO skipped (transcript, reason, lines) VALUES (?, ?, 1)
       ON CONFLICT (transcript, reason) DO UPDATE SET lines = lines + 1 RETURNING lines`,
    )
    .pluck();
  const insert = database.prepare<[number, number, string, string]>(
    'INSERT INTO problem (transcript, line, reason, why) VALUES (?, ?, ?, ?)',
  );
  return {
    keep(transcript, { line, reason, why }) {
      const lines = count.get(transcript, reason) ?? 0;
      if (lines <= PLACES_KEPT) insert.run(transcript, line, reason, why);
    },
  };
}
