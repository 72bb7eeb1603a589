import { readdirSync, type Stats, statSync } from 'node:fs';
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

/**
 * All transcripts in the folders and files given, by path: a session comes before its subagents. Throws UserError where a
 * place does not exist or cannot be read.
 */
export function findTranscripts(places: readonly string[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const place of places) {
    for (const file of transcriptsIn(resolve(place))) found.set(file.path, file);
  }
  return [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

function transcriptsIn(place: string): readonly Found[] {
  const stats = statOf(place);
  if (stats === undefined) throw new UserError(`no transcripts: ${place} does not exist or cannot be read`);
  if (!stats.isDirectory()) return [foundFile(place, stats)];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter(isTranscript)
    .flatMap((name) => {
      const path = join(place, name);
      const file = statOf(path);
      return file === undefined || !file.isFile() ? [] : [foundFile(path, file)];
    });
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

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
