import type { Observation } from '../observations/observation.ts';

/** How often something happened, in how many sessions and on how many days (UTC). */
export type Tally = {
  readonly calls: number;
  readonly sessions: ReadonlySet<string>;
  readonly days: ReadonlySet<string>;
  /** The tool_use ids, at most `IDS_KEPT`, first seen first. */
  readonly ids: readonly string[];
};

export type GrowingTally = {
  calls: number;
  readonly sessions: Set<string>;
  readonly days: Set<string>;
  readonly ids: string[];
};

/** Enough to show and to audit; a loop of a million calls must not fill the memory. */
const IDS_KEPT = 100;

const DAY = 86_400_000;

export function emptyTally(): GrowingTally {
  return { calls: 0, sessions: new Set(), days: new Set(), ids: [] };
}

export function count(tally: GrowingTally, seen: Observation): void {
  tally.calls += 1;
  tally.sessions.add(seen.session);
  if (seen.at !== undefined) tally.days.add(dayOf(seen.at));
  if (tally.ids.length < IDS_KEPT) tally.ids.push(seen.id);
}

export function together(tallies: Iterable<Tally>): Tally {
  const sum = emptyTally();
  for (const { calls, sessions, days, ids } of tallies) {
    sum.calls += calls;
    for (const session of sessions) sum.sessions.add(session);
    for (const day of days) sum.days.add(day);
    for (const id of ids) if (sum.ids.length < IDS_KEPT) sum.ids.push(id);
  }
  return sum;
}

function dayOf(at: number): string {
  return String(Math.floor(at / DAY));
}
