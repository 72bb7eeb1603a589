import { join } from 'node:path';
import type { LedgerEntry, Statement } from '../records/entry.ts';
import { errorCode } from '../user-error.ts';
import { type Archive, append, readArchive } from './ledger-file.ts';
import { copyBeside, hashNow, type Replacement, removeLeftover, replaceFile } from './replace.ts';

export type Written =
  | { readonly kind: 'written'; readonly entry: LedgerEntry }
  /** The file changed at the last moment; nothing was written. */
  | { readonly kind: 'stale' }
  /** The system refused; the file is as it was. */
  | { readonly kind: 'failed'; readonly why: string };

/**
 * First the ledger, then the file: there is no moment at which a rule is in force that no entry accounts for. An entry
 * whose write did not happen is followed by an `abandoned` one, at once or, after a crash, by the next run. To be
 * called inside `exclusively`, after `settleCrashed`.
 */
export function recordAndWrite(
  archive: Archive,
  statement: Exclude<Statement, { kind: 'abandoned' }>,
  replacement: Replacement,
): Written {
  const { files } = archive;
  const seq = (readArchive(archive).entries.at(-1)?.seq ?? 0) + 1;
  files.create(underWay(archive), Buffer.from(`${seq}\n${copyBeside(replacement.file)}\n`), 0o600);
  const entry = append(archive, statement);
  const written = carryOut(replacement, archive);
  if (written.kind !== 'written') {
    const why = written.kind === 'failed' ? written.why : 'the file changed while it was written';
    append(archive, { kind: 'abandoned', of: entry.seq, time: statement.time, why });
  }
  files.remove(underWay(archive));
  return written.kind === 'written' ? { kind: 'written', entry } : written;
}

/**
 * Brings the ledger to terms with a run that was killed in the middle of a write. Its entry stands if the file was
 * replaced; if the file still has the hash from before, the write never happened.
 */
export function settleCrashed(archive: Archive, time: string): void {
  const { files } = archive;
  const mark = files.read(underWay(archive));
  if (mark === undefined) return;
  // A mark that was itself cut short says that nothing after it happened.
  const [, seq, copy] = /^(\d+)\n(.+)\n$/s.exec(new TextDecoder().decode(mark)) ?? [];
  if (copy !== undefined) removeLeftover(copy, files);
  const last = readArchive(archive).entries.at(-1);
  const reached = last !== undefined && last.kind !== 'abandoned' && String(last.seq) === seq;
  if (reached && last.before !== last.after && hashNow(last.file, files) === last.before) {
    const why = 'the program ended before the file was written';
    append(archive, { kind: 'abandoned', of: last.seq, time, why });
  }
  files.remove(underWay(archive));
}

function underWay(archive: Archive): string {
  return join(archive.folder, 'ledger.underway');
}

type CarriedOut = { readonly kind: 'written' } | Exclude<Written, { kind: 'written' }>;

function carryOut(replacement: Replacement, { files }: Archive): CarriedOut {
  try {
    return { kind: replaceFile(replacement, files) === 'replaced' ? 'written' : 'stale' };
  } catch (error) {
    if (errorCode(error) === undefined || !(error instanceof Error)) throw error;
    // A failure after the rename (settling the folder) has written the file all the same.
    const after = hashNow(replacement.file, files);
    return after === replacement.base ? { kind: 'failed', why: error.message } : { kind: 'written' };
  }
}
