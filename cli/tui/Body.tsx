import { Box } from 'ink';
import type { ReactElement } from 'react';
import { mark } from '../format/line.ts';
import { Lines } from './Lines.tsx';
import { bodyOf, splitOf } from './layout.ts';
import { listPane, textPane } from './panes.ts';
import type { Pen } from './pen.ts';
import type { State } from './state.ts';
import { contentOf } from './views/of.ts';

export type BodyProps = { readonly state: State; readonly pen: Pen };

/** The current screen between the frame's lines: a list and a text, or a text alone. */
export function Body({ state, pen }: BodyProps): ReactElement {
  const body = bodyOf(state.size);
  const { list, text, scroll } = contentOf(state, pen);
  if (list === undefined) {
    return <Lines pen={pen} lines={textPane(text(body.columns), { scroll, room: body, pen })} />;
  }
  const split = splitOf(body, list.lines.length);
  const { glyphs } = pen;
  const seam = split.beside
    ? Array.from({ length: body.rows }, () => [mark(` ${glyphs.upright} `, 'dim')])
    : [[mark(glyphs.across.repeat(body.columns), 'dim')]];
  return (
    <Box flexDirection={split.beside ? 'row' : 'column'}>
      <Lines pen={pen} lines={listPane(list, split.list, pen)} />
      <Lines pen={pen} lines={seam} />
      <Lines pen={pen} lines={textPane(text(split.text.columns), { scroll, room: split.text, pen })} />
    </Box>
  );
}
