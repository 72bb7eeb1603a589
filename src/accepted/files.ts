import {
  chownSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { ifPresent } from '../scopes/present.ts';
import { errorCode } from '../user-error.ts';

/** What an existing file has besides its content. */
type Marks = { readonly mode: number; readonly uid: number; readonly gid: number };

/** Every step that touches the disk while settings are written: a test passes steps that fail. */
export type Files = {
  /** The bytes, or undefined where the file is not there. */
  read(file: string): Uint8Array | undefined;
  marks(file: string): Marks | undefined;
  /** The text of a symbolic link; undefined where the path is none. */
  link(path: string): string | undefined;
  /** The path without links; undefined where nothing is there. */
  real(path: string): string | undefined;
  /** Makes a folder and those above it. */
  makeFolder(folder: string, mode: number): void;
  /** Writes a file that must not exist yet, down to the disk. Without a mode the account's default is used. */
  create(file: string, bytes: Uint8Array, mode?: number): void;
  /** Adds to the end of a file that only its owner may read, down to the disk. */
  append(file: string, bytes: Uint8Array): void;
  /** Gives a file to the owner and group that another one had. */
  giveTo(file: string, marks: Marks): void;
  rename(from: string, to: string): void;
  remove(file: string): void;
  /** Makes renames in a folder survive a power cut. */
  settle(folder: string): void;
};

/** Writes what the system still holds of an open file down to the disk. */
type Sync = (handle: number) => void;

/** The real disk. */
export const DISK: Files = disk(fsyncSync);

/** A disk; tests that write often do not wait for it. */
export function disk(sync: Sync): Files {
  return {
    read: (file) => ifPresent(() => readFileSync(file)),
    marks,
    link: (path) => (ifPresent(() => lstatSync(path))?.isSymbolicLink() ? readlinkSync(path) : undefined),
    real: (path) => ifPresent(() => realpathSync(path)),
    makeFolder: (folder, mode) => void mkdirSync(folder, { recursive: true, mode }),
    create: (file, bytes, mode) => written(file, { flags: 'wx', bytes, mode, sync }),
    append: (file, bytes) => written(file, { flags: 'a', bytes, mode: 0o600, sync }),
    giveTo,
    rename: renameSync,
    remove: unlinkSync,
    settle: (folder) => settle(folder, sync),
  };
}

function marks(file: string): Marks | undefined {
  const found = ifPresent(() => statSync(file));
  return found === undefined ? undefined : { mode: found.mode & 0o7777, uid: found.uid, gid: found.gid };
}

function giveTo(file: string, { uid, gid }: Marks): void {
  const own = statSync(file);
  if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid);
}

type Writing = {
  readonly flags: 'wx' | 'a';
  readonly bytes: Uint8Array;
  readonly mode: number | undefined;
  readonly sync: Sync;
};

function written(file: string, { flags, bytes, mode, sync }: Writing): void {
  const handle = openSync(file, flags, mode ?? 0o666);
  try {
    // The account's umask may have taken bits away that the file had before.
    if (mode !== undefined) fchmodSync(handle, mode);
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    sync(handle);
  } finally {
    closeSync(handle);
  }
}

function settle(folder: string, sync: Sync): void {
  // Windows cannot open a folder; its renames need no such step.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    sync(handle);
  } catch (error) {
    // Some file systems (network, FUSE) cannot do this for a folder; the rename itself has happened.
    if (errorCode(error) !== 'EINVAL' && errorCode(error) !== 'ENOTSUP') throw error;
  } finally {
    closeSync(handle);
  }
}
