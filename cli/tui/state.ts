import type {
  AttentionReport,
  LiveCall,
  Plan,
  Proposal,
  StaysWithYou,
  Trial,
  Weighed,
} from '../../src/index.ts';
import type { DiffView, Dossier, Progress, ProjectInStore, Target, Written } from './papers.ts';
import type { Screen } from './screens.ts';

/** What the person said to a card. */
export type Answer = 'accepted' | 'refused' | 'never';

/** A place in a list: by id, so that it stays when the list grows around it. */
export type Place = {
  readonly id?: string;
  /** Where that was: the place to fall back to when the id is gone. */
  readonly index: number;
  /** Lines that the text beside the list is scrolled down. */
  readonly scroll: number;
};

/** One line of text being typed. */
export type Typing = {
  readonly what: 'filter' | 'rule';
  readonly text: string;
  /** UTF-16 position of the caret. */
  readonly caret: number;
  /** Enter was pressed before the model had answered: done as soon as it has. */
  readonly done?: true;
};

/** A question that only `y` answers with yes. */
export type Question =
  | { readonly kind: 'write'; readonly diff: DiffView }
  | { readonly kind: 'risky'; readonly id: string; readonly rung: Weighed }
  | { readonly kind: 'never'; readonly proposal: Proposal }
  | { readonly kind: 'undo' }
  | { readonly kind: 'quit'; readonly unwritten: number };

/** What was decided before a decision, and what that decision was. */
export type Past = {
  readonly what: string;
  readonly answers: State['answers'];
  readonly rules: State['rules'];
  readonly byHand: State['byHand'];
  /** The decision was never to suggest this again: that is remembered outside, and forgotten again with it. */
  readonly never?: Proposal;
};

/** Which of the latest calls some rules would have let pass. */
export type Foresight = { readonly ids: ReadonlySet<string>; readonly rules: 'accepted' | 'proposed' };

export type Notice = { readonly tone: 'good' | 'bad' | 'plain'; readonly text: string };

export type Size = { readonly columns: number; readonly rows: number };

/** All that the terminal UI knows. Painting depends on nothing else. */
export type State = {
  readonly screen: Screen;
  readonly size: Size;
  readonly project: string | undefined;
  readonly projects: readonly ProjectInStore[];
  readonly plan: Plan | undefined;
  /** Newest first, at most as many as anybody scrolls through. */
  readonly calls: readonly LiveCall[];
  /** Prompts seen since the start, by the hour they were shown in (hours since 1970). */
  readonly promptsByHour: ReadonlyMap<number, number>;
  readonly progress: Progress | undefined;
  /** The first pass over the transcripts is done. */
  readonly read: boolean;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Rule texts that differ from the proposed one: another rung, or typed by hand. */
  readonly rules: ReadonlyMap<string, string>;
  /** Cards that the person took in from what stays. */
  readonly byHand: readonly Proposal[];
  /** Decisions that can be taken back one by one, the last at the end. */
  readonly past: readonly Past[];
  readonly foresight: Foresight | undefined;
  /** Calls that arrived since the start. */
  readonly arrived: number;
  readonly dossiers: ReadonlyMap<string, Dossier>;
  readonly trial: Trial | undefined;
  readonly places: ReadonlyMap<Screen, Place>;
  readonly filter: string;
  readonly typing: Typing | undefined;
  readonly target: Target;
  readonly diff: DiffView | undefined;
  readonly written: Written | undefined;
  readonly attention: AttentionReport | undefined;
  readonly question: Question | undefined;
  readonly notice: Notice | undefined;
  readonly help: boolean;
  /** Lines that the key table is scrolled down. */
  readonly helpScroll: number;
  readonly witnesses: boolean;
  /** The plan is being made. */
  readonly planning: boolean;
  /** What is being waited for, in a word. */
  readonly waiting: string | undefined;
  readonly leaving: boolean;
};

export const MOST_CALLS_SHOWN = 500;

