import type { Database } from 'better-sqlite3';

/** Texts by number: what repeats is stored once. */
export type Words = {
  /** The number of a text, given now where it has none. */
  readonly idOf: (text: string) => number;
};

/** Cached texts before the cache starts again: refusals and feedback would let it grow with the store. */
const CACHE_LIMIT = 20_000;

/** The numbering of one open store. */
export function wordsOf(database: Database): Words {
  const find = database.prepare<[string], number>('SELECT id FROM word WHERE text = ?').pluck();
  const insert = database.prepare<[string]>('INSERT INTO word (text) VALUES (?)');
  const cache = new Map<string, number>();
  return {
    idOf(text) {
      const cached = cache.get(text);
      if (cached !== undefined) return cached;
      const id = find.get(text) ?? Number(insert.run(text).lastInsertRowid);
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(text, id);
      return id;
    },
  };
}

/** All texts by their numbers, for reading. */
export function wordTable(database: Database): ReadonlyMap<number, string> {
  const rows = database.prepare<[], { id: number; text: string }>('SELECT id, text FROM word').all();
  return new Map(rows.map(({ id, text }) => [id, text]));
}
