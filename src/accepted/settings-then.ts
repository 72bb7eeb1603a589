import { statSync } from 'node:fs';
import type { LedgerEntry } from '../records/entry.ts';
import type { SettingsText } from '../scopes/in-force.ts';
import { ifPresent } from '../scopes/present.ts';
import { ABSENT, decodeSettings } from '../scopes/settings-bytes.ts';
import { type Archive, backup, readArchive } from './ledger-file.ts';

/** A settings file as it was at a moment, as far as that can be known. */
export type TextThen = SettingsText & { readonly known: 'ledger' | 'untouched' | 'assumed' };

/**
 * The settings files of a project as they were at a moment (milliseconds since 1970): from the ledger and its backups
 * where this program wrote them, from the disk where a file was not touched since, and otherwise as they are now,
 * marked as assumed.
 */
export function settingsThen(
  now: readonly SettingsText[],
  at: number,
  archive: Archive,
): readonly TextThen[] {
  const writes = readArchive(archive).entries;
  return now.flatMap((text): readonly TextThen[] => {
    const changed = ifPresent(() => statSync(text.file))?.mtimeMs;
    if (changed !== undefined && changed <= at) return [{ ...text, known: 'untouched' }];
    const kept = keptAt(writes, { text, at, archive });
    if (kept === 'absent') return [];
    if (kept !== undefined) return [{ ...text, ...kept, known: 'ledger' }];
    return [{ ...text, known: 'assumed' }];
  });
}

type Asked = { readonly text: SettingsText; readonly at: number; readonly archive: Archive };

/** The content that the ledger vouches for: the one between two writes that fit together, or before the first. */
function keptAt(
  entries: readonly LedgerEntry[],
  { text: now, at, archive }: Asked,
): { readonly text: string; readonly hash: string } | typeof ABSENT | undefined {
  const gone = new Set(entries.flatMap((entry) => (entry.kind === 'abandoned' ? [entry.of] : [])));
  const writes = entries
    .filter((entry) => entry.kind !== 'abandoned')
    .filter((entry) => entry.file === now.file && !gone.has(entry.seq));
  const last = writes.findLast(({ time }) => Date.parse(time) <= at);
  const next = writes.find(({ time }) => Date.parse(time) > at);
  // What others wrote between two writes is not kept: then the ledger cannot say what was there.
  const following = next?.before ?? now.hash;
  if (last !== undefined && last.after !== following) return undefined;
  const hash = last?.after ?? next?.before;
  if (hash === undefined) return undefined;
  if (hash === ABSENT) return ABSENT;
  const bytes = backup(archive, hash);
  const decoded = bytes === undefined ? undefined : decodeSettings(bytes);
  return decoded?.kind === 'present' ? { text: decoded.text, hash } : undefined;
}
