import type { Mark } from '../observations/file-state.ts';
import { hasMalformed } from '../observations/projection/projection.ts';
import type { ProjectedText, Projector } from '../observations/projection/projector.ts';
import { attempt } from './attempt.ts';
import type { Found } from './find.ts';
import {
  hasHead,
  headOf,
  LONG_LINE,
  type OpenTranscript,
  openTranscript,
  type Stretch,
  stretches,
} from './read.ts';
import { linesNotUtf8 } from './utf8.ts';

/** A transcript that is to be read, and where it was left. */
export type Wanted = { readonly file: Found; readonly left: Left | undefined };

export type Left = Pick<Mark, 'readTo' | 'head'>;

/**
 * How a piece follows what was read of its file before: `anew` where nothing was, `again` where it is not the file that it
 * was, and nothing of before counts.
 */
export type Beginning = 'anew' | 'again' | 'further';

/** A part of a transcript as it was read. Plain data: it can come from another thread. */
export type Piece =
  | {
      readonly kind: 'text';
      readonly begins: Beginning;
      readonly text: ProjectedText;
      /** Lines, counted from 0, that are reported beside what was found in them. */
      readonly notUtf8: readonly number[];
      readonly longLine: string | undefined;
      readonly bytes: number;
      readonly mark: Mark;
    }
  | { readonly kind: 'unreadable'; readonly path: string; readonly why: string };

/**
 * The pieces of a transcript from where it was left on, or from its start where it is new, became shorter or was replaced.
 * None where the file is gone. The last piece marks the file as read.
 */
export function* pieces({ file, left }: Wanted, projector: Projector): Generator<Piece> {
  const opening = attempt(() => openTranscript(file.path));
  if (opening.kind === 'refused') yield { kind: 'unreadable', path: file.path, why: opening.why };
  if (opening.kind !== 'done') return;
  const open = opening.value;
  try {
    yield* piecesOf({ file, left }, open, projector);
  } finally {
    open.close();
  }
}

function* piecesOf({ file, left }: Wanted, open: OpenTranscript, projector: Projector): Generator<Piece> {
  const { path, size, changedAt, inode } = file;
  const grown = left !== undefined && left.readTo <= size && hasHead(open, left.head);
  const head = headOf(open, size);
  let readTo = grown ? left.readTo : 0;
  let begins: Beginning = grown ? 'further' : left === undefined ? 'anew' : 'again';
  const piece = (read: Read, end: number, whole: boolean): Piece => {
    const mark = { path, readTo: end, size: whole ? size : -1, changedAt, inode, head };
    const made: Piece = { kind: 'text', begins, ...read, bytes: end - readTo, mark };
    readTo = end;
    begins = 'further';
    return made;
  };
  for (const stretch of stretches(open, { from: readTo, size }, projector.room)) {
    const read = readStretch(stretch, projector);
    if (read !== undefined) yield piece(read, stretch.end, stretch.end === size);
  }
  yield piece(NOTHING, readTo, true);
}

type Read = {
  readonly text: ProjectedText;
  readonly notUtf8: readonly number[];
  readonly longLine: string | undefined;
};

const NOTHING: Read = { text: { projections: [], lines: 0 }, notUtf8: [], longLine: undefined };

/** What a stretch holds; undefined for a last line that is not complete yet. */
function readStretch(stretch: Stretch, projector: Projector): Read | undefined {
  if (stretch.kind === 'too-long') {
    return { ...NOTHING, text: { projections: [], lines: 1 }, longLine: 'longer than what is read' };
  }
  const { length } = stretch.bytes;
  // Before the bytes are projected, which uses them up.
  const notUtf8 = linesNotUtf8(stretch.bytes);
  const text = projector.project(length);
  if (stretch.kind === 'tail' && text.projections.some(hasMalformed)) return undefined;
  // So much at once is one line.
  return { text, notUtf8, longLine: length > LONG_LINE ? `${length} bytes, read all the same` : undefined };
}
