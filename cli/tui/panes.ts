import { fitted, type Line, mark } from '../format/line.ts';
import { count } from '../format/words.ts';
import { mostScroll, windowAround } from './layout.ts';
import type { Pen } from './pen.ts';
import type { Size } from './state.ts';
import type { List } from './views/content.ts';

/** The stretch of a list around its selected line, in exactly the room there is. */
export function listPane(list: List, room: Size, pen: Pen): readonly Line[] {
  const { start, end } = windowAround(list.selected, list.length, room.rows);
  const lines = Array.from({ length: end - start }, (_, at) => {
    const line = list.line(start + at);
    const selected = start + at === list.selected;
    const edge = edgeSign({ at, start, end, rows: room.rows, length: list.length }, pen);
    const body = selected ? line.map((span) => ({ ...span, tone: strengthened(span.tone) })) : line;
    return fitted(
      [mark(selected ? `${pen.glyphs.pointer} ` : edge, 'accent'), ...body],
      room.columns,
      pen.glyphs.more,
    );
  });
  return filled(lines, room);
}

/** The text from its scroll on; where more follows, the last line says how much. */
export function textPane(
  lines: readonly Line[],
  { scroll, room, pen }: { scroll: number; room: Size; pen: Pen },
): readonly Line[] {
  const start = Math.min(scroll, mostScroll(lines.length, room.rows));
  const below = lines.length - start - room.rows;
  const shown = lines.slice(start, start + room.rows);
  const note = below > 0 ? `${pen.glyphs.down} ${count(below + 1, 'more line')} (space)` : undefined;
  const kept = note === undefined ? shown : [...shown.slice(0, -1), [mark(note, 'dim')]];
  return filled(
    kept.map((line) => fitted(line, room.columns, pen.glyphs.more)),
    room,
  );
}

type Edge = {
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly rows: number;
  readonly length: number;
};

/** What stands before an unselected line: a sign at the first and last one where the list goes on. */
function edgeSign({ at, start, end, rows, length }: Edge, { glyphs }: Pen): string {
  if (at === 0 && start > 0) return `${glyphs.up} `;
  return at === rows - 1 && end < length ? `${glyphs.down} ` : '  ';
}

function strengthened(tone: Line[number]['tone']): Line[number]['tone'] {
  return tone === 'plain' || tone === 'dim' ? 'strong' : tone;
}

function filled(lines: readonly Line[], room: Size): readonly Line[] {
  const blank: Line = [mark(' '.repeat(room.columns))];
  return Array.from({ length: room.rows }, (_, at) => lines[at] ?? blank);
}
