import { lstatSync, readlinkSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import type { FileFacts } from '../permission/policy.ts';
import { errorCode } from '../user-error.ts';
import { ifPresent } from './present.ts';

/** Links that lead to links: how far they are followed before they are given up, as the system does. */
const LINK_HOPS = 40;

/** What the permission model may want to know of the paths that calls name: the links and folders on the way to each. */
export function fileFacts(paths: Iterable<string>): FileFacts {
  const links = new Map<string, string>();
  const directories = new Set<string>();
  const plain = new Set<string>();
  /** Walks down to a path; at a link it starts again from where the link leads. */
  const walk = (path: string, hops: number): void => {
    const folders = path.split(sep);
    for (let depth = 2; depth <= folders.length; depth += 1) {
      const step = folders.slice(0, depth).join(sep);
      if (directories.has(step)) continue;
      const known = links.get(step);
      if (known === undefined && plain.has(step)) return;
      const found = known === undefined ? lookAt(step) : undefined;
      if (found?.isDirectory()) {
        directories.add(step);
        continue;
      }
      if (known === undefined && !found?.isSymbolicLink()) {
        plain.add(step);
        return;
      }
      const target = known ?? readlinkSync(step);
      links.set(step, target);
      if (hops > 0) walk(resolve(dirname(step), target, ...folders.slice(depth)), hops - 1);
      return;
    }
  };
  for (const path of paths) walk(resolve(path), LINK_HOPS);
  return { links, directories };
}

/** A path that may not be looked at, or is no path, is not known. */
function lookAt(path: string): ReturnType<typeof lstatSync> | undefined {
  try {
    return ifPresent(() => lstatSync(path));
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}
