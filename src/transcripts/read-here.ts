import { LINE } from '../observations/line-shape.ts';
import { projector } from '../observations/projection/projector.ts';
import { type Piece, pieces, type Wanted } from './pieces.ts';

/** The pieces of transcripts, one file after the other, one at a time. */
export function* readHere(wanted: readonly Wanted[]): Generator<readonly Piece[]> {
  if (wanted.length === 0) return;
  const lines = projector(LINE);
  for (const each of wanted) for (const piece of pieces(each, lines)) yield [piece];
}
