import type { Pen } from '../pen.ts';
import type { State } from '../state.ts';
import { attentionContent } from './attention.ts';
import type { Content } from './content.ts';
import { diffContent } from './diff.ts';
import { evidenceContent } from './evidence.ts';
import { ladderContent } from './ladder.ts';
import { nowContent } from './now.ts';
import { planContent } from './plan.ts';
import { staysContent } from './stays.ts';

/** What the current screen shows. */
export function contentOf(state: State, pen: Pen): Content {
  switch (state.screen) {
    case 'now':
      return nowContent(state, pen);
    case 'plan':
      return planContent(state, pen);
    case 'ladder':
      return ladderContent(state, pen);
    case 'evidence':
      return evidenceContent(state, pen);
    case 'stays':
      return staysContent(state, pen);
    case 'diff':
      return diffContent(state, pen);
    case 'attention':
      return attentionContent(state, pen);
  }
}
