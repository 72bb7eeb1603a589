import type { Tier } from '../../../src/index.ts';
import { type Line, mark, type Tone, wrap } from '../../format/line.ts';
import { tierInWords } from '../../format/tiers.ts';
import { count } from '../../format/words.ts';
import { choicesInWords } from '../answering.ts';
import type { DiffView, Written } from '../papers.ts';
import type { Pen } from '../pen.ts';
import { accepted, placeOf, type State } from '../state.ts';
import type { Content } from './content.ts';
import { field } from './field.ts';

/** The exact change of the exact file, or what was written. */
export function diffContent(state: State, pen: Pen): Content {
  return {
    text: (width) => {
      if (state.diff !== undefined) return diffLines(state.diff, { pen, width });
      if (state.waiting !== undefined) return [[mark(`${state.waiting} ...`, 'dim')]];
      if (state.written !== undefined) return writtenLines(state.written, { pen, width });
      const hint =
        accepted(state).length === 0
          ? 'Nothing is accepted yet: a on a card of the plan accepts it.'
          : 'The choice changed: D reads the file again.';
      return wrap([mark(hint, 'dim')], width);
    },
    scroll: placeOf(state, 'diff').scroll,
  };
}

type Sheet = { readonly pen: Pen; readonly width: number };

function diffLines(diff: DiffView, { pen, width }: Sheet): readonly Line[] {
  const { prompts, worst } = diff.worth;
  return [
    ...field(
      'file',
      [...pen.said(diff.file, 'strong'), mark(`  (${diff.target}; s changes it)`, 'dim')],
      width,
    ),
    ...field('now', [mark(`${count(prompts.before, 'recorded prompt')}; ${atWorst(worst.before)}`)], width),
    ...field(
      'then',
      [mark(`${count(prompts.after, 'recorded prompt')}; ${atWorst(worst.after)}`, 'strong')],
      width,
    ),
    ...field('rules', [mark(`the worst of them is ${worst.rules}: ${tierInWords(worst.rules)}`)], width),
    ...diff.notes.flatMap((text) => field('note', pen.said(text), width)),
    ...diff.worth.opens.flatMap((text) =>
      field('opens', [mark(`${pen.glyphs.warning} `, 'warn'), ...pen.said(text)], width),
    ),
    [],
    ...(diff.refusal === undefined
      ? hunkLines(diff, { pen, width })
      : wrap(pen.said(diff.refusal, 'warn'), width)),
  ];
}

function atWorst(tier: Tier): string {
  return `at worst it ${tierInWords(tier)}`;
}

function hunkLines(diff: DiffView, { pen, width }: Sheet): readonly Line[] {
  if (diff.text === '') return [[mark('The file has all of it already.', 'dim')]];
  const lines = diff.text.replace(/\n$/, '').split('\n');
  return [
    ...lines.flatMap((text) => wrap(pen.said(text, toneOf(text)), width, 2)),
    [],
    [mark(`enter writes ${choicesInWords(diff.choices)}`, 'strong')],
  ];
}

function toneOf(line: string): Tone {
  if (line.startsWith('+++') || line.startsWith('---')) return 'dim';
  if (line.startsWith('@@')) return 'accent';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'plain';
}

function writtenLines(written: Written, { pen, width }: Sheet): readonly Line[] {
  return [
    ...field('written', pen.said(written.file, 'strong'), width),
    ...field('undo', [mark('u here, or: '), ...pen.said(written.undo)], width),
    ...written.rules.flatMap((rule, at) => field(at === 0 ? 'rules' : '', pen.said(rule, 'added'), width)),
  ];
}
