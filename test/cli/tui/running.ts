import type { Event, Wish } from '../../../cli/tui/events.ts';
import type { Command } from '../../../cli/tui/keys.ts';
import { reduce } from '../../../cli/tui/reduce.ts';
import { beginning, type State } from '../../../cli/tui/state.ts';
import { dossier, PLAN, proposal } from './plans.ts';

export const PROJECT = '/home/dev/shop';

type Run = { readonly state: State; readonly wishes: readonly Wish[] };

/** Lets events happen one after the other; a bare word is a command. */
export function run(state: State, ...events: readonly (Event | Command)[]): Run {
  const wishes: Wish[] = [];
  let current = state;
  for (const event of events) {
    const next = reduce(current, typeof event === 'string' ? { kind: 'command', command: event } : event);
    current = next.state;
    wishes.push(...next.wishes);
  }
  return { state: current, wishes };
}

export const planned: Event = { kind: 'planned', plan: PLAN };
export const first = PLAN.proposals[0] ?? proposal('Bash(true)');
export const looked: Event = { kind: 'dossier', dossier: dossier(first) };
export const begun = run(beginning({ columns: 80, rows: 24 }, PROJECT), planned, looked).state;
