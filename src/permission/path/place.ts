import type { FileFacts } from '../policy.ts';

const UNTIDY = /\/\/|\/\.{1,2}(\/|$)|.\/$/;

/** Absolute path with `.`, `..` and doubled slashes settled; the root is `/`. */
export function normalise(path: string): string {
  if (path.startsWith('/') && !UNTIDY.test(path)) return path;
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

/** A path as a tool or a shell word writes it, made absolute: `~` is the home, anything else starts from `cwd`. */
export function absolute(path: string, cwd: string, home: string): string {
  if (path === '~') return normalise(home);
  if (path.startsWith('~/')) return normalise(`${home}/${path.slice(2)}`);
  return normalise(path.startsWith('/') ? path : `${cwd}/${path}`);
}

/** A path from `base`, without a leading slash; empty for `base` itself, undefined outside of it. */
export function relativeTo(base: string, path: string): string | undefined {
  if (path === base) return '';
  const start = base === '/' ? '/' : `${base}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/** A path that a call names, with everything it stands for. */
export type Place = {
  /** Normalised absolute path as named. */
  readonly named: string;
  /** Every path met on the way through symbolic links, the final target last; empty where no link is involved. */
  readonly targets: readonly string[];
};

/** Follows symbolic links in any segment; stops at a loop. */
export function placeOf(path: string, files: FileFacts): Place {
  const targets: string[] = [];
  if (files.links.size === 0) return { named: path, targets };
  let current = path;
  for (;;) {
    const next = throughFirstLink(current, files);
    if (next === undefined || next === path || targets.includes(next)) return { named: path, targets };
    targets.push(next);
    current = next;
  }
}

function throughFirstLink(path: string, files: FileFacts): string | undefined {
  for (let end = path.indexOf('/', 1); ; end = path.indexOf('/', end + 1)) {
    const link = end < 0 ? path : path.slice(0, end);
    const target = files.links.get(link);
    if (target !== undefined) {
      const parent = link.slice(0, link.lastIndexOf('/'));
      return normalise(
        `${target.startsWith('/') ? '' : `${parent}/`}${target}${end < 0 ? '' : path.slice(end)}`,
      );
    }
    if (end < 0) return undefined;
  }
}

/** The path as named and everything it leads to. */
export function allPaths(place: Place): readonly string[] {
  return place.targets.length === 0 ? [place.named] : [place.named, ...place.targets];
}
