import type { ReactElement } from 'react';
import { type Line, mark } from '../format/line.ts';
import { Lines } from './Lines.tsx';
import { bodyOf, splitOf } from './layout.ts';
import { listPane, textPane } from './panes.ts';
import type { Pen } from './pen.ts';
import type { State } from './state.ts';
import { contentOf } from './views/of.ts';

export type BodyProps = { readonly state: State; readonly pen: Pen };

/** The current screen between the frame's lines: a list and a text, or a text alone. */
export function Body({ state, pen }: BodyProps): ReactElement {
  return <Lines pen={pen} lines={bodyLines(state, pen)} />;
}

function bodyLines(state: State, pen: Pen): readonly Line[] {
  const body = bodyOf(state.size);
  const { list, text, scroll } = contentOf(state, pen);
  if (list === undefined) return textPane(text(body.columns), { scroll, room: body, pen });
  const split = splitOf(body, list.length);
  const above = listPane(list, split.list, pen);
  const below = textPane(text(split.text.columns), { scroll, room: split.text, pen });
  const { across, upright } = pen.glyphs;
  if (!split.beside) return [...above, [mark(across.repeat(body.columns), 'dim')], ...below];
  const seam = mark(` ${upright} `, 'dim');
  return above.map((line, row) => [...line, seam, ...(below[row] ?? [])]);
}
