import type { Weighed } from '../../../src/index.ts';
import { type Line, mark, wrap } from '../../format/line.ts';
import { tierInWords } from '../../format/tiers.ts';
import { count, grouped } from '../../format/words.ts';
import type { Pen } from '../pen.ts';
import { dossierOf, placeOf, ruleOf, type State, selectedCard } from '../state.ts';
import { type Content, listOf } from './content.ts';
import { field, reasonBeside } from './field.ts';
import { near } from './near.ts';
import { witnessField } from './witness.ts';

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
    text: (width) => (rung === undefined ? [] : rungLines(rung, { pen, width, project: card.project })),
    scroll,
  };
}

function row(rung: Weighed, { pen, proposed }: { readonly pen: Pen; readonly proposed: boolean }): Line {
  return [
    mark(`${grouped(rung.promptsSaved).padStart(5)}  `, 'dim'),
    ...pen.said(rung.rule, proposed ? 'strong' : 'plain'),
    mark(`  ${rung.tier}${proposed ? ', proposed' : ''}`, 'dim'),
    ...(rung.worst === undefined ? [] : pen.said(`  ${pen.glyphs.warning} ${rung.worst.call}`, 'dim')),
  ];
}

function rungLines(
  rung: Weighed,
  { pen, width, project }: { readonly pen: Pen; readonly width: number; readonly project: string },
): readonly Line[] {
  const { glyphs } = pen;
  const refused =
    rung.refusals === 0
      ? mark('lets no call pass that you refused')
      : mark(`${glyphs.warning} lets ${count(rung.refusals, 'call')} pass that you refused`, 'warn');
  return [
    ...wrap(pen.said(rung.rule, 'strong'), width, 4),
    ...field(
      'saves',
      [
        mark(
          `${count(rung.promptsSaved, 'prompt')}; ${count(rung.calls, 'recorded call')} with a part of it`,
        ),
      ],
      width,
    ),
    ...field('refused', [refused], width),
    ...field(
      'risk',
      [
        mark(`${rung.tier}: ${tierInWords(rung.tier)}`),
        ...reasonBeside(rung.tier, near(rung.because, project), pen),
      ],
      width,
    ),
    ...(rung.worst === undefined
      ? field('also', [mark('no worse call was found that it lets through', 'dim')], width)
      : witnessField('also', rung.worst, { pen, width, project })),
    ...(rung.guards.length === 0 ? [] : field('asks for', pen.said(rung.guards.join(', '), 'dim'), width)),
    [],
    [mark('n narrower, b broader, e edit the text, a accept', 'dim')],
  ];
}
