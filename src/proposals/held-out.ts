import type { Observation } from '../observations/observation.ts';

export type Split = { readonly earlier: readonly Observation[]; readonly later: readonly Observation[] };

/** The sessions of some observations in the order in which they began; ties by name, so that a run repeats. */
export function sessionsInOrder(seen: readonly Observation[]): readonly string[] {
  const began = new Map<string, number>();
  for (const { session, at } of seen) {
    const known = began.get(session);
    const start = at ?? Number.POSITIVE_INFINITY;
    if (known === undefined || start < known) began.set(session, start);
  }
  return [...began]
    .sort(([one, first], [other, second]) => (first === second ? (one < other ? -1 : 1) : first - second))
    .map(([session]) => session);
}

/** Whole sessions split by time: the earlier share to learn from, the rest to be replayed. */
export function splitByTime(seen: readonly Observation[], share: number): Split {
  const sessions = sessionsInOrder(seen);
  const learnt = new Set(sessions.slice(0, Math.round(sessions.length * share)));
  return {
    earlier: seen.filter(({ session }) => learnt.has(session)),
    later: seen.filter(({ session }) => !learnt.has(session)),
  };
}
