import type { LiveCall, Trial } from '../../src/index.ts';
import { submit } from './edit-line.ts';
import { type Event, type Step, step } from './events.ts';
import { dossierKey, MOST_CALLS_SHOWN, type State } from './state.ts';
import { remembering } from './undoing.ts';

type Heard = Exclude<Event, { readonly kind: 'command' | 'edit' | 'answer' | 'resized' }>;

const HOUR = 3_600_000;

/** Takes in what came from outside: by itself, or as the answer to a wish. */
export function hear(state: State, news: Heard): Step {
  switch (news.kind) {
    case 'progress':
      return step({ ...state, progress: news.progress, read: state.read || news.progress === undefined });
    case 'learnt':
      return replan(state, (state.plan?.proposals.length ?? 0) > 0);
    case 'arrived':
      return step(withCalls(state, news.calls, news.fresh));
    case 'planned':
      return step({ ...state, plan: news.plan, dossiers: new Map(), planning: false });
    case 'projects':
      return chooseProject({ ...state, projects: news.projects });
    case 'failed':
      return step({
        ...state,
        waiting: undefined,
        planning: false,
        notice: { tone: 'bad', text: `${news.doing}: ${news.message}` },
      });
    case 'dossier': {
      const key = dossierKey(news.dossier.id, news.dossier.rule);
      return step({ ...state, dossiers: new Map(state.dossiers).set(key, news.dossier) });
    }
    case 'tried':
      return takeTrial(state, news.trial);
    case 'diffed':
      return step({ ...state, diff: news.diff, waiting: undefined });
    case 'stale':
      return step({
        ...state,
        diff: news.diff,
        waiting: undefined,
        screen: 'diff',
        notice: {
          tone: 'bad',
          text: 'Nothing was written: the file changed. This is the diff as it is now.',
        },
      });
    case 'written':
      return afterWriting(state, news.written);
    case 'undone':
      return afterUndo(state, news.what);
    case 'remembered':
      return step({ ...state, notice: { tone: 'good', text: `Never suggested again: ${news.rule}` } });
    case 'wanted-again':
      return replan({
        ...state,
        waiting: undefined,
        notice: { tone: 'good', text: `May be suggested again: ${news.rule}` },
      });
    case 'promoted':
      return step(promoted(state, news));
    case 'foreseen':
      return step({ ...state, foresight: news.foresight });
    case 'attention':
      return step({ ...state, attention: news.report, waiting: undefined });
  }
}

/** A card for what stayed, to be read before anything is accepted. */
function promoted(state: State, { proposal, stay }: Extract<Heard, { readonly kind: 'promoted' }>): State {
  const told = { ...state, waiting: undefined };
  if (proposal === undefined) {
    const text = `No allow rule would let this pass. ${stay.because}`;
    return { ...told, notice: { tone: 'plain', text } };
  }
  const kept = remembering(told, `${proposal.rule} taken in by hand`);
  return {
    ...kept,
    byHand: [...state.byHand.filter(({ id }) => id !== proposal.id), proposal],
    screen: 'plan',
    filter: '',
    places: new Map(state.places).set('plan', { id: proposal.id, index: 0, scroll: 0 }),
    notice: { tone: 'plain', text: 'Taken in by hand; nothing is accepted yet. Read what else it allows.' },
  };
}

/** The answer about the rule being typed; one that comes late, about an earlier text, is dropped. */
function takeTrial(state: State, trial: Trial): Step {
  const { typing } = state;
  if (typing?.text !== trial.rule) return step(state);
  const answered = { ...state, trial };
  return typing.done ? submit(answered, typing) : step(answered);
}

/** New calls go on top, latest first; one that comes again keeps its place and brings its outcome. */
function withCalls(state: State, arrived: readonly LiveCall[], isFresh: boolean): State {
  const known = new Set(state.calls.map(({ id }) => id));
  const again = new Map(arrived.map((call) => [call.id, call]));
  const fresh = arrived
    .filter(({ id }) => !known.has(id))
    .toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
  const calls = [...fresh, ...state.calls.map((call) => again.get(call.id) ?? call)];
  return {
    ...state,
    calls: calls.slice(0, MOST_CALLS_SHOWN),
    arrived: state.arrived + (isFresh ? fresh.length : 0),
    promptsByHour: withPrompts(state.promptsByHour, fresh),
  };
}

function withPrompts(hours: State['promptsByHour'], fresh: readonly LiveCall[]): State['promptsByHour'] {
  const counted = new Map(hours);
  for (const { asked, at } of fresh) {
    if (!asked || at === undefined) continue;
    const hour = Math.floor(at / HOUR);
    counted.set(hour, (counted.get(hour) ?? 0) + 1);
  }
  return counted;
}

function chooseProject(state: State): Step {
  const first = state.projects[0]?.project;
  if (state.project !== undefined || first === undefined) return step(state);
  return step({ ...state, project: first, planning: true }, { kind: 'plan', project: first, soon: false });
}

function afterWriting(state: State, written: State['written']): Step {
  const answers = new Map([...state.answers].filter(([, answer]) => answer !== 'accepted'));
  const next: State = {
    ...state,
    answers,
    byHand: state.byHand.filter(({ id }) => state.answers.get(id) !== 'accepted'),
    past: [],
    written,
    diff: undefined,
    waiting: undefined,
    notice: { tone: 'good', text: 'Written.' },
  };
  return replan(next);
}

function afterUndo(state: State, what: string | undefined): Step {
  const notice: State['notice'] =
    what === undefined
      ? { tone: 'plain', text: 'There is nothing to take back.' }
      : { tone: 'good', text: `Taken back: ${what}` };
  const next = { ...state, waiting: undefined, notice };
  return what === undefined ? step(next) : replan({ ...next, written: undefined, diff: undefined });
}

function replan(state: State, soon = false): Step {
  const { project } = state;
  return project === undefined ? step(state) : step(state, { kind: 'plan', project, soon });
}
