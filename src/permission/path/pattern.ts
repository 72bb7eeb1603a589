import ignore, { type Ignore } from 'ignore';
import type { List } from '../rule.ts';
import { normalise, relativeTo } from './place.ts';

/** Where the pattern of a path rule starts from (documentation: permissions, Read and Edit rules). */
export type Anchor =
  | { readonly kind: 'fixed'; readonly directory: string }
  /** The directory in which the call runs. */
  | { readonly kind: 'cwd' };

/** The content of a `Read(...)` or `Edit(...)` rule, ready to be matched. */
export type PathPattern = {
  readonly anchor: Anchor;
  /** Takes back what an earlier relative pattern of the same source matches (deny and ask rules only). */
  readonly negated: boolean;
  /** The pattern as gitignore reads it, from its anchor. */
  readonly glob: string;
  readonly matcher: Ignore;
};

export type Bases = { readonly home: string; readonly root: string };

/**
 * Reads `//abs`, `~/home`, `/root-of-the-source` and relative patterns; the rest is gitignore syntax, case-insensitive.
 * Documentation: permissions, Read and Edit; asymmetry of `dir/**` between allow and deny recorded from client 2.1.330.
 */
export function readPathPattern(content: string, list: List, bases: Bases): PathPattern {
  const negated = list !== 'allow' && content.startsWith('!');
  const { anchor, rest } = anchored(negated ? content.slice(1) : content, bases);
  const glob = globOf(rest, anchor, list);
  return { anchor, negated, glob, matcher: ignore({ allowRelativePaths: true }).add(glob) };
}

function anchored(
  content: string,
  { home, root }: Bases,
): { readonly anchor: Anchor; readonly rest: string } {
  if (content.startsWith('//')) return { anchor: { kind: 'fixed', directory: '/' }, rest: content.slice(1) };
  if (content === '~' || content.startsWith('~/')) {
    return { anchor: { kind: 'fixed', directory: normalise(home) }, rest: content.slice(1) || '/' };
  }
  if (content.startsWith('/'))
    return { anchor: { kind: 'fixed', directory: normalise(root) }, rest: content };
  return { anchor: { kind: 'cwd' }, rest: content.startsWith('./') ? content.slice(2) : content };
}

/** `dir/**` also means `dir` itself; a relative single-segment `dir/**` then holds at any depth, save in allow rules. */
function globOf(rest: string, anchor: Anchor, list: List): string {
  if (!rest.endsWith('/**')) return rest;
  const directory = rest.slice(0, -3);
  if (directory === '') return '**';
  const widens = anchor.kind === 'cwd' && !directory.includes('/');
  return widens && list === 'allow' ? `/${directory}` : directory;
}

/** Whether the pattern covers an absolute path, for a call that runs in `cwd`. */
export function coversPath(pattern: PathPattern, path: string, cwd: string): boolean {
  const base = pattern.anchor.kind === 'fixed' ? pattern.anchor.directory : cwd;
  const relative = relativeTo(base, path);
  if (relative === undefined || relative === '') return false;
  return pattern.matcher.ignores(relative);
}
