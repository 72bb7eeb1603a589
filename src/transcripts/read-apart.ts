import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Piece, Wanted } from './pieces.ts';
import { readHere } from './read-here.ts';

/** What the reading thread is to do. */
export type ReadingJob = {
  readonly wanted: readonly Wanted[];
  /** Shared with it: how many bunches of pieces were taken. */
  readonly taken: Int32Array;
};

/** Bytes that are read here while the thread starts. */
const MEANWHILE = 16 << 20;

/**
 * The pieces of transcripts, in the order of `readHere`, most of them read by a thread of its own: while one piece is
 * stored the next ones are read. Throws what the thread throws. In the built program only: a thread is started from its file.
 */
export async function* readApart(wanted: readonly Wanted[]): AsyncGenerator<readonly Piece[]> {
  const here = countOf(wanted, MEANWHILE);
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const workerData: ReadingJob = { wanted: wanted.slice(here), taken };
  const thread = new Worker(new URL('./reading-thread.js', import.meta.url), { workerData });
  const bunches = on(thread, 'message');
  try {
    yield* readHere(wanted.slice(0, here));
    for await (const [pieces] of bunches) {
      if (pieces === undefined) return;
      yield pieces;
      Atomics.add(taken, 0, 1);
      Atomics.notify(taken, 0);
    }
  } finally {
    await thread.terminate();
  }
}

/** How many of the files come to about so many bytes. */
function countOf(wanted: readonly Wanted[], bytes: number): number {
  let sum = 0;
  const beyond = wanted.findIndex(({ file, left }) => {
    sum += file.size - (left?.readTo ?? 0);
    return sum > bytes;
  });
  return beyond === -1 ? wanted.length : beyond;
}
