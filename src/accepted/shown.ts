import { dirname, relative, resolve } from 'node:path';
import type { AcceptedChange } from '../records/entry.ts';
import { ABSENT, decodeSettings, type Encoding } from '../scopes/settings-bytes.ts';
import { unifiedDiff } from '../settings/diff.ts';
import { editSettings, type SettingsChange } from '../settings/edit.ts';
import type { TextProblem } from '../settings/json-tree.ts';
import type { Files } from './files.ts';

/** A settings file that a person may want changed. */
export type Target = {
  readonly file: string;
  /** Links must not lead out of this folder; undefined where they may (a person's own dotfiles). */
  readonly within: string | undefined;
};

/** A change as a person sees it before anything is written; exactly this is what may be written. */
export type Shown = {
  readonly kind: 'shown';
  readonly target: Target;
  /** The file with links followed: the one that is written. */
  readonly file: string;
  /** Hash of the bytes that the diff starts from. */
  readonly base: string;
  readonly before: string | undefined;
  readonly after: string;
  readonly encoding: Encoding;
  readonly diff: string;
  readonly changes: readonly AcceptedChange[];
};

export type Showing =
  | Shown
  /** The file says all of it already. */
  | { readonly kind: 'nothing-to-do'; readonly file: string }
  /** The client would not accept the file or the change. */
  | { readonly kind: 'refused'; readonly file: string; readonly problems: readonly TextProblem[] };

/** Links that lead to links: how far they are followed. */
const LINK_HOPS = 40;

/** Computes the diff of changes to a settings file from its bytes as they are now. Writes nothing. */
export function show(target: Target, changes: readonly AcceptedChange[], files: Files): Showing {
  const followed = followLinks(target, files);
  if (followed.kind === 'refused') return refused(target.file, followed.why);
  const { file } = followed;
  const bytes = files.read(file);
  const current = bytes === undefined ? { kind: 'absent' as const, hash: ABSENT } : decodeSettings(bytes);
  if (current.kind === 'undecodable') return refused(file, `the file is ${current.why}`);
  const before = current.kind === 'present' ? current.text : undefined;
  const edit = editSettings(
    before,
    changes.map(({ change }): SettingsChange => change),
  );
  if (edit.kind === 'refused') return { kind: 'refused', file, problems: edit.problems };
  if (edit.text === (before ?? '')) return { kind: 'nothing-to-do', file };
  const encoding = current.kind === 'present' ? current.encoding : 'utf-8';
  const diff = unifiedDiff({ file, before, after: edit.text });
  return {
    kind: 'shown',
    target,
    file,
    base: current.hash,
    before,
    after: edit.text,
    encoding,
    diff,
    changes,
  };
}

type Followed =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'refused'; readonly why: string };

/**
 * The file behind links, so that the link stays one. A link in a repository that leads out of it is not followed:
 * a rule meant for one project would land in a file that nobody looked at.
 */
function followLinks(target: Target, files: Files): Followed {
  let file = target.file;
  for (let hops = 0; hops < LINK_HOPS; hops += 1) {
    const link = files.link(file);
    if (link === undefined) return inside(target, realPlace(file, files), files);
    file = resolve(dirname(file), link);
  }
  return { kind: 'refused', why: 'links lead in a circle' };
}

function inside(target: Target, file: string, files: Files): Followed {
  if (target.within === undefined) return { kind: 'file', file };
  const root = files.real(target.within) ?? target.within;
  const steps = relative(root, file);
  if (!steps.startsWith('..') && resolve(root, steps) === file) return { kind: 'file', file };
  return { kind: 'refused', why: `a link leads out of the project, to ${file}` };
}

/** The real path of a file that need not exist: the folders that exist are followed. */
function realPlace(file: string, files: Files): string {
  const real = files.real(file);
  if (real !== undefined) return real;
  const folder = dirname(file);
  return folder === file ? file : resolve(realPlace(folder, files), relative(folder, file));
}

function refused(file: string, why: string): Showing {
  return { kind: 'refused', file, problems: [{ line: 1, column: 1, why }] };
}