/** The state before anything is known. */
export function beginning(size: Size, project: string | undefined): State {
  return {
    screen: 'plan',
    size,
    project,
    projects: [],
    plan: undefined,
    calls: [],
    promptsByHour: new Map(),
    progress: undefined,
    read: false,
    answers: new Map(),
    rules: new Map(),
    byHand: [],
    past: [],
    foresight: undefined,
    arrived: 0,
    dossiers: new Map(),
    trial: undefined,
    places: new Map(),
    filter: '',
    typing: undefined,
    target: 'local',
    diff: undefined,
    written: undefined,
    attention: undefined,
    question: undefined,
    notice: undefined,
    help: false,
    helpScroll: 0,
    witnesses: false,
    planning: project !== undefined,
    waiting: undefined,
    leaving: false,
  };
}

/** The cards in the order of the list: most prompts saved first. Rules that guard another are part of its card. */
export function cards(state: State): readonly Proposal[] {
  return leading(state)
    .toSorted((one, other) => other.promptsSaved - one.promptsSaved)
    .filter((card) => matches(state, [card.rule, card.because, ...card.examples]));
}

/** The proposals that are decided on by themselves. */
export function leading(state: State): readonly Proposal[] {
  const all = state.plan?.proposals ?? [];
  const own = all.filter(
    ({ guards }) =>
      guards === undefined || !all.some(({ list, rule }) => list === 'allow' && rule === guards),
  );
  return [...own, ...state.byHand.filter(({ rule }) => !own.some((card) => card.rule === rule))];
}

export function isByHand(state: State, card: Proposal): boolean {
  return state.byHand.some(({ id }) => id === card.id);
}

/** The `ask` rules that take dangerous variants of a card's rule back: accepted with it, as one decision. */
export function guardsOf(state: State, card: Proposal): readonly Proposal[] {
  if (card.list !== 'allow') return [];
  return (state.plan?.proposals ?? []).filter(({ guards }) => guards === card.rule);
}

export function staying(state: State): readonly StaysWithYou[] {
  return (state.plan?.stays ?? []).filter((one) => matches(state, [one.what, one.because, ...one.examples]));
}

export function liveCalls(state: State): readonly LiveCall[] {
  return state.calls.filter((call) => matches(state, [call.what, call.tool, call.because]));
}

function matches({ filter, typing }: State, texts: readonly string[]): boolean {
  const wanted = (typing?.what === 'filter' ? typing.text : filter).toLowerCase();
  return wanted === '' || texts.some((text) => text.toLowerCase().includes(wanted));
}

/** The rule text of a card as the person left it. */
export function ruleOf(state: State, card: Proposal): string {
  return state.rules.get(card.id) ?? card.rule;
}

export function selectedCard(state: State): Proposal | undefined {
  return selected(cards(state), placeOf(state, 'plan'), (card) => card.id);
}

export function dossierOf(state: State, card: Proposal): Dossier | undefined {
  return state.dossiers.get(dossierKey(card.id, ruleOf(state, card)));
}

export function dossierKey(id: string, rule: string): string {
  return `${id}\n${rule}`;
}

/** The cards that were accepted and are not written yet. */
export function accepted(state: State): readonly Proposal[] {
  return leading(state).filter(({ id }) => state.answers.get(id) === 'accepted');
}

export function selectedStay(state: State): StaysWithYou | undefined {
  return selected(staying(state), placeOf(state, 'stays'), stayId);
}

export function stayId({ tool, what }: StaysWithYou): string {
  return `${tool}\n${what}`;
}

export function placeOf(state: State, screen: Screen): Place {
  return state.places.get(screen) ?? { index: 0, scroll: 0 };
}

/** The item at a place: by id where it is still there, else the one that took its position. */
export function selected<Item>(
  items: readonly Item[],
  place: Place,
  idOf: (item: Item) => string,
): Item | undefined {
  return items[positionOf(items, place, idOf)];
}

export function positionOf<Item>(items: readonly Item[], place: Place, idOf: (item: Item) => string): number {
  const found = place.id === undefined ? -1 : items.findIndex((item) => idOf(item) === place.id);
  return found >= 0 ? found : Math.max(0, Math.min(place.index, items.length - 1));
}
