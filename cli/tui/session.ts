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

/** Milliseconds of quiet before a wish is granted that later ones of its kind overtake; undefined: at once. */
function quietBefore(wish: Wish): number | undefined {
  if (wish.kind === 'dossier' || wish.kind === 'try') return 60;
  if (wish.kind === 'foresee') return 300;
  return wish.kind === 'plan' && wish.soon ? 3000 : undefined;
}

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
    const quiet = quietBefore(wish);
    if (quiet === undefined) {
      void desk.grant(wish).then(dispatch);
      return;
    }
    clearTimeout(timers.get(wish.kind));
    timers.set(
      wish.kind,
      setTimeout(() => void desk.grant(wish).then(dispatch), quiet),
    );
  };

  desk.open(dispatch);
  if (state.project !== undefined) grant({ kind: 'plan', project: state.project, soon: false });
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
