import type { ReactElement } from 'react';
import { fitted, type Line, mark } from '../format/line.ts';
import { KEYS } from './keys.ts';
import { Lines } from './Lines.tsx';
import { bodyOf } from './layout.ts';
import { textPane } from './panes.ts';
import type { Pen } from './pen.ts';
import type { State } from './state.ts';

export type HelpPaneProps = { readonly state: State; readonly pen: Pen };

const KEYS_WIDTH = 17;

/** The key table. */
export function HelpPane({ state, pen }: HelpPaneProps): ReactElement {
  const room = bodyOf(state.size);
  return (
    <Lines pen={pen} lines={textPane(keyLines(room.columns), { scroll: state.helpScroll, room, pen })} />
  );
}

/** One line a key, in two columns where the table is longer than half a screen and there is room. */
function keyLines(columns: number): readonly Line[] {
  const lines = KEYS.map(
    ({ keys, help }): Line => [mark(keys.join(', ').padEnd(KEYS_WIDTH), 'strong'), mark(help)],
  );
  if (columns < 78) return lines;
  const half = Math.ceil(lines.length / 2);
  const width = Math.floor(columns / 2);
  return lines.slice(0, half).map((line, at) => [...fitted(line, width - 1), ...(lines[half + at] ?? [])]);
}
