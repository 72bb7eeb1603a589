import stringWidth from 'string-width';
import { type Line, mark, type Tone } from './span.ts';

export { type Line, mark, type Span, said, type Tone, textOf } from './span.ts';

/** Columns of a terminal that the line takes. */
export function widthOf(line: Line): number {
  return line.reduce(
    (sum, { text }) => sum + (PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text)),
    0,
  );
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

type Cell = { readonly text: string; readonly width: number; readonly tone: Tone };

/** An emoji or an ideograph. */
const WIDEST_CELL = 2;

const segmenter = new Intl.Segmenter();

function cellsOf(line: Line): readonly Cell[] {
  return line.flatMap(({ text, tone }) => {
    if (PRINTABLE_ASCII.test(text))
      return [...text].map((character) => ({ text: character, width: 1, tone }));
    return [...segmenter.segment(text)].flatMap(({ segment }) => {
      const width = stringWidth(segment);
      // Letters with spacing marks can grow wider than a cell: those break apart.
      if (width <= WIDEST_CELL) return [{ text: segment, width, tone }];
      return [...segment].map((character) => ({ text: character, width: stringWidth(character), tone }));
    });
  });
}

function joined(cells: readonly Cell[]): Line {
  const spans: { text: string; tone: Tone }[] = [];
  for (const { text, tone } of cells) {
    const last = spans.at(-1);
    if (last !== undefined && last.tone === tone) last.text += text;
    else spans.push({ text, tone });
  }
  return spans;
}

/**
 * The line broken into lines of at most `width` columns, at spaces where there are any; nothing is lost.
 * Continuation lines start with `indent` spaces.
 */
export function wrap(line: Line, width: number, indent = 0): readonly Line[] {
  const room = Math.max(1, width);
  if (widthOf(line) <= room) return [line];
  const hanging = Math.max(0, Math.min(indent, Math.floor(room / 2), room - WIDEST_CELL));
  const lines: Line[] = [];
  let rest = cellsOf(line);
  while (rest.length > 0) {
    const inset = lines.length === 0 ? 0 : hanging;
    const end = breakAt(rest, room - inset);
    const head = rest.slice(0, end);
    lines.push(inset === 0 ? joined(head) : [mark(' '.repeat(inset)), ...joined(head)]);
    rest = rest.slice(end);
  }
  return lines;
}

/** How many cells fit, ending after the last space where one stands in the second half, else after the last slash. */
function breakAt(cells: readonly Cell[], room: number): number {
  let used = 0;
  let end = 0;
  let afterSpace = 0;
  let afterSlash = 0;
  for (const cell of cells) {
    if (used + cell.width > room && end > 0) break;
    used += cell.width;
    end += 1;
    if (cell.text === ' ') afterSpace = end;
    if (cell.text === '/') afterSlash = end;
  }
  if (end === cells.length) return end;
  if (afterSpace * 2 > end) return afterSpace;
  return afterSlash * 2 > end ? afterSlash : end;
}

/** The line in exactly `width` columns: padded, or shortened with `more` at its end to say so. */
export function fitted(line: Line, width: number, more = '…'): Line {
  const length = widthOf(line);
  if (length <= width) return [...line, mark(' '.repeat(width - length))];
  const room = Math.max(0, width - stringWidth(more));
  const kept: Cell[] = [];
  let used = 0;
  for (const cell of cellsOf(line)) {
    if (used + cell.width > room) break;
    used += cell.width;
    kept.push(cell);
  }
  const tail = more.slice(0, Math.max(0, width - used));
  return [...joined(kept), mark(tail + ' '.repeat(Math.max(0, width - used - stringWidth(tail))), 'dim')];
}

/** The line with its text pushed to the right edge of `width` columns; longer lines stay as they are. */
export function alignRight(line: Line, width: number): Line {
  return [mark(' '.repeat(Math.max(0, width - widthOf(line)))), ...line];
}
