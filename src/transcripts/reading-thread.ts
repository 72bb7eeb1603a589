import { parentPort, workerData } from 'node:worker_threads';
import type { Piece } from './pieces.ts';
import type { ReadingJob } from './read-apart.ts';
import { readHere } from './read-here.ts';

/*
 * Reads transcripts in a thread of its own, and tells of the pieces in bunches. It waits where nobody takes them: memory
 * holds a few bunches, however much there is to read.
 */

/** Bytes read of transcripts for one bunch: a message costs as much as some of the pieces in it. */
const BUNCH = 2 << 20;

/** Bunches that may lie untaken. */
const AHEAD = 8;

const port = parentPort;
if (port === null) throw new Error('this file runs in a thread of its own');
const { wanted, taken }: ReadingJob = workerData;

let told = 0;
let bunch: Piece[] = [];
let bytes = 0;
for (const pieces of readHere(wanted)) {
  for (const piece of pieces) {
    bunch.push(piece);
    bytes += piece.kind === 'text' ? piece.bytes : 0;
  }
  if (bytes >= BUNCH) tell();
}
tell();
port.postMessage(undefined);

function tell(): void {
  for (let count = Atomics.load(taken, 0); count < told - AHEAD; count = Atomics.load(taken, 0)) {
    Atomics.wait(taken, 0, count);
  }
  const memory = bunch.flatMap(memoryOf);
  port?.postMessage(bunch, memory);
  told++;
  bunch = [];
  bytes = 0;
}

/** What a piece can hand over without being copied. */
function memoryOf(piece: Piece): readonly ArrayBuffer[] {
  if (piece.kind !== 'text') return [];
  return piece.text.projections.flatMap(({ objects, table }) => [objects.buffer, table.buffer]);
}
