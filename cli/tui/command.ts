import type { Proposal } from '../../src/index.ts';
import { accept, choicesOf, objection, refuse, takeBack } from './answering.ts';
import { tryRule } from './edit-line.ts';
import { type Step, step } from './events.ts';
import type { Command } from './keys.ts';
import { moved } from './moving.ts';
import { TARGETS } from './papers.ts';
import { type Screen, screenBeside } from './screens.ts';
import { accepted, dossierOf, ruleOf, type State, selectedCard, selectedStay } from './state.ts';
import { remembering, takeBackLast } from './undoing.ts';

/** What is done while the key table hides the screen; any other key only puts the table away. */
const WITH_HELP: ReadonlySet<Command> = new Set([
  'up',
  'down',
  'page-up',
  'page-down',
  'top',
  'bottom',
  'next-screen',
  'previous-screen',
  'help',
  'back',
]);

/** What a command does, on whichever screen it is given. */
export function obey(state: State, command: Command): Step {
  if (state.help && !WITH_HELP.has(command)) return step({ ...state, help: false });
  switch (command) {
    case 'up':
    case 'down':
    case 'page-up':
    case 'page-down':
    case 'top':
    case 'bottom':
      return step(moved(state, command));
    case 'next-screen':
      return toScreen(state, screenBeside(state.screen, 1));
    case 'previous-screen':
      return toScreen(state, screenBeside(state.screen, -1));
    case 'evidence':
      return toScreen(state, state.screen === 'evidence' ? 'plan' : 'evidence');
    case 'diff':
      return toScreen(state, 'diff');
    case 'open':
      return open(state);
    case 'back':
      return step(back(state));
    case 'help':
      return step({ ...state, help: !state.help, helpScroll: 0 });
    case 'witnesses':
      return step({ ...state, witnesses: !state.witnesses, screen: onCard(state.screen) });
    case 'filter':
      return step({
        ...state,
        typing: { what: 'filter', text: state.filter, caret: state.filter.length },
      });
    case 'target':
      return nextTarget(state);
    case 'project':
      return nextProject(state);
    case 'undo':
      return takeBackLast(state);
    case 'quit':
      return quit(state);
    default:
      return aboutCard(state, command);
  }
}

type CardCommand = Extract<Command, 'accept' | 'refuse' | 'narrower' | 'broader' | 'edit' | 'never'>;

function aboutCard(state: State, command: CardCommand): Step {
  if (state.screen === 'stays' && command === 'accept') return promote(state);
  const card = selectedCard(state);
  if (!['plan', 'ladder', 'evidence'].includes(state.screen) || card === undefined) {
    return step({ ...state, notice: { tone: 'plain', text: 'That key works on a card of the plan.' } });
  }
  switch (command) {
    case 'accept':
      return step(acceptCard(state, card));
    case 'refuse':
      return step(refuseCard(state, card));
    case 'never':
      return step({ ...state, question: { kind: 'never', proposal: card } });
    case 'narrower':
      return step(alongLadder(state, card, -1));
    case 'broader':
      return step(alongLadder(state, card, 1));
    case 'edit':
      return edit(state, card);
  }
}

function acceptCard(state: State, card: Proposal): State {
  const rule = ruleOf(state, card);
  if (state.answers.get(card.id) === 'accepted')
    return takeBack(remembering(state, `the withdrawal of ${rule}`), card.id);
  const rung = objection(state, card);
  return rung === undefined
    ? accept(remembering(state, `${rule} accepted`), card.id)
    : { ...state, question: { kind: 'risky', id: card.id, rung } };
}

function refuseCard(state: State, card: Proposal): State {
  const rule = ruleOf(state, card);
  return state.answers.get(card.id) === 'refused'
    ? takeBack(remembering(state, `${rule} open again`), card.id)
    : refuse(remembering(state, `${rule} refused`), card.id);
}

