import type { Position } from './evidence/transcripts.ts';
import {
  type Gathered,
  gatherLines,
  type Reading,
  readingFromStart,
  report,
} from './observations/gathered.ts';
import type { Beginning, Piece } from './transcripts/pieces.ts';

/** What a piece did: with the position stored, nothing of it is read again. */
export type Step = { readonly position: Position; readonly bytes: number; readonly restarted: boolean };

/** A function that takes the pieces of transcripts, those of each in their order, into what was gathered. */
export function pieceGatherer(
  gathered: Gathered,
  known: ReadonlyMap<string, Position>,
): (piece: Piece) => Step | undefined {
  const readings = new Map<string, Reading>();
  const readingOf = (path: string, begins: Beginning): Reading => {
    const begun = begins === 'further' ? (readings.get(path) ?? readingOn(known.get(path))) : undefined;
    const reading = begun ?? readingFromStart(path);
    readings.set(path, reading);
    return reading;
  };
  return (piece) => {
    if (piece.kind === 'unreadable') {
      const { why, path } = piece;
      report(gathered, { ...readingFromStart(path), lines: -1 }, { reason: 'unreadable-file', why });
      return undefined;
    }
    const { begins, bytes, mark } = piece;
    const reading = readingOf(mark.path, begins);
    gatherPiece(gathered, reading, piece);
    const position = { ...mark, lines: reading.lines, state: reading.state };
    return { position, bytes, restarted: begins === 'again' };
  };
}

function gatherPiece(gathered: Gathered, reading: Reading, piece: Extract<Piece, { kind: 'text' }>): void {
  const first = reading.lines;
  gatherLines(gathered, reading, piece.text);
  const at = (line: number) => ({ ...reading, lines: first + line });
  for (const line of piece.notUtf8) {
    report(gathered, at(line), { reason: 'invalid-utf8', why: 'bytes that are not UTF-8' });
  }
  if (piece.longLine !== undefined) {
    report(gathered, at(0), { reason: 'long-line', why: piece.longLine });
  }
}

function readingOn(known: Position | undefined): Reading | undefined {
  return known && { file: known.path, lines: known.lines, state: known.state };
}
