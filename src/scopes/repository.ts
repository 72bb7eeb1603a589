import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { ifPresent } from './present.ts';

/** The git repository around a directory. */
export type Repository = {
  /** The root of the checkout that the directory lies in. */
  readonly checkout: string;
  /** The root of the main checkout: the same, except in a linked worktree. */
  readonly main: string;
};

/** The repository that `directory` lies in, found by walking up as git does, without running git. */
export function repositoryAround(directory: string): Repository | undefined {
  for (let at = resolve(directory); ; at = dirname(at)) {
    const git = join(at, '.git');
    const found = ifPresent(() => statSync(git));
    if (found?.isDirectory()) return { checkout: at, main: at };
    if (found?.isFile()) return { checkout: at, main: mainCheckout(at, git) };
    if (at === dirname(at)) return undefined;
  }
}

/**
 * A `.git` file points to the git folder of a linked worktree or of a submodule. Only a worktree has a `commondir`;
 * where that is a `.git` folder, the directory around it is the main checkout. A worktree of a bare repository has none.
 */
function mainCheckout(checkout: string, gitFile: string): string {
  const pointer = /^gitdir: (.+)$/m.exec(readFileSync(gitFile, 'utf8'))?.[1]?.trim();
  if (pointer === undefined) return checkout;
  const gitFolder = resolve(checkout, pointer);
  const common = ifPresent(() => readFileSync(join(gitFolder, 'commondir'), 'utf8'))?.trim();
  if (common === undefined) return checkout;
  const shared = resolve(gitFolder, common);
  return basename(shared) === '.git' ? dirname(shared) : checkout;
}
