import type { FourAnswers, Proposal } from '../../../src/index.ts';
import { ruleInWords } from '../../../src/learning.ts';
import { sparkline, squeezed } from '../../format/chart.ts';
import { type Line, mark, wrap } from '../../format/line.ts';
import { tierInWords } from '../../format/tiers.ts';
import { count, grouped } from '../../format/words.ts';
import { guardRules } from '../answering.ts';
import type { Dossier } from '../papers.ts';
import type { Pen } from '../pen.ts';
import {
  type Answer,
  cards,
  dossierOf,
  isByHand,
  placeOf,
  positionOf,
  ruleOf,
  type State,
} from '../state.ts';
import { type Content, listOf } from './content.ts';
import { field, reasonBeside } from './field.ts';
import { near } from './near.ts';
import { trialLines } from './trial.ts';
import { witnessField } from './witness.ts';

const SPARKS = 24;
const EXAMPLES = 5;

/** The cards in a list, and the selected one in full. */
export function planContent(state: State, pen: Pen): Content {
  const all = cards(state);
  const place = placeOf(state, 'plan');
  const selected = positionOf(all, place, ({ id }) => id);
  const card = all[selected];
  return {
    list: listOf(all, selected, (one) => row(state, one, pen)),
    text: (width) => {
      if (card === undefined) return nothing(state, width);
      return state.typing?.what === 'rule'
        ? trialLines(state, pen, width)
        : cardLines(state, card, { pen, width });
    },
    scroll: place.scroll,
  };
}

function row(state: State, card: Proposal, pen: Pen): Line {
  const list = card.list === 'allow' ? '' : `${card.list} `;
  return [
    mark(`${answerSign(state.answers.get(card.id), pen)} `, 'strong'),
    mark(`${grouped(savedBy(state, card)).padStart(5)}  ${list}`, 'dim'),
    ...pen.said(ruleOf(state, card)),
    mark(isByHand(state, card) ? '  by hand' : '', 'dim'),
  ];
}

/** Prompts saved by the card's rule as it stands now, as far as that is known. */
function savedBy(state: State, card: Proposal): number {
  if (ruleOf(state, card) === card.rule) return card.promptsSaved;
  return dossierOf(state, card)?.own.promptsSaved ?? card.promptsSaved;
}

export function answerSign(answer: Answer | undefined, { glyphs }: Pen): string {
  switch (answer) {
    case 'accepted':
      return glyphs.accepted;
    case 'refused':
      return glyphs.refused;
    case 'never':
      return glyphs.never;
    case undefined:
      return glyphs.undecided;
  }
}

function nothing(state: State, width: number): readonly Line[] {
  if (state.plan === undefined) {
    return wrap([mark(withoutPlan(state), 'dim')], width);
  }
  if (state.filter !== '') return [[mark('Nothing here matches the filter; escape clears it.', 'dim')]];
  const text =
    'No rule is worth proposing yet. What was seen and why it stays with you is on the screen "Stays with you".';
  return wrap([mark(text, 'dim')], width);
}

function withoutPlan(state: State): string {
  const known = state.projects.find(({ project }) => project === state.project);
  if (state.planning && known !== undefined) {
    return `Weighing ${count(known.calls, 'recorded call')} of ${count(known.sessions, 'session')} ...`;
  }
  if (state.planning || !state.read) return 'Reading what was recorded ...';
  return 'Nothing is recorded here yet. Leave this open beside the agent, or press p for another project.';
}

type Sheet = { readonly pen: Pen; readonly width: number };

