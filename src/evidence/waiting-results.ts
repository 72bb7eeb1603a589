import type { Database } from 'better-sqlite3';
import type { EndingHeard } from '../observations/heard.ts';
import type { Ending } from '../observations/outcome.ts';

export type WaitingResults = {
  /** Begins a transaction: another process may have kept some since the last one. */
  readonly begin: () => void;
  readonly keep: (heard: EndingHeard) => void;
  readonly take: (id: string) => EndingHeard | undefined;
};

/** Results that were read before their call. */
export function waitingResults(database: Database): WaitingResults {
  const insert = database.prepare<[string, number | null, string]>(
    'INSERT OR IGNORE INTO waiting_result (tool_use, at, ending) VALUES (?, ?, ?)',
  );
  const remove = database.prepare<[string], { at: number | null; ending: string }>(
    'DELETE FROM waiting_result WHERE tool_use = ? RETURNING at, ending',
  );
  const any = database.prepare<[], number>('SELECT 1 FROM waiting_result LIMIT 1').pluck();
  let none = false;
  return {
    begin: () => {
      none = any.get() === undefined;
    },
    keep({ id, at, ending }) {
      none = false;
      insert.run(id, at ?? null, JSON.stringify(ending));
    },
    take(id) {
      if (none) return undefined;
      const row = remove.get(id);
      if (row === undefined) return undefined;
      const ending: Ending = JSON.parse(row.ending);
      return { id, at: row.at ?? undefined, ending };
    },
  };
}
