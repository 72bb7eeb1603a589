import { type Edit, type Step, step } from './events.ts';
import { placeOf, ruleOf, type State, selectedCard, type Typing } from './state.ts';
import { remembering } from './undoing.ts';

/** Applies a key to the line being typed: the filter, or the rule of the selected card. */
export function editLine(state: State, edit: Edit): Step {
  const { typing } = state;
  if (typing === undefined) return step(state);
  if (edit.kind === 'cancel') return step({ ...state, typing: undefined, trial: undefined });
  if (edit.kind === 'submit') return submit(state, typing);
  const { done: _, ...open } = typing;
  const next = edited(open, edit);
  const changed: State = { ...state, typing: next };
  return typing.what === 'rule' && next.text !== typing.text ? tryRule(changed) : step(changed);
}

/** Takes the typed line as it is; a rule waits until the model has answered about it. */
export function submit(state: State, typing: Typing): Step {
  if (typing.what === 'filter') {
    return step({ ...state, filter: typing.text, typing: undefined });
  }
  const card = selectedCard(state);
  if (card === undefined) return step({ ...state, typing: undefined, trial: undefined });
  if (typing.text === ruleOf(state, card)) return step({ ...state, typing: undefined, trial: undefined });
  const { trial } = state;
  if (trial === undefined || trial.rule !== typing.text) {
    const notice: State['notice'] = { tone: 'plain', text: 'Still checking what this rule matches.' };
    return tryRule({ ...state, typing: { ...typing, done: true }, notice });
  }
  if (trial.problem !== undefined) {
    const { done: _, ...open } = typing;
    return step({ ...state, typing: open, notice: { tone: 'bad', text: trial.problem } });
  }
  const kept = remembering(state, `the edit of ${ruleOf(state, card)}`);
  const rules = new Map(state.rules).set(card.id, typing.text);
  const answers = new Map(state.answers);
  answers.delete(card.id);
  const places = new Map(state.places).set('plan', { ...placeOf(state, 'plan'), scroll: 0 });
  return step({ ...kept, rules, answers, places, typing: undefined, diff: undefined, notice: undefined });
}

/** Asks the model about the rule as it stands in the line. */
export function tryRule(state: State): Step {
  const card = selectedCard(state);
  if (card === undefined || state.typing === undefined) return step(state);
  return step(state, { kind: 'try', proposal: card, rule: state.typing.text });
}

function edited(typing: Typing, edit: Exclude<Edit, { kind: 'submit' | 'cancel' }>): Typing {
  const { text, caret } = typing;
  switch (edit.kind) {
    case 'insert':
      return {
        ...typing,
        text: text.slice(0, caret) + edit.text + text.slice(caret),
        caret: caret + edit.text.length,
      };
    case 'backspace': {
      const start = stepLeft(text, caret);
      return { ...typing, text: text.slice(0, start) + text.slice(caret), caret: start };
    }
    case 'clear':
      return { ...typing, text: text.slice(caret), caret: 0 };
    case 'move':
      return { ...typing, caret: moved(typing, edit.to) };
  }
}

function moved({ text, caret }: Typing, to: 'left' | 'right' | 'start' | 'end'): number {
  if (to === 'start') return 0;
  if (to === 'end') return text.length;
  return to === 'left' ? stepLeft(text, caret) : stepRight(text, caret);
}

// A pair of surrogates is one character: the caret never stands between its halves.
function stepLeft(text: string, caret: number): number {
  return Math.max(0, caret - ([...text.slice(0, caret)].at(-1)?.length ?? 1));
}

function stepRight(text: string, caret: number): number {
  return Math.min(text.length, caret + ([...text.slice(caret)][0]?.length ?? 1));
}