/** One card, to be understood in ten seconds: the rule, what it is, what it rests on, what it could do. */
function cardLines(state: State, card: Proposal, sheet: Sheet): readonly Line[] {
  const { pen, width } = sheet;
  const rule = ruleOf(state, card);
  const dossier = dossierOf(state, card);
  const labelled = (label: string, line: Line) => field(label, line, width);
  return [
    ...wrap([mark(`${card.list}  `, 'accent'), ...pen.said(rule, 'strong')], width, 4),
    ...(rule === card.rule ? [] : labelled('proposed', pen.said(card.rule, 'dim'))),
    ...wrap(pen.said(ruleInWords(card.list, rule)), width),
    ...answerLine(state.answers.get(card.id), width),
    ...labelled('seen', rule === card.rule ? seen(card) : seenNow(dossier)),
    ...labelled('saves', saves(state, card, pen)),
    ...labelled('risk', risk(card, dossier, pen)),
    ...witnessLines(state, card, sheet),
    ...(dossier === undefined ? [] : answerLines(dossier.answers, sheet)),
    ...guardLines(state, card, sheet),
    ...labelled('why', pen.said(card.because)),
    ...card.examples
      .slice(0, EXAMPLES)
      .flatMap((example, at) =>
        labelled(at === 0 ? 'such as' : '', pen.said(near(example, card.project), 'dim')),
      ),
  ];
}

/** A card without an answer needs no line to say so: its sign in the list and the keys below do. */
function answerLine(answer: Answer | undefined, width: number): readonly Line[] {
  switch (answer) {
    case 'accepted':
      return field('answer', [mark('accepted: D shows the diff', 'strong')], width);
    case 'refused':
      return field('answer', [mark('refused for now', 'strong')], width);
    case 'never':
      return field('answer', [mark('never again', 'strong')], width);
    case undefined:
      return [];
  }
}

function saves(state: State, card: Proposal, { glyphs }: Pen): Line {
  const byDay = dossierOf(state, card)?.byDay ?? [];
  const sparks = byDay.length < 2 ? '' : sparkline(squeezed(byDay, SPARKS), glyphs);
  return [
    mark(count(savedBy(state, card), 'prompt'), 'strong'),
    mark(sparks === '' ? '' : `  ${sparks}`, 'accent'),
    mark(sparks === '' ? '' : ` over ${count(byDay.length, 'day')}`, 'dim'),
  ];
}

function seen(card: Proposal): Line {
  const { calls, sessions, days } = card.support;
  const refusals = card.refusals === 0 ? 'never refused' : `refused ${count(card.refusals, 'time')}`;
  const words = [count(calls, 'approved call'), count(sessions, 'session'), count(days, 'day'), refusals];
  return [mark(words.join(', '))];
}

/** What is known of a rule that is not the proposed one. */
function seenNow(dossier: Dossier | undefined): Line {
  if (dossier === undefined) return [mark('looking ...', 'dim')];
  const { calls, refusals } = dossier.own;
  const refused = refusals === 0 ? 'none that you refused' : `${count(refusals, 'call')} you refused`;
  return [mark(`${count(calls, 'recorded call')}, ${refused}`)];
}

function risk(card: Proposal, dossier: Dossier | undefined, pen: Pen): Line {
  const tier = dossier?.own.tier ?? card.tier;
  const because = near(dossier?.own.because ?? '', card.project);
  return [mark(`${tier}: ${tierInWords(tier)}`), ...reasonBeside(tier, because, pen)];
}

/** The rules that come along: the person accepts them in one decision, so they are all named. */
function guardLines(state: State, card: Proposal, { pen, width }: Sheet): readonly Line[] {
  const guards = guardRules(state, card);
  if (guards.length === 0) return [];
  return field('asks for', pen.said(guards.join(', '), 'dim'), width);
}

function witnessLines(state: State, card: Proposal, { pen, width }: Sheet): readonly Line[] {
  const own = dossierOf(state, card)?.own.worst;
  const witnesses = ruleOf(state, card) === card.rule ? card.witnesses : own === undefined ? [] : [own];
  const shown = state.witnesses ? witnesses : witnesses.slice(0, 1);
  if (shown.length === 0)
    return field('also', [mark('no worse call was found that it lets through', 'dim')], width);
  return shown.flatMap((witness, at) =>
    witnessField(at === 0 ? 'also' : '', witness, { pen, width, project: card.project }),
  );
}

function answerLines(answers: FourAnswers, { pen, width }: Sheet): readonly Line[] {
  return [
    ...field('reads', pen.said(answers.reads), width),
    ...field('changes', pen.said(answers.changes), width),
    ...field('network', pen.said(answers.network), width),
    ...field('elsewhere', pen.said(answers.elsewhere), width),
  ];
}
