import type { Database } from 'better-sqlite3';
import { type FileState, FRESH, type Mark, stateFrom, stateText } from '../observations/file-state.ts';

/** How far a transcript is read, in bytes and lines, and what its next line needs to know. */
export type Position = Mark & { readonly lines: number; readonly state: FileState };

type Row = {
  readonly id: number;
  readonly path: string;
  readonly read_to: number;
  readonly lines: number;
  readonly size: number;
  readonly changed_at: number;
  readonly inode: number;
  readonly head: string;
  readonly state: string;
};

/** All transcripts ever read, by path. */
export function knownTranscripts(database: Database): ReadonlyMap<string, Position> {
  const rows = database
    .prepare<[], Row>('SELECT id, path, read_to, lines, size, changed_at, inode, head, state FROM transcript')
    .all();
  return new Map(
    rows.map((row) => [
      row.path,
      {
        path: row.path,
        readTo: row.read_to,
        lines: row.lines,
        size: row.size,
        changedAt: row.changed_at,
        inode: row.inode,
        head: row.head,
        state: row.state === '' ? FRESH : stateFrom(row.state),
      },
    ]),
  );
}

/** Writes down how far a transcript is read. Call it in the transaction that stores what stands before. */
export function positionKeeper(database: Database): {
  readonly idOf: (path: string) => number;
  /** Lines that the store has read of a transcript, whoever read them. */
  readonly linesOf: (path: string) => number;
  /** Moves a position forward; one that another process has moved further stays. */
  readonly keep: (position: Position) => void;
  /** Forgets how far a transcript was read, and what was reported of it. */
  readonly restart: (path: string) => void;
  readonly vanish: (path: string) => void;
} {
  const find = database.prepare<[string], number>('SELECT id FROM transcript WHERE path = ?').pluck();
  const insert = database.prepare<[string]>(
    `INSERT INTO transcript (path, read_to, lines, size, changed_at, inode, head, state)
     VALUES (?, 0, 0, 0, 0, 0, '', '')`,
  );
  const update = database.prepare<[number, number, number, number, number, string, string, number, number]>(
    `UPDATE transcript SET read_to = ?, lines = ?, size = ?, changed_at = ?, inode = ?, head = ?, state = ?, vanished = 0
     WHERE id = ? AND read_to <= ?`,
  );
  const lines = database.prepare<[string], number>('SELECT lines FROM transcript WHERE path = ?').pluck();
  const unread = database.prepare<[number]>('UPDATE transcript SET read_to = 0, lines = 0 WHERE id = ?');
  const vanish = database.prepare<[string]>('UPDATE transcript SET vanished = 1 WHERE path = ?');
  const forgetProblems = database.prepare<[number]>('DELETE FROM problem WHERE transcript = ?');
  const forgetSkipped = database.prepare<[number]>('DELETE FROM skipped WHERE transcript = ?');
  const ids = new Map<string, number>();
  const idOf = (path: string): number => {
    const known = ids.get(path);
    if (known !== undefined) return known;
    const id = find.get(path) ?? Number(insert.run(path).lastInsertRowid);
    ids.set(path, id);
    return id;
  };
  return {
    idOf,
    linesOf: (path) => lines.get(path) ?? 0,
    keep: (at) =>
      void update.run(
        at.readTo,
        at.lines,
        at.size,
        at.changedAt,
        at.inode,
        at.head,
        stateText(at.state),
        idOf(at.path),
        at.readTo,
      ),
    restart: (path) => {
      const id = idOf(path);
      forgetProblems.run(id);
      forgetSkipped.run(id);
      unread.run(id);
    },
    vanish: (path) => void vanish.run(path),
  };
}
