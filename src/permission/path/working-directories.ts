import type { CompiledPolicy } from '../compile.ts';
import { allPaths, type Place, placeOf, relativeTo } from './place.ts';

/**
 * The first path of a place that lies outside the working directories, or undefined where all of them lie inside:
 * the path as named and everything it leads to through links.
 */
export function outsidePath(policy: CompiledPolicy, place: Place): string | undefined {
  const directories = policy.workingDirectories.flatMap((directory) =>
    allPaths(placeOf(directory, policy.surroundings.files)),
  );
  return allPaths(place).find(
    (path) => !directories.some((directory) => relativeTo(directory, path) !== undefined),
  );
}

/** Whether a place lies in the workspace or an added directory, link or not. */
export function insideWorkingDirectories(policy: CompiledPolicy, place: Place): boolean {
  return outsidePath(policy, place) === undefined;
}
