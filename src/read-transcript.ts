import type { Position } from './evidence/transcripts.ts';
import {
  type Gathered,
  gatherLines,
  gatherTail,
  type LineReader,
  type Reading,
  readingFromStart,
  report,
} from './observations/gathered.ts';
import type { Found } from './transcripts/find.ts';
import {
  hasHead,
  headOf,
  LONG_LINE,
  type OpenTranscript,
  openTranscript,
  type Stretch,
  stretches,
} from './transcripts/read.ts';
import { linesNotUtf8 } from './transcripts/utf8.ts';

/** A piece of a transcript was gathered; with the position stored, nothing of it is read again. */
export type Step = { readonly position: Position; readonly bytes: number; readonly restarted: boolean };

/** Who reads, and where what was read is gathered. */
export type Into = { readonly reader: LineReader; readonly gathered: Gathered };

/**
 * Reads a transcript on from where it was left, or from its start where it is new, became shorter or was replaced, into
 * what was gathered. Ends without a step where the file is gone; reports one that may not be read.
 */
export function* readTranscript(file: Found, known: Position | undefined, into: Into): Generator<Step> {
  const open = openOrReport(file, into.gathered);
  if (open === undefined) return;
  try {
    yield* steps({ file, open }, known, into);
  } finally {
    open.close();
  }
}

type Opened = { readonly file: Found; readonly open: OpenTranscript };

function* steps({ file, open }: Opened, known: Position | undefined, into: Into): Generator<Step> {
  const grown = known !== undefined && known.readTo <= file.size && hasHead(open, known.head);
  const reading: Reading = grown
    ? { file: file.path, lines: known.lines, state: known.state }
    : readingFromStart(file.path);
  const from = grown ? known.readTo : 0;
  const head = headOf(open, file.size);
  let restarted = known !== undefined && !grown;
  let readTo = from;
  const step = (end: number, done: boolean): Step => {
    const bytes = end - readTo;
    readTo = end;
    const position: Position = {
      path: file.path,
      readTo,
      lines: reading.lines,
      size: done ? file.size : -1, // half a file is looked at again, whatever its size
      changedAt: file.changedAt,
      inode: file.inode,
      head,
      state: reading.state,
    };
    const before = restarted;
    restarted = false;
    return { position, bytes, restarted: before };
  };
  for (const stretch of stretches(open, { from, size: file.size }, into.reader.room)) {
    if (gatherStretch(stretch, reading, into)) yield step(stretch.end, stretch.end === file.size);
  }
  yield step(readTo, true);
}

/** Takes a piece in; false for a last line that is not complete yet. */
function gatherStretch(stretch: Stretch, reading: Reading, { reader, gathered }: Into): boolean {
  if (stretch.kind === 'too-long') {
    report(gathered, reading, { reason: 'long-line', why: 'longer than what is read' });
    reading.lines++;
    return true;
  }
  const bytes = stretch.bytes.length;
  // What is reported of the bytes is found before the lines are gathered: gathering uses the bytes up.
  const notUtf8 = linesNotUtf8(stretch.bytes);
  const first = reading.lines;
  const text = { reader, bytes };
  if (stretch.kind === 'lines') gatherLines(gathered, reading, text);
  else if (!gatherTail(gathered, reading, text)) return false;
  const at = (line: number) => ({ ...reading, lines: first + line });
  for (const line of notUtf8) {
    report(gathered, at(line), { reason: 'invalid-utf8', why: 'bytes that are not UTF-8' });
  }
  // So much at once is one line.
  if (bytes > LONG_LINE) {
    report(gathered, at(0), { reason: 'long-line', why: `${bytes} bytes, read all the same` });
  }
  return true;
}

/** Opens a file; one that is gone is no matter, one that may not be read is reported. */
function openOrReport(file: Found, gathered: Gathered): OpenTranscript | undefined {
  try {
    return openTranscript(file.path);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code !== 'ENOENT') {
      const reading = { ...readingFromStart(file.path), lines: -1 };
      report(gathered, reading, { reason: 'unreadable-file', why: error.message });
    }
    return undefined;
  }
}
