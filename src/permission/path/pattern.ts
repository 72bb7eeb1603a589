import ignore, { type Ignore } from 'ignore';
import type { FileFacts } from '../policy.ts';
import { normalise, placeOf, relativeTo } from './place.ts';

/** Where the pattern of a path rule starts from (documentation: permissions, Read and Edit rules). */
export type Anchor =
  | { readonly kind: 'fixed'; readonly directory: string }
  /** The directory in which the call runs. */
  | { readonly kind: 'cwd' };

/** The content of a `Read(...)` or `Edit(...)` rule, ready to be matched. */
export type PathPattern = {
  readonly anchor: Anchor;
  /** Takes back what an earlier relative pattern of the same source matches. */
  readonly negated: boolean;
  /** As gitignore reads it, from the anchor; without the `!` of a negated pattern. */
  readonly glob: string;
  readonly matcher: Ignore;
};

/** What a pattern's meaning depends on, beside its text. */
export type PatternSetting = {
  readonly home: string;
  /** Where `/x` starts. */
  readonly root: string;
  /** A relative `dir/**` holds at any depth. */
  readonly anyDepth: boolean;
};

/**
 * Reads `//abs`, `~/home`, `/root-of-the-source` and relative patterns; the rest is gitignore syntax, case-insensitive.
 * Documentation: permissions, Read and Edit rules; details recorded from clients 2.1.197 and 2.1.330.
 */
export function readPathPattern(content: string, setting: PatternSetting): PathPattern {
  const negated = content.startsWith('!');
  const { anchor, rest } = anchored(negated ? content.slice(1) : content, setting);
  const glob = globOf(rest, anchor, setting);
  return { anchor, negated, glob, matcher: matcherOf([glob]) };
}

/**
 * The same pattern with its fixed directory followed through links, or undefined where there is none on the way:
 * `Read(/link/**)` in deny also guards what the link leads to (recorded from client 2.1.330).
 */
export function throughLinks(
  content: string,
  setting: PatternSetting,
  files: FileFacts,
): PathPattern | undefined {
  const { anchor, rest } = anchored(content, setting);
  if (anchor.kind !== 'fixed' || files.links.size === 0) return undefined;
  const segments = rest.split('/').filter((segment) => segment !== '');
  const open = segments.findIndex((segment) => /[*?[\\]/.test(segment));
  const literal = open < 0 ? segments : segments.slice(0, open);
  const target = placeOf(normalise(`${anchor.directory}/${literal.join('/')}`), files).targets.at(-1);
  if (target === undefined) return undefined;
  const tail = segments.slice(literal.length).join('/');
  const glob = globOf(`${target}/${tail}`.replace(/\/$/, ''), { kind: 'fixed', directory: '/' }, setting);
  return { anchor: { kind: 'fixed', directory: '/' }, negated: false, glob, matcher: matcherOf([glob]) };
}

/** What some relative patterns of one source match together, in the order in which they are written. */
export function together(patterns: readonly PathPattern[]): Ignore {
  return matcherOf(patterns.map(({ negated, glob }) => (negated ? `!${glob}` : glob)));
}

function matcherOf(globs: readonly string[]): Ignore {
  return ignore({ allowRelativePaths: true }).add([...globs]);
}

function anchored(
  content: string,
  { home, root }: PatternSetting,
): { readonly anchor: Anchor; readonly rest: string } {
  if (content.startsWith('//')) return { anchor: { kind: 'fixed', directory: '/' }, rest: content.slice(1) };
  if (content === '~' || content.startsWith('~/')) {
    return { anchor: { kind: 'fixed', directory: normalise(home) }, rest: content.slice(1) || '/' };
  }
  if (content.startsWith('/'))
    return { anchor: { kind: 'fixed', directory: normalise(root) }, rest: content };
  return { anchor: { kind: 'cwd' }, rest: content.startsWith('./') ? content.slice(2) : content };
}

/** `dir/**` also means `dir` itself; a relative single-segment `dir/**` may then hold at any depth. */
function globOf(rest: string, anchor: Anchor, { anyDepth }: PatternSetting): string {
  if (!rest.endsWith('/**')) return rest;
  const directory = rest.slice(0, -3);
  if (directory === '') return '**';
  const widens = anchor.kind === 'cwd' && !directory.includes('/');
  return widens && !anyDepth ? `/${directory}` : directory;
}

/** Whether the pattern covers an absolute path; a relative pattern starts from any of the bases. */
export function coversPath(pattern: PathPattern, path: string, bases: readonly string[]): boolean {
  const from = pattern.anchor.kind === 'fixed' ? [pattern.anchor.directory] : bases;
  return from.some((base) => matchesBelow(pattern.matcher, base, path));
}

/** Whether one segment of a pattern covers the name of a file. */
export function coversName(segment: string, name: string): boolean {
  return segment !== '' && name !== '' && name !== '.' && name !== '..' && matcherOf([segment]).ignores(name);
}

/** Whether a matcher covers a path that lies below a base. */
export function matchesBelow(matcher: Ignore, base: string, path: string): boolean {
  const relative = relativeTo(base, path);
  return relative !== undefined && relative !== '' && matcher.ignores(relative);
}
