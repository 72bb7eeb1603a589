import { doubtsOf } from './clusters/doubt.ts';
import { asInMain, checkoutAround } from './clusters/worktree.ts';
import { disorderIn } from './evidence/disorder.ts';
import { type Made, observations } from './evidence/observations.ts';
import type { Store } from './evidence/store.ts';
import { projects } from './evidence/totals.ts';
import type { Observation } from './observations/observation.ts';
import { repositoryAround } from './scopes/repository.ts';

/** Everything recorded for one project: its own sessions and those of its linked worktrees. */
export type ProjectRecord = {
  readonly project: string;
  /** Other directories whose sessions count for the project, in the order of their names. */
  readonly worktrees: readonly string[];
  readonly calls: number;
  /**
   * The calls, as if all had been made in the main checkout; read anew each time. Without what is set aside. Where only
   * some actions are wanted few others come along: those of worktrees.
   */
  readonly seen: (actions?: readonly Made[]) => Iterable<Observation>;
  /** Sessions with signs of injected or edited transcripts: they teach nothing. */
  readonly setAside: readonly SetAside[];
};

export type SetAside = { readonly session: string; readonly why: string };

/** The records of one project or of all, the project with the most calls first. A worktree stands for its project. */
export function projectRecords(store: Store, only?: string): readonly ProjectRecord[] {
  const together = new Map<string, { calls: number; readonly parts: string[] }>();
  const wanted = only === undefined ? undefined : mainOf(only);
  for (const { project, calls } of projects(store)) {
    const main = mainOf(project);
    if (wanted !== undefined && main !== wanted) continue;
    const own = together.get(main);
    if (own === undefined) together.set(main, { calls, parts: [project] });
    else {
      own.calls += calls;
      own.parts.push(project);
    }
  }
  return [...together]
    .map(([project, { calls, parts }]): ProjectRecord => {
      const doubts = new Map([
        ...parts.flatMap((part) => [...disorderIn(store, part)]),
        ...doubtsOf(recorded(store, { project, parts })),
      ]);
      return {
        project,
        calls,
        worktrees: parts.filter((part) => part !== project).sort(),
        seen: (actions) => withoutSessions(recorded(store, { project, parts, actions }), doubts),
        setAside: [...doubts]
          .map(([session, why]) => ({ session, why }))
          .sort((one, other) => (one.session < other.session ? -1 : 1)),
      };
    })
    .sort((one, other) => other.calls - one.calls || (one.project < other.project ? -1 : 1));
}

type Parts = {
  readonly project: string;
  readonly parts: readonly string[];
  readonly actions?: readonly Made[] | undefined;
};

function* recorded(store: Store, { project, parts, actions }: Parts): Iterable<Observation> {
  for (const part of parts) {
    // What was done in a worktree is stored with the worktree's own paths.
    if (part !== project) {
      for (const each of observations(store, { project: part })) yield asInMain(each, part, project);
    } else yield* observations(store, actions === undefined ? { project } : { project, actions });
  }
}

function* withoutSessions(
  seen: Iterable<Observation>,
  sessions: ReadonlyMap<string, string>,
): Iterable<Observation> {
  for (const each of seen) if (!sessions.has(each.session)) yield each;
}

/**
 * The project that a directory's sessions count for. A sibling worktree is known by the folder `<project>-worktrees`
 * around it, or where it is on this machine.
 */
function mainOf(directory: string): string {
  const around = checkoutAround(directory);
  if (around !== undefined) return around;
  const beside = /^(.+)-worktrees[/\\][^/\\]+$/.exec(directory)?.[1];
  if (beside !== undefined) return beside;
  const repository = directory.startsWith('/') ? repositoryAround(directory) : undefined;
  return repository?.checkout === directory ? repository.main : directory;
}
