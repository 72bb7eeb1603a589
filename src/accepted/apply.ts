import type { LedgerEntry, Statement } from '../records/entry.ts';
import { ABSENT, encodeSettings, sha256 } from '../scopes/settings-bytes.ts';
import { type Archive, exclusively, keepBackup } from './ledger-file.ts';
import { recordAndWrite, settleCrashed } from './record-and-write.ts';
import { type Showing, type Shown, show } from './shown.ts';
import type { Signature } from './signature.ts';

export type Applied =
  | { readonly kind: 'applied'; readonly entry: LedgerEntry; readonly file: string }
  /** The file changed since it was shown: nothing was written, and this is what there is to see now. */
  | { readonly kind: 'stale'; readonly now: Showing }
  /** The system refused; the file is as it was. */
  | { readonly kind: 'failed'; readonly file: string; readonly why: string };

/** Writes exactly what was shown, keeps the old bytes and records the acceptance; or writes nothing and says why. */
export function apply(shown: Shown, signature: Signature, archive: Archive): Applied {
  return exclusively(archive, () => {
    settleCrashed(archive, signature.time);
    const current = archive.files.read(shown.file);
    if ((current === undefined ? ABSENT : sha256(current)) !== shown.base) return stale(shown, archive);
    if (current !== undefined) keepBackup(archive, current);
    const bytes = encodeSettings(shown.after, shown.encoding);
    // The new bytes are kept too: undo shows what others changed since, and needs to know from what.
    keepBackup(archive, bytes);
    const replacement = { file: shown.file, bytes, base: shown.base };
    const written = recordAndWrite(archive, acceptance(shown, signature, sha256(bytes)), replacement);
    switch (written.kind) {
      case 'written':
        return { kind: 'applied', entry: written.entry, file: shown.file };
      case 'stale':
        return stale(shown, archive);
      case 'failed':
        return { ...written, file: shown.file };
    }
  });
}

function stale(shown: Shown, archive: Archive): Applied {
  return { kind: 'stale', now: show(shown.target, shown.changes, archive.files) };
}

function acceptance(
  { file, diff, base, changes }: Shown,
  { settings, ...rest }: Signature,
  after: string,
): Exclude<Statement, { kind: 'abandoned' }> {
  return {
    kind: 'accepted',
    ...rest,
    file,
    diff,
    before: base,
    after,
    settings: settings(after),
    changes,
  };
}
