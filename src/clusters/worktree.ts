import type { Action, Observation } from '../observations/observation.ts';

/** Where tools put linked worktrees inside the main checkout; the client itself uses `.claude/worktrees`. */
const INSIDE = /[/\\](?:\.claude[/\\]worktrees|\.worktrees|\.git-worktrees|worktrees)[/\\][^/\\].*$/;

/** The main checkout around a worktree that lies inside it, by its path alone; undefined for every other directory. */
export function checkoutAround(directory: string): string | undefined {
  const at = directory.search(INSIDE);
  return at > 0 ? directory.slice(0, at) : undefined;
}

/**
 * A call of a worktree as if it had been made in the main checkout: the client keeps one set of local settings for both
 * (recorded: it writes them at the root of the main checkout), so both teach the same rules.
 */
export function asInMain(seen: Observation, worktree: string, main: string): Observation {
  const moved = (text: string): string => text.replaceAll(worktree, main);
  return { ...seen, project: main, cwd: moved(seen.cwd), action: movedAction(seen.action, moved) };
}

function movedAction(action: Action, moved: (text: string) => string): Action {
  if (action.kind === 'bash' || action.kind === 'powershell') {
    return { ...action, command: moved(action.command) };
  }
  return action.kind === 'path' ? { ...action, path: moved(action.path) } : action;
}
