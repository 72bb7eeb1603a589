import { asInMain, checkoutAround } from './clusters/worktree.ts';
import { observations, projects } from './evidence/reading.ts';
import type { Store } from './evidence/store.ts';
import type { Observation } from './observations/observation.ts';
import { repositoryAround } from './scopes/repository.ts';

/** Everything recorded for one project: its own sessions and those of its linked worktrees. */
export type ProjectRecord = {
  readonly project: string;
  /** Other directories whose sessions count for the project, in the order of their names. */
  readonly worktrees: readonly string[];
  readonly calls: number;
  /** The calls, as if all had been made in the main checkout; read anew each time. */
  readonly seen: () => Iterable<Observation>;
};

/** The records of one project or of all, the project with the most calls first. A worktree stands for its project. */
export function projectRecords(store: Store, only?: string): readonly ProjectRecord[] {
  const wanted = only === undefined ? undefined : mainOf(only);
  const together = new Map<string, { calls: number; readonly parts: string[] }>();
  for (const { project, calls } of projects(store)) {
    const main = mainOf(project);
    if (wanted !== undefined && main !== wanted) continue;
    const known = together.get(main);
    if (known === undefined) together.set(main, { calls, parts: [project] });
    else {
      known.calls += calls;
      known.parts.push(project);
    }
  }
  return [...together]
    .map(([project, { calls, parts }]) => ({
      project,
      calls,
      worktrees: parts.filter((part) => part !== project).sort(),
      seen: () => recorded(store, project, parts),
    }))
    .sort((one, other) => other.calls - one.calls || (one.project < other.project ? -1 : 1));
}

function* recorded(store: Store, project: string, parts: readonly string[]): Iterable<Observation> {
  for (const part of parts) {
    const seen = observations(store, { project: part });
    if (part === project) yield* seen;
    else for (const each of seen) yield asInMain(each, part, project);
  }
}

/** The project that a directory's sessions count for. Sibling worktrees are known only where they are on this machine. */
function mainOf(directory: string): string {
  const around = checkoutAround(directory);
  if (around !== undefined) return around;
  const repository = directory.startsWith('/') ? repositoryAround(directory) : undefined;
  return repository?.checkout === directory ? repository.main : directory;
}
