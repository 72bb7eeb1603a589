import { setImmediate } from 'node:timers/promises';
import { type Totals, totals } from './evidence/reading.ts';
import { recorder } from './evidence/record.ts';
import type { Store } from './evidence/store.ts';
import { knownTranscripts, type Position } from './evidence/transcripts.ts';
import { type Gathered, nothingGathered } from './observations/gathered.ts';
import { readTranscript } from './read-transcript.ts';
import { type Found, findTranscripts, isWithin } from './transcripts/find.ts';

/** What one pass over the transcripts did, and what the store holds after it. */
export type LearnReport = {
  readonly totals: Totals;
  readonly pass: {
    /** Transcripts found, and those of them that had changed. */
    readonly found: number;
    readonly changed: number;
    readonly bytes: number;
    /** Calls that were new. */
    readonly calls: number;
    readonly milliseconds: number;
  };
};

export type LearnRequest = {
  readonly store: Store;
  /** Folders and files to read. */
  readonly places: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Bytes done, and bytes to do altogether. */
  readonly onProgress?: (done: number, all: number) => void;
};

/** Bytes read between two transactions: what a kill makes the next run read again. */
const BYTES_A_TRANSACTION = 16 << 20;

/**
 * Reads what is new in the transcripts into the store. A kill at any moment loses and doubles nothing. Throws UserError
 * where a place does not exist.
 */
export async function learnOnce(request: LearnRequest): Promise<LearnReport> {
  const started = request.now();
  const found = findTranscripts(request.places);
  const done = await readChanged(request, found);
  return {
    totals: totals(request.store),
    pass: { found: found.length, ...done, milliseconds: request.now() - started },
  };
}

type Done = { readonly changed: number; readonly bytes: number; readonly calls: number };

async function readChanged(request: LearnRequest, found: readonly Found[]): Promise<Done> {
  const known = knownTranscripts(request.store.database);
  const changed = found.filter((file) => hasChanged(file, known.get(file.path)));
  const all = changed.reduce(
    (sum, { size, path }) => sum + Math.max(0, size - (known.get(path)?.readTo ?? 0)),
    0,
  );
  const stretch = stretchOf(request.store);
  let bytes = 0;
  let stored = 0;
  for (const file of changed) {
    for (const step of readTranscript(file, known.get(file.path), stretch.gathered)) {
      bytes += step.bytes;
      if (step.restarted) stretch.restarted.push(file.path);
      stretch.positions.set(file.path, step.position);
      if (bytes - stored < BYTES_A_TRANSACTION) continue;
      stretch.store();
      stored = bytes;
      request.onProgress?.(bytes, all);
      await setImmediate(); // a terminal that is being painted gets its turn
    }
  }
  stretch.vanished.push(...vanishedFrom(known, found, request.places));
  return { changed: changed.length, bytes, calls: stretch.store() };
}

/** What is gathered between two transactions. `store` writes it and returns the number of new calls so far. */
function stretchOf(store: Store) {
  const record = recorder(store);
  let calls = 0;
  const stretch = {
    gathered: nothingGathered(),
    positions: new Map<string, Position>(),
    restarted: [] as string[],
    vanished: [] as string[],
    store(): number {
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

function vanishedFrom(
  known: ReadonlyMap<string, Position>,
  found: readonly Found[],
  places: readonly string[],
): readonly string[] {
  const there = new Set(found.map(({ path }) => path));
  return [...known.keys()].filter(
    (path) => !there.has(path) && places.some((place) => isWithin(path, place)),
  );
}
