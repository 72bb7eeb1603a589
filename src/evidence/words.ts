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

/** Texts by their numbers, for reading: each is fetched once. */
export type WordTable = { readonly get: (id: number) => string };

export function wordTable(database: Database): WordTable {
  const find = database.prepare<[number], string>('SELECT text FROM word WHERE id = ?').pluck();
  const cache = new Map<number, string>();
  return {
    get(id) {
      const cached = cache.get(id);
      if (cached !== undefined) return cached;
      const text = find.get(id);
      if (text === undefined) throw new Error(`the store lacks the word ${id}`);
      cache.set(id, text);
      return text;
    },
  };
}
