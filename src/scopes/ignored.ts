import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { repositoryAround } from './repository.ts';

/** Whether git would commit a file unasked: it lies in a repository, and no ignore file names it. */
export function isCommittable(file: string): boolean {
  const folder = dirname(file);
  if (repositoryAround(folder) === undefined) return false;
  // Exit 1 says "not ignored"; anything else (no git, no such folder) says nothing.
  return spawnSync('git', ['check-ignore', '-q', '--', file], { cwd: folder, stdio: 'ignore' }).status === 1;
}
