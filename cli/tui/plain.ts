import { type Line, mark } from '../format/line.ts';
import { count } from '../format/words.ts';
import { keyHelp, talkOf } from './frame.ts';
import { KEYS } from './keys.ts';
import type { Pen } from './pen.ts';
import { SCREENS } from './screens.ts';
import type { State } from './state.ts';
import { contentOf } from './views/of.ts';

/** Nothing is broken by hand: the terminal, or whoever reads it aloud, breaks lines. */
const UNBROKEN = Number.MAX_SAFE_INTEGER;

/**
 * The screen as plain lines. The first says where one is: with another one everything is new, otherwise only what
 * changed is.
 */
export function plainLines(state: State, pen: Pen): readonly Line[] {
  if (state.help) {
    return [[mark('Keys')], ...KEYS.map(({ keys, help }): Line => [mark(`${keys.join(', ')}: ${help}`)])];
  }
  if (state.typing !== undefined) return typed(state, pen);
  const { list, text } = contentOf(state, pen);
  const title = SCREENS.find(({ screen }) => screen === state.screen)?.title ?? '';
  const place: Line =
    list === undefined || list.length === 0
      ? []
      : [mark(`, ${list.selected + 1} of ${list.length}: `), ...list.line(list.selected)];
  return [[mark(title, 'strong'), ...place], ...text(UNBROKEN), ...said(state, pen)];
}

/** What is typed is heard as it is typed: said again is only what the model makes of it. */
function typed(state: State, pen: Pen): readonly Line[] {
  const heading: Line = [mark(state.typing?.what === 'rule' ? 'Edit the rule: ' : 'Filter: ')];
  if (state.typing?.what !== 'rule') return [heading];
  if (state.trial === undefined || state.trial.rule !== state.typing.text) return [heading];
  return [heading, ...contentOf(state, pen).text(UNBROKEN), ...said({ ...state, typing: undefined }, pen)];
}

function said(state: State, pen: Pen): readonly Line[] {
  const matching = state.filter === '' ? '' : `filter: ${state.filter}`;
  const arrived = state.arrived === 0 ? '' : count(state.arrived, 'new call');
  const told: Line = state.question === undefined && state.notice === undefined ? [] : talkOf(state, pen);
  return [told, pen.said([matching, arrived].filter((one) => one !== '').join(', ')), [mark(keyHelp(state))]];
}
