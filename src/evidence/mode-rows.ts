import type { Database } from 'better-sqlite3';
import type { CallHeard } from '../observations/heard.ts';

/** The permission modes that sessions were in, from when on. */
export type ModeRows = {
  readonly changed: (session: string, at: number, mode: string) => void;
  /** The mode of the session at the time of a call whose own file does not say it. */
  readonly at: (call: CallHeard) => string | undefined;
};

export function modeRows(database: Database, wordId: (text: string) => number): ModeRows {
  const insert = database.prepare<[number, number, string]>(
    'INSERT OR REPLACE INTO mode_change (session, at, mode) VALUES (?, ?, ?)',
  );
  const latest = database
    .prepare<[number, number], string>(
      'SELECT mode FROM mode_change WHERE session = ? AND at <= ? ORDER BY at DESC LIMIT 1',
    )
    .pluck();
  return {
    changed: (session, at, mode) => void insert.run(wordId(session), at, mode),
    at: (call) =>
      call.at === undefined || call.agent === '' ? undefined : latest.get(wordId(call.session), call.at),
  };
}
