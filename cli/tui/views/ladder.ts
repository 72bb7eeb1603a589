import type { Weighed } from '../../../src/index.ts';
import { type Line, mark, wrap } from '../../format/line.ts';
import { tierInWords } from '../../format/tiers.ts';
import { count, grouped } from '../../format/words.ts';
import type { Pen } from '../pen.ts';
import { dossierOf, placeOf, ruleOf, type State, selectedCard } from '../state.ts';
import { type Content, listOf } from './content.ts';
import { field, reasonBeside } from './field.ts';

/** The rungs of the selected card, narrow to broad, and what the chosen one saves and newly allows. */
export function ladderContent(state: State, pen: Pen): Content {
  const card = selectedCard(state);
  const scroll = placeOf(state, 'ladder').scroll;
  if (card === undefined) return { text: () => [[mark('No card is selected.', 'dim')]], scroll };
  const rungs = dossierOf(state, card)?.rungs;
  if (rungs === undefined) return { text: () => [[mark('Looking at this rule ...', 'dim')]], scroll };
  const selected = rungs.findIndex(({ rule }) => rule === ruleOf(state, card));
  const rung = rungs[selected] ?? dossierOf(state, card)?.own;
  return {
    list: listOf(rungs, selected, (one) => row(one, { pen, proposed: one.rule === card.rule })),
    text: (width) => (rung === undefined ? [] : rungLines(rung, { pen, width })),
    scroll,
  };
}

function row(rung: Weighed, { pen, proposed }: { readonly pen: Pen; readonly proposed: boolean }): Line {
  return [
    mark(`${grouped(rung.promptsSaved).padStart(5)}  `, 'dim'),
    ...pen.said(rung.rule, proposed ? 'strong' : 'plain'),
    mark(`  ${rung.tier}${proposed ? ', proposed' : ''}`, 'dim'),
  ];
}

function rungLines(
  rung: Weighed,
  { pen, width }: { readonly pen: Pen; readonly width: number },
): readonly Line[] {
  const refused: Line =
    rung.refusals === 0
      ? [mark('no refused call')]
      : [mark(`${pen.glyphs.warning} ${count(rung.refusals, 'call')} that you refused`, 'warn')];
  return [
    ...wrap(pen.said(rung.rule, 'strong'), width, 4),
    [],
    ...field(
      'saves',
      [mark(`${count(rung.promptsSaved, 'prompt')}, covers ${count(rung.calls, 'call')}`)],
      width,
    ),
    ...field('covers', refused, width),
    ...field(
      'risk',
      [mark(`${rung.tier}: ${tierInWords(rung.tier)}`), ...reasonBeside(rung.tier, rung.because, pen)],
      width,
    ),
    ...worst(rung, { pen, width }),
    [],
    [mark('n narrower, b broader, e edit the text, a accept', 'dim')],
  ];
}

function worst(
  rung: Weighed,
  { pen, width }: { readonly pen: Pen; readonly width: number },
): readonly Line[] {
  if (rung.worst === undefined) return [];
  return [
    ...field(
      'allows',
      [mark(`${pen.glyphs.warning} `, 'warn'), ...pen.said(rung.worst.call, 'strong')],
      width,
    ),
    ...field('', pen.said(rung.worst.sentence, 'dim'), width),
  ];
}
