import { dirname } from 'node:path';
import type { Signer } from '../records/entry.ts';
import { settingsHash, settingsInForce } from '../scopes/in-force.ts';
import { settingsFile, type WritableScope } from '../scopes/locate.ts';
import type { Place } from '../scopes/place.ts';
import { repositoryAround } from '../scopes/repository.ts';
import { ABSENT } from '../scopes/settings-bytes.ts';
import type { Target } from './shown.ts';
import { signerAt } from './signer.ts';

/** What the ledger is told beside the change itself. */
export type Signature = {
  readonly signer: Signer;
  /** ISO 8601, UTC. */
  readonly time: string;
  readonly project: string;
  readonly scope: string;
  /** Given the hash of the file once it is written: the hash over all settings files of the project. */
  readonly settings: (after: string) => string;
  readonly program: string;
};

/** The moment of a signature, and the program that writes it down. */
export type Moment = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The version of this program. */
  readonly program: string;
};

/** Signs for the person at the keyboard, for one settings file of a project. */
export function signatureAt(place: Place, scope: WritableScope, { now, program }: Moment): Signature {
  return {
    signer: signerAt(place.cwd),
    time: new Date(now).toISOString(),
    project: place.cwd,
    scope,
    settings: (after) => settingsAfter(place, scope, after),
    program,
  };
}

/** The settings file of a scope; only a person's own may be a link that leads anywhere. */
export function targetAt(place: Place, scope: WritableScope): Target {
  const file = settingsFile(place, scope);
  if (scope === 'user') return { file, within: undefined };
  const root = dirname(dirname(file));
  return { file, within: repositoryAround(root)?.checkout ?? root };
}

function settingsAfter(place: Place, scope: WritableScope, hash: string): string {
  const file = settingsFile(place, scope);
  const others = settingsInForce(place).texts.filter((text) => text.file !== file);
  return settingsHash(hash === ABSENT ? others : [...others, { scope, file, hash }]);
}
