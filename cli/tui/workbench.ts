import {
  type AcceptedChange,
  apply,
  attention,
  changeNotes,
  diff,
  dismiss,
  foreseen,
  LISTS,
  type Mode,
  openReview,
  openStore,
  type Plan,
  projects,
  type Review,
  ruleInScope,
  type Showing,
  type Store,
  UserError,
  undo,
  undoPreview,
  wantAgain,
} from '../../src/index.ts';
import type { Event, Wish } from './events.ts';
import type { Choice, DiffView, Target } from './papers.ts';
import { MOST_CALLS_SHOWN } from './state.ts';

/** Everything that the verbs need to know of the process; it travels to other threads. */
export type Setting = {
  /** The store's file. */
  readonly store: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The version of this program. */
  readonly program: string;
  readonly assumedMode?: Mode;
};

export type Workbench = {
  /** Does what is wished, at once, and says what came of it. */
  readonly grant: (wish: Exclude<Wish, { readonly kind: 'quit' }>) => Event;
  readonly close: () => void;
};

const DOING: Readonly<Record<Wish['kind'], string>> = {
  plan: 'planning',
  dossier: 'looking at the rule',
  try: 'trying the rule',
  diff: 'reading the settings',
  write: 'writing',
  undo: 'taking back',
  never: 'remembering',
  again: 'remembering',
  promote: 'weighing it',
  foresee: 'looking ahead',
  attention: 'counting',
  quit: 'quitting',
};

/** Where wishes are granted: the verbs with an open store, and the review of each project that was asked for. */
export function openWorkbench(setting: Setting, now: () => number): Workbench {
  const store = openStore(setting.store);
  const bench: Bench = { setting, store, now, reviews: new Map() };
  return {
    grant: (wish) => {
      try {
        return granted(bench, wish);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return { kind: 'failed', doing: DOING[wish.kind], message };
      }
    },
    close: () => store.close(),
  };
}

type Bench = {
  readonly setting: Setting;
  readonly store: Store;
  readonly now: () => number;
  readonly reviews: Map<string, Review>;
};

function granted(bench: Bench, wish: Exclude<Wish, { readonly kind: 'quit' }>): Event {
  switch (wish.kind) {
    case 'plan':
      bench.reviews.delete(wish.project);
      return { kind: 'planned', plan: planFor(bench, wish.project) };
    case 'dossier': {
      const { id, list, project } = wish.proposal;
      return {
        kind: 'dossier',
        dossier: { id, ...reviewOf(bench, project).examine(list, wish.rule) },
      };
    }
    case 'try':
      return {
        kind: 'tried',
        trial: reviewOf(bench, wish.proposal.project).weigh(wish.proposal.list, wish.rule),
      };
    case 'diff':
      return { kind: 'diffed', diff: diffFor(bench, wish) };
    case 'write':
      return write(bench, wish);
    case 'undo':
      return takeBack(bench, wish.project);
    case 'never':
      dismiss(bench.store, wish.proposal, bench.now());
      return { kind: 'remembered', rule: wish.proposal.rule };
    case 'again':
      wantAgain(bench.store, wish.proposal);
      return { kind: 'wanted-again', rule: wish.proposal.rule };
    case 'promote':
      return promoted(bench, wish);
    case 'foresee':
      return foresee(bench, wish);
    case 'attention':
      return { kind: 'attention', report: attentionIn(bench, wish.project) };
  }
}

/** The plan for a project; undefined while nothing of it is read. */
function planFor(bench: Bench, project: string): Plan | undefined {
  const known = projects(bench.store).some((one) => one.project === project);
  return known ? reviewOf(bench, project).plan : undefined;
}

function reviewOf({ setting, store, reviews }: Bench, project: string): Review {
  const known = reviews.get(project);
  if (known !== undefined) return known;
  const { home, env, assumedMode } = setting;
  const mode = assumedMode === undefined ? {} : { assumedMode };
  const review = openReview({ store, project, place: { home, env }, ...mode });
  if (review === undefined) throw new UserError(`nothing is recorded of ${project}`);
  reviews.set(project, review);
  return review;
}

type Wanted = {
  readonly project: string;
  readonly choices: readonly Choice[];
  readonly target: Target;
};

