import type { Observation } from '../observations/observation.ts';
import { Names } from './names.ts';

/** How often something happened, in how many sessions and on how many days (UTC). */
export type Tally = {
  readonly calls: number;
  readonly sessions: Counted;
  readonly days: Counted;
  /** The tool_use ids, some of many, first seen first. */
  readonly ids: readonly string[];
};

type Counted = Iterable<string> & { readonly size: number };

export type GrowingTally = {
  calls: number;
  readonly sessions: Names;
  readonly days: Names;
  ids: readonly string[];
};

/** Enough to show and to audit; a loop of a million calls must not fill the memory, nor must many calls together. */
const IDS_KEPT = 100;
const IDS_KEPT_OF_ONE_CALL = 25;

const DAY = 86_400_000;

const NO_IDS: readonly string[] = [];

export function emptyTally(): GrowingTally {
  return { calls: 0, sessions: new Names(), days: new Names(), ids: NO_IDS };
}

export function count(tally: GrowingTally, seen: Observation): void {
  tally.calls += 1;
  tally.sessions.add(seen.session);
  if (seen.at !== undefined) tally.days.add(dayOf(seen.at));
  keepId(tally, seen.id, IDS_KEPT_OF_ONE_CALL);
}

export function together(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const { calls, sessions, days, ids } of tallies) {
    sum.calls += calls;
    for (const session of sessions) sum.sessions.add(session);
    for (const day of days) sum.days.add(day);
    for (const id of ids) keepId(sum, id, IDS_KEPT);
  }
  return sum;
}

function keepId(tally: GrowingTally, id: string, most: number): void {
  if (tally.ids.length < most) tally.ids = [...tally.ids, id];
}

const DAY_NAMES = new Map<number, string>();

/** Every tally that holds a day holds the same text. */
function dayOf(at: number): string {
  const number = Math.floor(at / DAY);
  const known = DAY_NAMES.get(number) ?? String(number);
  DAY_NAMES.set(number, known);
  return known;
}
