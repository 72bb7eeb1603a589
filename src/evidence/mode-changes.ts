import type { Database } from 'better-sqlite3';

/**
 * A function that writes down from when on a session was in a permission mode. Which mode a call was made in is looked up
 * when it is read (observations.ts): a change may be read long after the call.
 */
export function modeChanges(
  database: Database,
  wordId: (text: string) => number,
): (session: string, at: number, mode: string) => void {
  const insert = database.prepare<[number, number, string]>(
    'INSERT OR REPLACE INTO mode_change (session, at, mode) VALUES (?, ?, ?)',
  );
  return (session, at, mode) => void insert.run(wordId(session), at, mode);
}
