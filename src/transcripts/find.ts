import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UserError } from '../user-error.ts';

/** A transcript file as it lies on disk. */
export type Found = {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly changedAt: number;
  readonly inode: number;
};

/** The folder where the client keeps transcripts: CLAUDE_CONFIG_DIR, else ~/.claude, and in it `projects`. */
export function transcriptsFolder(env: Readonly<Record<string, string | undefined>>, home: string): string {
  const configured = env['CLAUDE_CONFIG_DIR'];
  return join(configured !== undefined && configured !== '' ? configured : join(home, '.claude'), 'projects');
}

/** What lies in some places. */
export type Listing = {
  /** By path: a session comes before its subagents. */
  readonly found: readonly Found[];
  /** Folders that may not be looked into. */
  readonly closed: readonly Closed[];
};

export type Closed = { readonly path: string; readonly why: string };

/** All transcripts in the folders and files given. Throws UserError where a place does not exist or cannot be read. */
export function findTranscripts(places: readonly string[]): Listing {
  const found = new Map<string, Found>();
  const closed: Closed[] = [];
  for (const place of places) {
    for (const file of transcriptsIn(resolve(place), closed)) found.set(file.path, file);
  }
  return { found: [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1)), closed };
}

function transcriptsIn(place: string, closed: Closed[]): Iterable<Found> {
  const stats = statOf(place);
  if (stats === undefined) throw new UserError(`no transcripts: ${place} does not exist or cannot be read`);
  if (!stats.isDirectory()) return [foundFile(place, stats)];
  const entries = entriesOf(place);
  if (typeof entries === 'string') throw new UserError(`no transcripts: ${entries}`);
  return walk(place, entries, closed);
}

function* walk(folder: string, entries: readonly Dirent[], closed: Closed[]): Generator<Found> {
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inside = entriesOf(path);
      if (typeof inside === 'string') closed.push({ path, why: inside });
      else yield* walk(path, inside, closed);
    } else if (isTranscript(path)) {
      const file = foundAt(path);
      if (file !== undefined) yield file;
    }
  }
}

/** What lies in a folder; nothing where it is gone, and the reason where it may not be looked into. */
function entriesOf(folder: string): readonly Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return error.code === 'ENOENT' ? [] : error.message;
  }
}

/** `journal.jsonl` of a workflow is no transcript. */
export function isTranscript(path: string): boolean {
  return path.endsWith('.jsonl') && !/(?:^|[/\\])journal\.jsonl$/.test(path);
}

/** Whether a path lies in a folder that was given, or is the file that was given. */
export function isWithin(path: string, place: string): boolean {
  const root = resolve(place);
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

/** What a path names; undefined where it is gone: files come and go while they are looked at. */
export function foundAt(path: string): Found | undefined {
  const stats = statOf(path);
  return stats?.isFile() === true ? foundFile(path, stats) : undefined;
}

function foundFile(path: string, stats: Stats): Found {
  return { path, size: stats.size, changedAt: stats.mtimeMs, inode: stats.ino };
}

/** Undefined also where a folder on the way may not be entered, or links lead in a circle. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return undefined;
  }
}
