import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { UserError } from '../user-error.ts';
import { attempt } from './attempt.ts';

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
  /** Folders and files that may not be looked at. */
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
  const stats = opened(place, () => statSync(place));
  if (!stats.isDirectory()) return [foundFile(place, stats)];
  return walk(
    place,
    opened(place, () => entriesOf(place)),
    closed,
  );
}

function opened<T>(place: string, look: () => T): T {
  const looked = attempt(look);
  if (looked.kind === 'done') return looked.value;
  throw new UserError(`no transcripts: ${looked.kind === 'gone' ? `${place} does not exist` : looked.why}`);
}

function* walk(folder: string, entries: readonly Dirent[], closed: Closed[]): Generator<Found> {
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inside = attempt(() => entriesOf(path));
      if (inside.kind === 'done') yield* walk(path, inside.value, closed);
      else if (inside.kind === 'refused') closed.push({ path, why: inside.why });
    } else if (isTranscript(path)) {
      const stats = attempt(() => statSync(path));
      if (stats.kind === 'refused') closed.push({ path, why: stats.why });
      else if (stats.kind === 'done' && stats.value.isFile()) yield foundFile(path, stats.value);
    }
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
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

/** What a path names; undefined where it is gone or may not be looked at. */
export function foundAt(path: string): Found | undefined {
  const stats = attempt(() => statSync(path));
  return stats.kind === 'done' && stats.value.isFile() ? foundFile(path, stats.value) : undefined;
}

function foundFile(path: string, stats: Stats): Found {
  return { path, size: stats.size, changedAt: stats.mtimeMs, inode: stats.ino };
}
