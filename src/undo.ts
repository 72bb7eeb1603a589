import { readArchive } from './accepted/ledger-file.ts';
import { type Moment, type Signature, signatureAt } from './accepted/signature.ts';
import {
  type Acceptance,
  removeRules,
  restore,
  type Undoing,
  type Undone,
  undoing,
} from './accepted/undo.ts';
import { archiveBeside } from './apply.ts';
import { standing } from './records/chain.ts';
import { WRITABLE_SCOPES } from './scopes/locate.ts';
import type { Place } from './scopes/place.ts';
import { UserError } from './user-error.ts';

export type UndoRequest = Moment & {
  /** `cwd` does not matter: the entry knows its project. */
  readonly place: Place;
  readonly store: string;
};

/** Which acceptance is meant: the one with this number, else the last one that stands (in this project). */
export type Meant = { readonly store: string; readonly seq?: number; readonly project?: string };

/** What taking an acceptance back would do. Writes nothing; throws UserError where there is nothing to take back. */
export function undoPreview({ store, seq, project }: Meant): Undoing {
  const archive = archiveBeside(store);
  const of = standing(readArchive(archive).entries)
    .filter((entry) => seq === undefined || entry.seq === seq)
    .findLast((entry) => project === undefined || entry.project === project);
  if (of !== undefined) return undoing(of, archive);
  if (seq !== undefined)
    throw new UserError(`no acceptance with number ${seq} stands (precedent audit lists them)`);
  throw new UserError(`nothing to undo${project === undefined ? '' : ` in ${project}`}`);
}

/**
 * Takes an acceptance back as it was previewed: the old bytes where nobody touched the file since, otherwise (only when
 * `rulesOnly` says so) its rules alone. `not-written` where the preview offers nothing that may be written.
 */
export function undo(
  preview: Undoing,
  rulesOnly: boolean,
  request: UndoRequest,
): Undone | { readonly kind: 'not-written' } {
  const archive = archiveBeside(request.store);
  const signature = signatureFor(preview.of, request);
  if (preview.kind === 'restore') return restore(preview, signature, archive);
  if (!rulesOnly || preview.showing.kind !== 'shown') return { kind: 'not-written' };
  return removeRules(preview.of, preview.showing, { signature, archive });
}

function signatureFor(of: Acceptance, { place, now, program }: UndoRequest): Signature {
  const scope = WRITABLE_SCOPES.find((one) => one === of.scope) ?? 'local';
  return signatureAt({ ...place, cwd: of.project }, scope, { now, program });
}
