import type { AcceptedChange, LedgerEntry } from '../records/entry.ts';
import { ABSENT, decodeSettings, encodeSettings, sha256 } from '../scopes/settings-bytes.ts';
import { unifiedDiff } from '../settings/diff.ts';
import { reversal } from '../settings/reversal.ts';
import { type Archive, backup, exclusively, keepBackup } from './ledger-file.ts';
import { recordAndWrite, settleCrashed } from './record-and-write.ts';
import { hashNow } from './replace.ts';
import { type Showing, show } from './shown.ts';
import type { Signature } from './signature.ts';

export type Acceptance = LedgerEntry & { readonly kind: 'accepted' };

/** What taking an acceptance back would do. */
export type Undoing =
  /** Nobody touched the file since: its old bytes come back, to the last one. */
  | {
      readonly kind: 'restore';
      readonly of: Acceptance;
      readonly bytes: Uint8Array | undefined;
      readonly diff: string;
    }
  /** Others changed the file since: only this entry's rules can go. `showing` says what that would write. */
  | {
      readonly kind: 'changed-since';
      readonly of: Acceptance;
      readonly since: string;
      readonly showing: Showing;
    }
  | { readonly kind: 'backup-lost'; readonly of: Acceptance; readonly showing: Showing };

export type Undone =
  | { readonly kind: 'undone'; readonly entry: LedgerEntry; readonly file: string }
  | { readonly kind: 'stale' }
  | { readonly kind: 'failed'; readonly file: string; readonly why: string };

/** What taking back would do, computed from the bytes as they are now. Writes nothing. */
export function undoing(of: Acceptance, archive: Archive): Undoing {
  const old = of.before === ABSENT ? undefined : backup(archive, of.before);
  const now = archive.files.read(of.file);
  const showing = (): Showing =>
    show({ file: of.file, within: undefined }, takenBack(of, old), archive.files);
  if (of.before !== ABSENT && old === undefined) return { kind: 'backup-lost', of, showing: showing() };
  const file = of.file;
  if (hashNow(file, archive.files) === of.after) {
    return {
      kind: 'restore',
      of,
      bytes: old,
      diff: unifiedDiff({ file, before: textOf(now), after: textOf(old) }),
    };
  }
  const since = unifiedDiff({ file, before: writtenText(of, archive), after: textOf(now) });
  return { kind: 'changed-since', of, since, showing: showing() };
}

/** Brings the old bytes back; nothing is written where the file changed since it was looked at. */
export function restore(undo: Undoing & { kind: 'restore' }, signature: Signature, archive: Archive): Undone {
  const { of, bytes } = undo;
  const after = bytes === undefined ? ABSENT : sha256(bytes);
  return takeBack(
    { of, bytes, after, base: of.after, diff: undo.diff, manner: 'restored' },
    signature,
    archive,
  );
}

/** Takes only the entry's rules out of a file that others changed since. */
export function removeRules(
  of: Acceptance,
  shown: Showing & { kind: 'shown' },
  signed: { readonly signature: Signature; readonly archive: Archive },
): Undone {
  const bytes = encodeSettings(shown.after, shown.encoding);
  const { base, diff } = shown;
  return takeBack(
    { of, bytes, after: sha256(bytes), base, diff, manner: 'rules' },
    signed.signature,
    signed.archive,
  );
}

type TakingBack = {
  readonly of: Acceptance;
  readonly bytes: Uint8Array | undefined;
  readonly base: string;
  readonly after: string;
  readonly diff: string;
  readonly manner: 'restored' | 'rules';
};

function takeBack(taking: TakingBack, signature: Signature, archive: Archive): Undone {
  const { of, bytes, base, after, diff, manner } = taking;
  const { settings, ...rest } = signature;
  return exclusively(archive, () => {
    settleCrashed(archive, signature.time);
    const current = archive.files.read(of.file);
    if ((current === undefined ? ABSENT : sha256(current)) !== base) return { kind: 'stale' };
    if (current !== undefined) keepBackup(archive, current);
    const written = recordAndWrite(
      archive,
      {
        kind: 'undone',
        of: of.seq,
        manner,
        ...rest,
        file: of.file,
        diff,
        before: base,
        after,
        settings: settings(after),
      },
      { file: of.file, bytes, base },
    );
    if (written.kind === 'failed') return { ...written, file: of.file };
    return written.kind === 'stale' ? written : { kind: 'undone', entry: written.entry, file: of.file };
  });
}

/** The reverse of what the entry really changed; what was there before it stays. */
function takenBack(of: Acceptance, old: Uint8Array | undefined): readonly AcceptedChange[] {
  const changes = of.changes.map(({ change }) => change);
  return reversal(textOf(old), changes).map((change) => ({ change, evidence: [] }));
}

/** The text that the entry wrote, rebuilt for the diff of what others changed since. */
function writtenText(of: Acceptance, archive: Archive): string | undefined {
  const written = backup(archive, of.after);
  return written === undefined ? undefined : textOf(written);
}

function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  const decoded = decodeSettings(bytes);
  return decoded.kind === 'present' ? decoded.text : undefined;
}
