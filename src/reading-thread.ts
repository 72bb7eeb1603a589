import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingJob } from './read-apart.ts';
import { readHere } from './read-transcripts.ts';
import type { Piece } from './transcripts/pieces.ts';

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
  for (let until = told - AHEAD; Atomics.load(taken, 0) < until; )
    Atomics.wait(taken, 0, Atomics.load(taken, 0));
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
