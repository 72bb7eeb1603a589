import { join } from 'node:path';
import { type Head, type Ledger, readLedger } from '../records/chain.ts';
import { entryLine, type LedgerEntry, type Statement, sealed } from '../records/entry.ts';
import { sha256 } from '../scopes/settings-bytes.ts';
import { UserError } from '../user-error.ts';
import type { Files } from './files.ts';
import { withLock } from './lock.ts';

/** Where acceptances are kept: the ledger, its head, the backups, beside the store. */
export type Archive = { readonly folder: string; readonly files: Files };

/** The ledger on disk: one entry a line, readable by its owner only. */
export function ledgerFile(archive: Archive): string {
  return join(archive.folder, 'ledger.jsonl');
}

/** Reads the ledger and checks its chain; an archive that does not exist yet has an empty one. */
export function readArchive(archive: Archive): Ledger {
  return readLedger(textOf(archive, ledgerFile(archive)) ?? '', sha256, readHead(archive));
}

/** Runs `work` alone: no other run writes to the archive meanwhile. */
export function exclusively<T>(archive: Archive, work: () => T): T {
  archive.files.makeFolder(archive.folder, 0o700);
  return withLock(join(archive.folder, 'ledger.lock'), work);
}

/**
 * Adds an entry, down to the disk; to be called inside `exclusively`. Throws UserError where the chain is broken: what
 * follows a forged entry would only make it look right.
 */
export function append(archive: Archive, statement: Statement): LedgerEntry {
  const ledger = readArchive(archive);
  if (ledger.check.kind === 'broken') {
    const { line, why } = ledger.check;
    throw new UserError(
      `${ledgerFile(archive)}:${line}: ${why}; nothing is written (precedent audit --verify)`,
    );
  }
  const entry = sealed(statement, ledger.entries.at(-1), sha256);
  const text = textOf(archive, ledgerFile(archive)) ?? '';
  // A line that a crash cut short gets its end here; it stays where it is, and readers skip it.
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  archive.files.append(ledgerFile(archive), Buffer.from(`${start}${entryLine(entry)}\n`));
  writeHead(archive, entry);
  return entry;
}

/** Keeps the bytes of a file before it is changed, under their hash. */
export function keepBackup(archive: Archive, bytes: Uint8Array): string {
  const folder = join(archive.folder, 'backups');
  const file = join(folder, sha256(bytes));
  archive.files.makeFolder(folder, 0o700);
  if (archive.files.read(file) !== undefined) return file;
  const copy = `${file}.${process.pid}.tmp`;
  if (archive.files.read(copy) !== undefined) archive.files.remove(copy);
  archive.files.create(copy, bytes, 0o600);
  archive.files.rename(copy, file);
  return file;
}

/** The bytes kept under a hash; undefined where the backup is gone or is no longer what was kept. */
export function backup(archive: Archive, hash: string): Uint8Array | undefined {
  const bytes = archive.files.read(join(archive.folder, 'backups', hash));
  return bytes !== undefined && sha256(bytes) === hash ? bytes : undefined;
}

function headFile(archive: Archive): string {
  return join(archive.folder, 'ledger.head');
}

/** The head may lag behind by entries whose run was killed, never run ahead. */
function writeHead(archive: Archive, entry: LedgerEntry): void {
  const copy = `${headFile(archive)}.tmp`;
  if (archive.files.read(copy) !== undefined) archive.files.remove(copy);
  archive.files.create(copy, Buffer.from(`${entry.seq} ${entry.hash}\n`), 0o600);
  archive.files.rename(copy, headFile(archive));
}

function readHead(archive: Archive): Head | undefined {
  const text = textOf(archive, headFile(archive));
  const [, seq, hash] = /^(\d+) ([0-9a-f]{64})$/.exec(text?.trim() ?? '') ?? [];
  return seq === undefined || hash === undefined ? undefined : { seq: Number(seq), hash };
}

function textOf(archive: Archive, file: string): string | undefined {
  const bytes = archive.files.read(file);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}
