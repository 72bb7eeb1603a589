import type { CompiledPolicy } from '../compile.ts';
import { allPaths, type Place, placeOf, relativeTo } from './place.ts';

/**
 * The first path of a place that lies outside the working directories, or undefined where all of them lie inside:
 * the path as named and everything it leads to through links.
 */
export function outsidePath(policy: CompiledPolicy, place: Place): string | undefined {
  const directories = directoriesOf(policy);
  return allPaths(place).find(
    (path) => !directories.some((directory) => relativeTo(directory, withoutMacLink(path)) !== undefined),
  );
}

/** Where macOS keeps what `/tmp`, `/var` and `/etc` link to. */
const MAC_LINKS = /^\/private\/(tmp|var|etc)(?=\/|$)/;

function withoutMacLink(path: string): string {
  return path.startsWith('/private/') ? path.replace(MAC_LINKS, '/$1') : path;
}

/** The working directories and what they lead to through links, by policy. */
const directoriesByPolicy = new WeakMap<CompiledPolicy, readonly string[]>();

function directoriesOf(policy: CompiledPolicy): readonly string[] {
  const known = directoriesByPolicy.get(policy);
  if (known !== undefined) return known;
  const { files } = policy.surroundings;
  const directories = policy.workingDirectories.flatMap((directory) =>
    allPaths(placeOf(directory, files)).map(withoutMacLink),
  );
  directoriesByPolicy.set(policy, directories);
  return directories;
}

/** Whether a place lies in the workspace or an added directory, link or not. */
export function insideWorkingDirectories(policy: CompiledPolicy, place: Place): boolean {
  return outsidePath(policy, place) === undefined;
}
