import { describe, expect, test } from 'vitest';
import { asInMain, checkoutAround } from '../../src/clusters/worktree.ts';
import { bash, edit, observed } from '../helpers/observed.ts';

const MAIN = '/home/dev/proj';
const WORKTREE = `${MAIN}/.worktrees/dev/fix-login`;

describe('a worktree', () => {
  test.each([
    [WORKTREE, MAIN],
    [`${MAIN}/.claude/worktrees/fix`, MAIN],
    [`${MAIN}/worktrees/fix`, MAIN],
    [MAIN, undefined],
    [`${MAIN}/worktrees`, undefined],
    ['/home/dev/worktrees-tool', undefined],
  ])('%s lies inside the checkout %s', (directory, main) => {
    expect(checkoutAround(directory)).toBe(main);
  });

  test('teaches the rules of its project: paths and directories are those of the main checkout', () => {
    const edited = edit(`${WORKTREE}/src/a.ts`, { project: WORKTREE, cwd: WORKTREE });
    expect(asInMain(edited, WORKTREE, MAIN)).toMatchObject({
      project: MAIN,
      cwd: MAIN,
      action: { path: `${MAIN}/src/a.ts` },
    });
    const ran = observed({ action: bash(`cd ${WORKTREE} && npm test`), project: WORKTREE });
    expect(asInMain(ran, WORKTREE, MAIN).action).toMatchObject({ command: `cd ${MAIN} && npm test` });
  });
});
