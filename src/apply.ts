import { dirname, join } from 'node:path';
import { type Applied, apply as write } from './accepted/apply.ts';
import { DISK } from './accepted/files.ts';
import type { Archive } from './accepted/ledger-file.ts';
import type { Shown } from './accepted/shown.ts';
import { type Moment, signatureAt } from './accepted/signature.ts';
import type { WritableScope } from './scopes/locate.ts';
import type { Place } from './scopes/place.ts';

export type ApplyRequest = Moment & {
  readonly place: Place;
  readonly scope: WritableScope;
  /** What the person saw and said yes to. */
  readonly shown: Shown;
  /** The store's file: the ledger and the backups lie beside it. */
  readonly store: string;
};

/** Writes exactly what was shown, keeps a backup, and records who accepted it; or writes nothing and says why. */
export function apply({ place, scope, shown, store, ...moment }: ApplyRequest): Applied {
  return write(shown, signatureAt(place, scope, moment), archiveBeside(store));
}

/** The folder of the ledger that belongs to a store. */
export function archiveBeside(store: string): Archive {
  return { folder: join(dirname(store), 'ledger'), files: DISK };
}
