import { standing } from '../records/chain.ts';
import type { LedgerEntry, RecordedChange } from '../records/entry.ts';
import { decodeSettings } from '../scopes/settings-bytes.ts';
import { editSettings } from '../settings/edit.ts';
import { type Archive, readArchive } from './ledger-file.ts';

/** A settings file that is no longer what was accepted. */
export type Drift = {
  readonly file: string;
  /** The last acceptance for this file. */
  readonly entry: number;
  /** gone: the file is not there; void: the client ignores it; changed: others wrote to it. */
  readonly kind: 'gone' | 'void' | 'changed';
  /** Accepted changes that are no longer in the file. */
  readonly missing: readonly RecordedChange[];
};

/** Where the files differ from what was accepted; files that nobody else touched are not listed. */
export function drift(archive: Archive): readonly Drift[] {
  const { entries } = readArchive(archive);
  const stand = standing(entries);
  return [...new Set(stand.map(({ file }) => file))].flatMap((file): readonly Drift[] => {
    const own = stand.filter((entry) => entry.file === file);
    const entry = own.at(-1)?.seq ?? 0;
    const changes = lastWords(own.flatMap((each) => each.changes.map(({ change }) => change)));
    const bytes = archive.files.read(file);
    if (bytes === undefined) return [{ file, entry, kind: 'gone', missing: changes }];
    const read = decodeSettings(bytes);
    if (read.hash === writtenLast(entries, file)) return [];
    if (read.kind !== 'present') return [{ file, entry, kind: 'void', missing: changes }];
    return [{ file, entry, ...compared(read.text, changes) }];
  });
}

/** Of changes that concern the same thing the last one holds. */
function lastWords(changes: readonly RecordedChange[]): readonly RecordedChange[] {
  return [...new Map(changes.map((change) => [aboutOf(change), change])).values()];
}

function aboutOf(change: RecordedChange): string {
  if ('rule' in change) return `${change.list} ${change.rule}`;
  return 'directory' in change ? change.directory : change.key.join('.');
}

/** The hash that this program left the file with. */
function writtenLast(entries: readonly LedgerEntry[], file: string): string | undefined {
  const abandoned = new Set(entries.flatMap((entry) => (entry.kind === 'abandoned' ? [entry.of] : [])));
  const writes = entries.flatMap((entry) => (entry.kind === 'abandoned' ? [] : [entry]));
  return writes.findLast((entry) => entry.file === file && !abandoned.has(entry.seq))?.after;
}

/** A change is still there where making it again changes nothing. */
function compared(text: string, changes: readonly RecordedChange[]): Pick<Drift, 'kind' | 'missing'> {
  if (editSettings(text, []).kind === 'refused') return { kind: 'void', missing: changes };
  const missing = changes.filter((change) => {
    const edit = editSettings(text, [change]);
    return edit.kind === 'refused' || edit.text !== text;
  });
  return { kind: 'changed', missing };
}
