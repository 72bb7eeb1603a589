import type { Desk } from './desk.ts';
import type { Event, Wish } from './events.ts';
import { reduce } from './reduce.ts';
import type { State } from './state.ts';

/** The running UI without its face: holds the state, and lets the desk do what the reducer wishes. */
export type Session = {
  readonly state: () => State;
  readonly dispatch: (event: Event) => void;
  /** Calls back after every change; returns the way to stop that. */
  readonly subscribe: (changed: () => void) => () => void;
  /** Settles when the person quits. */
  readonly ended: Promise<void>;
};

/** Questions of this kind overtake one another: only the latest is put. */
const QUIET_BEFORE_ASKING = 60;

export function startSession(beginning: State, desk: Desk): Session {
  let state = beginning;
  const listeners = new Set<() => void>();
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const timers = new Map<Wish['kind'], ReturnType<typeof setTimeout>>();

  const dispatch = (event: Event): void => {
    const next = reduce(state, event);
    const changed = next.state !== state;
    state = next.state;
    for (const wish of next.wishes) grant(wish);
    if (changed) for (const listener of listeners) listener();
  };

  const grant = (wish: Wish): void => {
    if (wish.kind === 'quit') {
      for (const timer of timers.values()) clearTimeout(timer);
      end();
      return;
    }
    if (wish.kind !== 'dossier' && wish.kind !== 'try') {
      void fulfil(desk, wish).then(dispatch);
      return;
    }
    clearTimeout(timers.get(wish.kind));
    timers.set(
      wish.kind,
      setTimeout(() => void fulfil(desk, wish).then(dispatch), QUIET_BEFORE_ASKING),
    );
  };

  desk.open(state.project, dispatch);
  if (state.project !== undefined) grant({ kind: 'plan', project: state.project });
  return {
    state: () => state,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended,
  };
}

const DOING: Readonly<Record<Wish['kind'], string>> = {
  plan: 'planning',
  dossier: 'looking at the rule',
  try: 'trying the rule',
  diff: 'reading the settings',
  write: 'writing',
  undo: 'taking back',
  never: 'remembering',
  attention: 'counting',
  quit: 'quitting',
};

/** Does what is wished; a failure is an event like any other, and the UI goes on. */
async function fulfil(desk: Desk, wish: Exclude<Wish, { kind: 'quit' }>): Promise<Event> {
  try {
    return await done(desk, wish);
  } catch (error) {
    return {
      kind: 'failed',
      doing: DOING[wish.kind],
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

async function done(desk: Desk, wish: Exclude<Wish, { kind: 'quit' }>): Promise<Event> {
  switch (wish.kind) {
    case 'plan':
      return { kind: 'planned', plan: await desk.plan(wish.project) };
    case 'dossier':
      return { kind: 'dossier', dossier: await desk.dossier(wish.proposal, wish.rule) };
    case 'try':
      return { kind: 'tried', trial: await desk.tryRule(wish.proposal, wish.rule) };
    case 'diff':
      return { kind: 'diffed', diff: await desk.diff(wish.project, wish.choices, wish.target) };
    case 'write': {
      const answer = await desk.write(wish.diff);
      return 'written' in answer
        ? { kind: 'written', written: answer.written }
        : { kind: 'stale', diff: answer.stale };
    }
    case 'undo':
      return { kind: 'undone', what: await desk.undo(wish.project) };
    case 'never':
      await desk.never(wish.proposal);
      return { kind: 'remembered', rule: wish.proposal.rule };
    case 'attention':
      return { kind: 'attention', report: await desk.attention(wish.project) };
  }
}
