import { choicesOf, openChoices } from './answering.ts';
import { obey } from './command.ts';
import { editLine } from './edit-line.ts';
import { type Event, type Step, step } from './events.ts';
import { hear } from './news.ts';
import { answerQuestion } from './question.ts';
import { dossierKey, dossierOf, ruleOf, type State, selectedCard } from './state.ts';

/** What follows from an event: the next state, and what is to be done in the world. */
export function reduce(state: State, event: Event): Step {
  return withForesight(state, withDossier(state, react(state, event)));
}

function react(state: State, event: Event): Step {
  switch (event.kind) {
    case 'command':
      return obey({ ...state, notice: undefined }, event.command);
    case 'edit':
      return editLine(state, event.edit);
    case 'answer':
      return answerQuestion(state, event.yes);
    case 'resized':
      return step({ ...state, size: event.size });
    default:
      return hear(state, event);
  }
}

/** Asks for the dossier of the selected card as soon as it, or its rule, is another one. */
function withDossier(before: State, { state, wishes }: Step): Step {
  const card = selectedCard(state);
  if (card === undefined || dossierOf(state, card) !== undefined) return { state, wishes };
  const rule = ruleOf(state, card);
  const earlier = selectedCard(before);
  const asked =
    earlier !== undefined &&
    before.plan === state.plan &&
    dossierKey(earlier.id, ruleOf(before, earlier)) === dossierKey(card.id, rule);
  return asked
    ? { state, wishes }
    : { state, wishes: [...wishes, { kind: 'dossier', proposal: card, rule }] };
}

/** While calls are watched: asks which of them the rules would have let pass, as soon as calls or rules are others. */
function withForesight(before: State, { state, wishes }: Step): Step {
  const { project, screen } = state;
  const same =
    before.screen === screen &&
    before.calls === state.calls &&
    before.plan === state.plan &&
    before.answers === state.answers &&
    before.rules === state.rules;
  if (screen !== 'now' || project === undefined || state.plan === undefined || same) return { state, wishes };
  const accepted = choicesOf(state);
  const rules = accepted.length > 0 ? 'accepted' : 'proposed';
  const choices = accepted.length > 0 ? accepted : openChoices(state);
  return { state, wishes: [...wishes, { kind: 'foresee', project, choices, rules }] };
}
