import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { UserError } from '../user-error.ts';

type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

type Applied = { readonly number: number; readonly checksum: string };

/**
 * Applies what is missing, each file in one transaction with the record of it. Throws UserError for a store that a newer
 * version wrote, or whose applied migrations differ from the files.
 */
export function migrate(database: Database, path: string): void {
  const known = migrations();
  database.exec(
    'CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL)',
  );
  const applied = database.prepare<[], Applied>('SELECT number, checksum FROM migration').all();
  if (applied.some(({ number }) => number > known.length)) {
    throw new UserError(
      `the store ${path} was written by a newer precedent: update, or choose another with --store`,
    );
  }
  const changed = applied.find(({ number, checksum }) => known[number - 1]?.checksum !== checksum);
  if (changed !== undefined) {
    throw new UserError(
      `the store ${path} was built by other migrations than these: choose another with --store`,
    );
  }
  for (const migration of known.slice(applied.length)) apply(database, migration);
}

/** Asks again once it holds the write lock: another process may have opened the same new store and been faster. */
function apply(database: Database, { number, name, sql, checksum }: Migration): void {
  const applied = database.prepare<[number], Applied>(
    'SELECT number, checksum FROM migration WHERE number = ?',
  );
  const record = database.prepare('INSERT INTO migration (number, name, checksum) VALUES (?, ?, ?)');
  database
    .transaction(() => {
      if (applied.get(number) !== undefined) return;
      database.exec(sql);
      record.run(number, name, checksum);
    })
    .immediate();
}

function migrations(): readonly Migration[] {
  const folder = migrationsFolder();
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name, index) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { number: index + 1, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Found upwards: this file runs from src/evidence in tests and from dist/src/evidence when built. */
function migrationsFolder(): string {
  for (const up of ['../..', '../../..']) {
    const folder = join(import.meta.dirname, up, 'migrations');
    if (existsSync(folder)) return folder;
  }
  throw new Error('the folder migrations/ was not found beside the program');
}
