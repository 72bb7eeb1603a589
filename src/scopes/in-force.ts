import type { Scope } from '../permission/rule.ts';
import { errorCode } from '../user-error.ts';
import { type SettingsPlace, settingsPlaces } from './locate.ts';
import type { Place } from './place.ts';
import { repositoryAround } from './repository.ts';
import { readSettingsBytes, sha256 } from './settings-bytes.ts';
import { isSuppliedByRepository, isTrusted } from './trust.ts';

/** One settings file that exists, as text. */
export type SettingsText = {
  readonly scope: Scope;
  readonly file: string;
  /** The directory that `/x` patterns of this file start from. */
  readonly root: string;
  /** Decoded; a BOM is kept. */
  readonly text: string;
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string;
  /** A local file that came with the repository: its allow rules need trust like the project's. */
  readonly suppliedByRepository: boolean;
};

/** All settings that a session started here would read. */
export type InForce = {
  /** Strongest first; only files that exist and could be read. */
  readonly texts: readonly SettingsText[];
  readonly trusted: boolean;
  /** The primary working directory. */
  readonly workspace: string;
  /** The root of the main checkout, where the workspace lies in a git repository. */
  readonly repository?: string;
  /** Files that are there and could not be read, each with the reason. */
  readonly unreadable: readonly { readonly file: string; readonly why: string }[];
  /** One hash for all of it: two sessions with the same hash had the same settings files. */
  readonly hash: string;
};

/** Reads every settings file that the client would read for a session started at this place. */
export function settingsInForce(place: Place): InForce {
  const read = settingsPlaces(place).map(readOne);
  const texts = read.flatMap((one) => (one.kind === 'text' ? [one.text] : []));
  const repository = repositoryAround(place.cwd)?.main;
  return {
    texts,
    trusted: isTrusted(place),
    workspace: place.cwd,
    ...(repository === undefined ? {} : { repository }),
    unreadable: read.flatMap((one) => (one.kind === 'unreadable' ? [{ file: one.file, why: one.why }] : [])),
    hash: settingsHash(texts),
  };
}

/** One hash over scope, file and content of every settings file, in whatever order they are given. */
export function settingsHash(texts: readonly Pick<SettingsText, 'scope' | 'file' | 'hash'>[]): string {
  return sha256(
    texts
      .map(({ scope, file, hash }) => `${scope}\0${file}\0${hash}\n`)
      .toSorted()
      .join(''),
  );
}

type ReadOne =
  | { readonly kind: 'text'; readonly text: SettingsText }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly file: string; readonly why: string };

function readOne({ scope, file, root }: SettingsPlace): ReadOne {
  try {
    const bytes = readSettingsBytes(file);
    if (bytes.kind === 'absent') return bytes;
    if (bytes.kind === 'undecodable') return { kind: 'unreadable', file, why: bytes.why };
    const suppliedByRepository = scope === 'local' && isSuppliedByRepository(file);
    const { text, hash } = bytes;
    return { kind: 'text', text: { scope, file, root, text, hash, suppliedByRepository } };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    return { kind: 'unreadable', file, why: code };
  }
}
