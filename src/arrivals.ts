import { newestCall, observationsAfter } from './evidence/observations.ts';
import type { Store } from './evidence/store.ts';
import { type LiveCall, liveCall } from './live-call.ts';
import { type MomentRequest, momentsIn } from './moment.ts';

export type ArrivalsRequest = MomentRequest & {
  readonly store: Store;
  /** How many of the latest calls of before count as arrived too. */
  readonly before: number;
};

/** At most as many as anybody sees at once; the others of a large batch are in the store. */
const TAKEN_AT_ONCE = 500;

/** A function that returns the calls which were stored since it was last called, with what the client makes of them now. */
export function arrivals({ store, before, ...request }: ArrivalsRequest): () => readonly LiveCall[] {
  let cursor = Math.max(0, newestCall(store) - before);
  return () => {
    cursor = Math.max(cursor, newestCall(store) - TAKEN_AT_ONCE);
    const fresh = observationsAfter(store, cursor, TAKEN_AT_ONCE);
    cursor = fresh.cursor;
    // Settings may have been written since: they are read anew for each batch.
    const moment = momentsIn(request);
    return fresh.observations.map((seen) => liveCall(seen, moment(seen)));
  };
}
