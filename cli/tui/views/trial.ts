import type { Trial } from '../../../src/index.ts';
import { type Line, mark, wrap } from '../../format/line.ts';
import { tierInWords } from '../../format/tiers.ts';
import { count } from '../../format/words.ts';
import type { Pen } from '../pen.ts';
import type { State } from '../state.ts';
import { field, reasonBeside } from './field.ts';
import { near } from './near.ts';
import { witnessField } from './witness.ts';

/** What the model says of the rule as it stands in the line being typed. */
export function trialLines(state: State, pen: Pen, width: number): readonly Line[] {
  const typed = state.typing?.text ?? '';
  const { trial } = state;
  return [
    ...wrap([mark('while you type  ', 'accent'), ...pen.said(typed, 'strong')], width, 4),
    [],
    ...(trial === undefined || trial.rule !== typed
      ? [[mark('asking the model ...', 'dim')]]
      : judgement(trial, { pen, width, project: state.project ?? '' })),
  ];
}

type Sheet = { readonly pen: Pen; readonly width: number; readonly project: string };

function judgement(trial: Trial, { pen, width, project }: Sheet): readonly Line[] {
  const { problem, worst, guards } = trial;
  if (problem !== undefined) {
    return field('no rule', [mark(`${pen.glyphs.warning} `, 'warn'), ...pen.said(problem)], width);
  }
  const refused =
    trial.refusals === 0 ? 'none that you refused' : `${count(trial.refusals, 'call')} you refused`;
  return [
    ...field('matches', [mark(`${count(trial.calls, 'recorded call')}, ${refused}`)], width),
    ...field('saves', [mark(count(trial.promptsSaved, 'prompt'), 'strong')], width),
    ...field(
      'risk',
      [
        mark(`${trial.tier}: ${tierInWords(trial.tier)}`),
        ...reasonBeside(trial.tier, near(trial.because, project), pen),
      ],
      width,
    ),
    ...(guards.length === 0 ? [] : field('asks for', pen.said(guards.join(', '), 'dim'), width)),
    ...(worst === undefined
      ? field('also', [mark('no worse call was found that it lets through', 'dim')], width)
      : witnessField('also', worst, { pen, width, project })),
  ];
}
