import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import envPaths from 'env-paths';
import { UserError } from '../user-error.ts';
import { migrate } from './migrations.ts';

/** The open store. Whoever opened it closes it. */
export type Store = {
  readonly path: string;
  readonly database: Database.Database;
  close(): void;
};

/** Where the store is kept when nobody says otherwise: the data folder of the operating system. */
export function defaultStorePath(): string {
  return join(envPaths('precedent', { suffix: '' }).data, 'evidence.sqlite');
}

/**
 * Opens the store and brings its tables up to date; makes folder and file where they are missing, readable by the owner
 * only. `:memory:` opens one that is gone when closed. Throws UserError where the file is no store, or one that a newer
 * version wrote.
 */
export function openStore(path: string): Store {
  if (path !== ':memory:') makePrivateFile(path);
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { timeout: 10_000 });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma('cache_size = -4000'); // kilobytes, for each connection; pages are cheap to read again
    database.pragma('foreign_keys = OFF'); // rows are written in one place, in order; the checks cost a third of it
    migrate(database, path);
  } catch (error) {
    database?.close();
    throw asUserError(error, path);
  }
  const opened = database;
  return { path, database: opened, close: () => opened.close() };
}

/** Commands and paths of a person's work: nobody else's business. WAL and shared-memory files take the file's mode. */
function makePrivateFile(path: string): void {
  const folder = dirname(path);
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
    chmodSync(path, 0o600);
  } catch (error) {
    throw new UserError(
      `cannot open the store ${path}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function asUserError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  if (error.code === 'SQLITE_NOTADB') return new UserError(`${path} is not a store of precedent`);
  if (error.code === 'SQLITE_BUSY') return new UserError(`the store ${path} is in use by another precedent`);
  return error;
}