function diffFor(bench: Bench, { project, choices, target }: Wanted): DiffView {
  const place = placeOf(bench, project);
  const showing = diff({
    place,
    scope: target,
    changes: choices.map((choice) => changeOf(choice, project, target)),
  });
  return viewOf(showing, bench, { project, choices, target });
}

function changeOf(choice: Choice, project: string, target: Target): AcceptedChange {
  const { list, evidence, because } = choice;
  const rule = ruleInScope(choice.rule, target, project);
  return { change: { kind: 'add-rule', list, rule }, evidence, because };
}

function viewOf(showing: Showing, bench: Bench, { project, choices, target }: Wanted): DiffView {
  const worth = reviewOf(bench, project).together(choices);
  const notes = showing.kind === 'shown' ? changeNotes(showing, placeOf(bench, project), target) : [];
  const view = { target, file: showing.file, choices, worth, notes };
  switch (showing.kind) {
    case 'shown':
      return { ...view, text: showing.diff, shown: showing };
    case 'nothing-to-do':
      return { ...view, text: '' };
    case 'refused':
      return { ...view, text: '', refusal: refusalText(showing) };
  }
}

function refusalText({ problems }: Extract<Showing, { readonly kind: 'refused' }>): string {
  return problems.map(({ line, column, why }) => `line ${line}, column ${column}: ${why}`).join('; ');
}

function write(bench: Bench, { project, diff: view }: Extract<Wish, { readonly kind: 'write' }>): Event {
  const { target, choices, shown } = view;
  if (shown === undefined) throw new UserError('there is nothing to write');
  const { store, program } = bench.setting;
  const place = placeOf(bench, project);
  const applied = apply({ place, scope: target, shown, store, now: bench.now(), program });
  switch (applied.kind) {
    case 'applied': {
      const rules = choices.map(({ rule }) => rule);
      return {
        kind: 'written',
        written: { file: applied.file, rules, undo: `precedent undo --project ${project}` },
      };
    }
    case 'stale':
      return { kind: 'stale', diff: viewOf(applied.now, bench, { project, choices, target }) };
    case 'failed':
      throw new UserError(`${applied.file} was not written: ${applied.why}`);
  }
}

function takeBack(bench: Bench, project: string): Event {
  const { store, program } = bench.setting;
  const preview = undoPreview({ store, project });
  const undone = undo(preview, false, { place: placeOf(bench, project), store, now: bench.now(), program });
  switch (undone.kind) {
    case 'undone':
      return { kind: 'undone', what: `${rulesIn(preview.of.changes)} in ${undone.file}` };
    case 'failed':
      throw new UserError(`${undone.file} was not written: ${undone.why}`);
    case 'stale':
    case 'not-written':
      throw new UserError('the file changed since: `precedent undo --rules` shows what can be taken out');
  }
}

function rulesIn(changes: readonly AcceptedChange[]): string {
  return changes.length === 1 ? '1 rule' : `${changes.length} rules`;
}

/** What the person never wanted to see again is suggested again; anything else becomes a card. */
function promoted(bench: Bench, { project, stay }: Extract<Wish, { readonly kind: 'promote' }>): Event {
  const rule = stay.what;
  if (LISTS.some((list) => wantAgain(bench.store, { project, list, rule }))) {
    return { kind: 'wanted-again', rule };
  }
  return { kind: 'promoted', stay, proposal: reviewOf(bench, project).promote(stay) };
}

function foresee(bench: Bench, wish: Extract<Wish, { readonly kind: 'foresee' }>): Event {
  const { project, choices, rules } = wish;
  const { home, env, assumedMode } = bench.setting;
  const mode = assumedMode === undefined ? {} : { assumedMode };
  const request = {
    store: bench.store,
    project,
    rules: choices,
    latest: MOST_CALLS_SHOWN,
    place: { home, env },
    ...mode,
  };
  return { kind: 'foreseen', foresight: { ids: new Set(foreseen(request)), rules } };
}

function attentionIn(bench: Bench, project: string) {
  const { home, env, assumedMode } = bench.setting;
  const mode = assumedMode === undefined ? {} : { assumedMode };
  const { saved } = reviewOf(bench, project).plan;
  return attention({ store: bench.store, project, saved, place: { home, env }, ...mode });
}

function placeOf({ setting }: Bench, project: string) {
  return { cwd: project, home: setting.home, env: setting.env };
}
