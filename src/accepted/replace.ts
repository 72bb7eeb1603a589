import { dirname, join } from 'node:path';
import { isMissing } from '../scopes/present.ts';
import { ABSENT, sha256 } from '../scopes/settings-bytes.ts';
import type { Files } from './files.ts';

/** A replacement of one file, with the hash that it must still have. */
export type Replacement = {
  /** Links already followed. */
  readonly file: string;
  /** undefined takes the file away. */
  readonly bytes: Uint8Array | undefined;
  readonly base: string;
};

export type Replaced = 'replaced' | 'changed-meanwhile';

/** The hash of a file now, `absent` where there is none. */
export function hashNow(file: string, files: Files): string {
  const bytes = files.read(file);
  return bytes === undefined ? ABSENT : sha256(bytes);
}

/**
 * Puts new bytes in a file's place, all or nothing: a complete copy beside it, then a rename. Mode bits and owner stay.
 * The hash is compared once more right before the rename; the client itself takes no lock, so the moment between the
 * two remains. Throws the system's error; the old file then stands, and the copy is gone.
 */
export function replaceFile({ file, bytes, base }: Replacement, files: Files): Replaced {
  const folder = dirname(file);
  if (bytes === undefined) {
    if (hashNow(file, files) !== base) return 'changed-meanwhile';
    files.remove(file);
    files.settle(folder);
    return 'replaced';
  }
  files.makeFolder(folder, 0o777);
  const copy = copyBeside(file);
  const marks = files.marks(file);
  try {
    removeLeftover(copy, files);
    files.create(copy, bytes, marks?.mode);
    if (marks !== undefined) files.giveTo(copy, marks);
    if (hashNow(file, files) !== base) {
      files.remove(copy);
      return 'changed-meanwhile';
    }
    files.rename(copy, file);
  } catch (error) {
    removeLeftover(copy, files);
    throw error;
  }
  files.settle(folder);
  return 'replaced';
}

/** Where the new content is written before it takes the file's name. */
export function copyBeside(file: string): string {
  return join(dirname(file), `.precedent-${process.pid}.tmp`);
}

/** Removes a copy that a run left behind when it was killed. */
export function removeLeftover(copy: string, files: Files): void {
  try {
    files.remove(copy);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}
