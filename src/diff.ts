import { DISK } from './accepted/files.ts';
import { type Showing, show } from './accepted/shown.ts';
import { targetAt } from './accepted/signature.ts';
import type { AcceptedChange } from './records/entry.ts';
import type { WritableScope } from './scopes/locate.ts';
import type { Place } from './scopes/place.ts';

export type DiffRequest = {
  /** `cwd` is the project: where the client would be started. */
  readonly place: Place;
  readonly scope: WritableScope;
  readonly changes: readonly AcceptedChange[];
};

/** What accepting the changes would write, computed from the bytes of the file as they are now. Writes nothing. */
export function diff({ place, scope, changes }: DiffRequest): Showing {
  return show(targetAt(place, scope), changes, DISK);
}
