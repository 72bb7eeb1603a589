import type { Database } from 'better-sqlite3';
import type { Problem, SkipReason } from '../observations/gathered.ts';

const UNREADABLE: SkipReason = 'unreadable-file';

/** Places of problems kept for each file and reason; beyond them the lines are only counted. */
const PLACES_KEPT = 200;

/** Writes down lines that were reported. */
export type ProblemKeeper = {
  readonly keep: (transcript: number, problem: Problem) => void;
  /** The transcript was read: that it could not be is told no longer. */
  readonly readable: (transcript: number) => void;
};

export function problemKeeper(database: Database): ProblemKeeper {
  const count = database
    .prepare<[number, string], number>(
      `INSERT INTO skipped (transcript, reason, lines) VALUES (?, ?, 1)
       ON CONFLICT (transcript, reason) DO UPDATE SET lines = lines + 1 RETURNING lines`,
    )
    .pluck();
  const insert = database.prepare<[number, number, string, string]>(
    'INSERT INTO problem (transcript, line, reason, why) VALUES (?, ?, ?, ?)',
  );
  const uncount = database.prepare<[number, string]>(
    'DELETE FROM skipped WHERE transcript = ? AND reason = ?',
  );
  const forget = database.prepare<[number, string]>(
    'DELETE FROM problem WHERE transcript = ? AND reason = ?',
  );
  const readable = (transcript: number): void => {
    if (uncount.run(transcript, UNREADABLE).changes > 0) forget.run(transcript, UNREADABLE);
  };
  return {
    keep(transcript, { line, reason, why }) {
      // A file that cannot be read is tried at each pass, and is still one file.
      if (reason === UNREADABLE) readable(transcript);
      const lines = count.get(transcript, reason) ?? 0;
      if (lines <= PLACES_KEPT) insert.run(transcript, line, reason, why);
    },
    readable,
  };
}
