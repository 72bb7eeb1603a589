import { type Step, step } from './events.ts';
import type { Past, State } from './state.ts';

/** As many as anybody takes back one by one. */
const MOST_KEPT = 200;

/** The state with what is decided now kept aside, so that `u` brings it back. */
export function remembering(state: State, what: string, never?: Past['never']): State {
  const { answers, rules, byHand, past } = state;
  const now: Past = { what, answers, rules, byHand, ...(never === undefined ? {} : { never }) };
  return { ...state, past: [...past, now].slice(-MOST_KEPT) };
}

/** Takes the last decision back; where none is left, asks about the last written change. */
export function takeBackLast(state: State): Step {
  const last = state.past.at(-1);
  if (last === undefined) return step({ ...state, question: { kind: 'undo' } });
  const { what, answers, rules, byHand, never } = last;
  const back: State = {
    ...state,
    answers,
    rules,
    byHand,
    past: state.past.slice(0, -1),
    diff: undefined,
    notice: { tone: 'good', text: `Taken back: ${what}` },
  };
  return never === undefined ? step(back) : step(back, { kind: 'again', proposal: never });
}
