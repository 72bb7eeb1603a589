import type { Observation } from '../observations/observation.ts';

/** The client was first published in February 2025: no transcript of it is older. */
const FIRST_CLIENT = Date.UTC(2025, 1, 1);

/**
 * Sessions with calls that the client cannot have written so: injected or edited transcripts teach nothing. By session
 * the first sign found, as a sentence.
 */
export function doubtsOf(seen: Iterable<Observation>): ReadonlyMap<string, string> {
  const doubts = new Map<string, string>();
  for (const observation of seen) {
    if (doubts.has(observation.session)) continue;
    const sign = signOf(observation);
    if (sign !== undefined) doubts.set(observation.session, `${sign} (${observation.id})`);
  }
  return doubts;
}

function signOf({ at, latency, clientVersion, decision, outcome }: Observation): string | undefined {
  if (latency !== undefined && latency < 0) return 'a result is older than its call';
  if (at !== undefined && at < FIRST_CLIENT) return 'a call is older than the client';
  if (!/^\d+\.\d+\.\d+/.test(clientVersion)) return 'a call names no version of the client';
  if (outcome.kind === 'ran' && decision?.accepted === false) return 'a call ran that was refused';
  return undefined;
}
