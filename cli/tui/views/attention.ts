import { attentionLines } from '../../format/attention-lines.ts';
import { type Line, mark } from '../../format/line.ts';
import type { Pen } from '../pen.ts';
import { placeOf, type State } from '../state.ts';
import type { Content } from './content.ts';

/** Where the review time goes. */
export function attentionContent(state: State, pen: Pen): Content {
  const { attention } = state;
  return {
    text: (width): readonly Line[] =>
      attention === undefined
        ? [[mark('Counting ...', 'dim')]]
        : attentionLines(attention, { width, glyphs: pen.glyphs, said: pen.said }),
    scroll: placeOf(state, 'attention').scroll,
  };
}
