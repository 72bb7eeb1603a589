import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { recorder } from './evidence/record.ts';
import type { Store } from './evidence/store.ts';
import { problems, type Totals, totals } from './evidence/totals.ts';
import { knownTranscripts, type Position } from './evidence/transcripts.ts';
import { pieceGatherer } from './gather-piece.ts';
import { type Gathered, nothingGathered, type Problem } from './observations/gathered.ts';
import { redactGathered } from './observations/redact-gathered.ts';
import {
  type Closed,
  type Found,
  findTranscripts,
  foundAt,
  isWithin,
  type Listing,
  transcriptsFolder,
} from './transcripts/find.ts';
import { readApart } from './transcripts/read-apart.ts';
import { readHere } from './transcripts/read-here.ts';

/** What one pass over the transcripts did, and what the store holds after it. */
export type LearnReport = {
  readonly totals: Totals;
  readonly pass: {
    /** Transcripts looked at, and those of them that had changed. */
    readonly found: number;
    readonly changed: number;
    readonly bytes: number;
    /** Calls that were new. */
    readonly calls: number;
    readonly milliseconds: number;
  };
  /** Lines that were reported, with their places: the first ones of the files. */
  readonly problems: readonly Problem[];
  /** Folders that may not be looked into, each with the reason. */
  readonly closed: readonly Closed[];
};

/** Reported lines that a report lists. */
const PROBLEMS_LISTED = 200;

export type LearnRequest = {
  readonly store: Store;
  /** Folders and files to read. */
  readonly places: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Ends the pass early: what was read by then is stored, and the next pass goes on from there. */
  readonly stopped?: AbortSignal;
  /** A second thread may read while this one stores: for runs that have the machine to themselves. */
  readonly readingApart?: boolean;
  /** Bytes done, and bytes to do altogether. */
  readonly onProgress?: (done: number, all: number) => void;
};

/** Bytes read between two transactions: what a kill makes the next run read again. */
const BYTES_A_TRANSACTION = 16 << 20;

/**
 * Below this a second thread costs as much as it saves: with it, 28 MB took 1.13, 64 MB 1.02 and 244 MB 0.89 times as long
 * (medians on two processors that share a core's throughput).
 */
const WORTH_A_THREAD = 64 << 20;

/** The folders and files to learn from: those named, else the client's own folder. */
export function transcriptPlaces(
  named: readonly string[] | undefined,
  where: {
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly home: string;
    readonly cwd: string;
  },
): readonly string[] {
  if (named === undefined || named.length === 0) return [transcriptsFolder(where.env, where.home)];
  return named.map((place) => resolve(where.cwd, place));
}

/**
 * Reads what is new in the transcripts into the store. A kill at any moment loses and doubles nothing. Throws UserError
 * where a place does not exist.
 */
export async function learnOnce(request: LearnRequest): Promise<LearnReport> {
  const listing = findTranscripts(request.places);
  const there = new Set(listing.found.map(({ path }) => path));
  const within = (path: string, folders: readonly string[]) =>
    folders.some((folder) => isWithin(path, folder));
  const closed = listing.closed.map(({ path }) => path);
  const gone = [...knownTranscripts(request.store.database).keys()].filter(
    (path) => !there.has(path) && within(path, request.places) && !within(path, closed),
  );
  return pass(request, listing, gone);
}

/** As `learnOnce`, for files that are said to have changed; those that are not there have vanished. */
export async function learnFiles(request: LearnRequest, paths: readonly string[]): Promise<LearnReport> {
  const found = paths.map(foundAt).filter((file) => file !== undefined);
  const there = new Set(found.map(({ path }) => path));
  const gone = paths.filter((path) => !there.has(path));
  return pass(request, { found, closed: [] }, gone);
}

async function pass(
  request: LearnRequest,
  { found, closed }: Listing,
  gone: readonly string[],
): Promise<LearnReport> {
  const { store, now, onProgress } = request;
  const started = now();
  const known = knownTranscripts(store.database);
  const changed = found.filter((file) => hasChanged(file, known.get(file.path)));
  const all = changed.reduce((sum, file) => sum + unread(file, known.get(file.path)), 0);
  const wanted = changed.map((file) => ({ file, left: known.get(file.path) }));
  const stretch = stretchOf(store);
  const gather = pieceGatherer(stretch.gathered, known);
  let bytes = 0;
  let stored = 0;
  const apart = request.readingApart === true && all >= WORTH_A_THREAD;
  for await (const pieces of apart ? readApart(wanted) : readHere(wanted)) {
    for (const step of pieces.map(gather)) {
      if (step === undefined) continue;
      bytes += step.bytes;
      if (step.restarted) stretch.restarted.push(step.position.path);
      stretch.positions.set(step.position.path, step.position);
    }
    if (bytes - stored < BYTES_A_TRANSACTION) continue;
    await stretch.store();
    stored = bytes;
    onProgress?.(bytes, all);
    await setImmediate(); // a terminal that is being painted, and a signal to stop, get their turn
    if (request.stopped?.aborted === true) break;
  }
  stretch.vanished.push(...gone.filter((path) => known.has(path)));
  const calls = await stretch.store();
  return {
    totals: totals(store),
    pass: { found: found.length, changed: changed.length, bytes, calls, milliseconds: now() - started },
    problems: problems(store, PROBLEMS_LISTED),
    closed,
  };
}

/** What is gathered between two transactions. `store` writes it and returns the number of new calls so far. */
function stretchOf(store: Store) {
  const record = recorder(store);
  let calls = 0;
  const restarted: string[] = [];
  const vanished: string[] = [];
  const stretch = {
    gathered: nothingGathered(),
    positions: new Map<string, Position>(),
    restarted,
    vanished,
    async store(): Promise<number> {
      await redactGathered(stretch.gathered);
      calls += record({ ...stretch, positions: [...stretch.positions.values()] }).calls;
      forget(stretch.gathered);
      stretch.positions.clear();
      stretch.restarted.length = 0;
      stretch.vanished.length = 0;
      return calls;
    },
  };
  return stretch;
}

function forget(gathered: Gathered): void {
  gathered.calls.clear();
  for (const list of [gathered.endings, gathered.hooks, gathered.modes, gathered.problems]) list.length = 0;
}

function hasChanged(file: Found, known: Position | undefined): boolean {
  return known?.size !== file.size || known.changedAt !== file.changedAt || known.inode !== file.inode;
}

function unread(file: Found, known: Position | undefined): number {
  return known === undefined || known.readTo > file.size ? file.size : file.size - known.readTo;
}