function alongLadder(state: State, card: Proposal, by: 1 | -1): State {
  const rungs = dossierOf(state, card)?.rungs;
  if (rungs === undefined)
    return { ...state, notice: { tone: 'plain', text: 'Still looking at this rule.' } };
  const at = rungs.findIndex(({ rule }) => rule === ruleOf(state, card));
  const next = rungs[at === -1 ? (by === 1 ? 0 : rungs.length - 1) : at + by];
  if (next === undefined) {
    const end = by === 1 ? 'This is the broadest rule there is.' : 'This is the narrowest rule there is.';
    return { ...state, notice: { tone: 'plain', text: end } };
  }
  const rules = new Map(state.rules).set(card.id, next.rule);
  const kept = remembering(state, `the step from ${ruleOf(state, card)}`);
  return { ...takeBack(kept, card.id), rules };
}

/** Takes what stays in as a card; nothing is accepted with it. */
function promote(state: State): Step {
  const stay = selectedStay(state);
  if (stay === undefined || state.project === undefined) return step(state);
  return step({ ...state, waiting: 'weighing it' }, { kind: 'promote', project: state.project, stay });
}

function edit(state: State, card: Proposal): Step {
  const text = ruleOf(state, card);
  return tryRule({
    ...state,
    screen: 'plan',
    trial: undefined,
    typing: { what: 'rule', text, caret: text.length },
  });
}

function toScreen(state: State, screen: Screen): Step {
  const next: State = { ...state, screen, help: false };
  if (screen === 'diff') return wantDiff(next);
  if (screen === 'attention' && state.project !== undefined) {
    return step({ ...next, waiting: 'counting' }, { kind: 'attention', project: state.project });
  }
  return step(next);
}

function wantDiff(state: State): Step {
  const choices = choicesOf(state);
  if (state.project === undefined || choices.length === 0) return step({ ...state, diff: undefined });
  const { project, target } = state;
  return step({ ...state, waiting: 'reading the file' }, { kind: 'diff', project, choices, target });
}

function open(state: State): Step {
  if (state.screen === 'stays') return promote(state);
  if (state.screen === 'plan') return toScreen(state, 'ladder');
  if (state.screen === 'ladder') return toScreen(state, 'plan');
  if (state.screen !== 'diff' || state.diff === undefined) return step(state);
  if (state.diff.refusal !== undefined) {
    return step({ ...state, notice: { tone: 'bad', text: state.diff.refusal } });
  }
  if (state.diff.text === '') {
    return step({ ...state, notice: { tone: 'plain', text: 'The file has all of it already.' } });
  }
  return step({ ...state, question: { kind: 'write', diff: state.diff } });
}

function back(state: State): State {
  if (state.help) return { ...state, help: false };
  if (state.witnesses) return { ...state, witnesses: false };
  if (state.filter !== '') return { ...state, filter: '' };
  return { ...state, screen: 'plan' };
}

function nextTarget(state: State): Step {
  const at = TARGETS.indexOf(state.target);
  const target = TARGETS[(at + 1) % TARGETS.length] ?? state.target;
  const next: State = { ...state, target, diff: undefined };
  return state.screen === 'diff'
    ? wantDiff(next)
    : step({ ...next, notice: { tone: 'plain', text: `Writes to the ${target} settings.` } });
}

function nextProject(state: State): Step {
  const names = state.projects.map(({ project }) => project);
  const project = names[(names.indexOf(state.project ?? '') + 1) % Math.max(1, names.length)];
  if (project === undefined || project === state.project) {
    return step({ ...state, notice: { tone: 'plain', text: 'There is no other project.' } });
  }
  if (accepted(state).length > 0) {
    const text = 'Write what you accepted (D), or take it back, before you change the project.';
    return step({ ...state, notice: { tone: 'bad', text } });
  }
  const cleared: State = {
    ...state,
    project,
    plan: undefined,
    diff: undefined,
    attention: undefined,
    places: new Map(),
    byHand: [],
    past: [],
    foresight: undefined,
    planning: true,
  };
  return step(cleared, { kind: 'plan', project, soon: false });
}

function quit(state: State): Step {
  const unwritten = accepted(state).length;
  if (unwritten > 0) return step({ ...state, question: { kind: 'quit', unwritten } });
  return step({ ...state, leaving: true }, { kind: 'quit' });
}

function onCard(screen: Screen): Screen {
  return screen === 'ladder' ? 'ladder' : 'plan';
}
