import type { Gathered, Problem } from '../observations/gathered.ts';
import { actionsOf } from './actions.ts';
import { callRows } from './call-rows.ts';
import { problemKeeper } from './problems.ts';
import type { Store } from './store.ts';
import type { Position } from './transcripts.ts';
import { positionKeeper } from './transcripts.ts';

/** What is stored at once: what was gathered, and how far the files it came from are read. */
export type Stretch = {
  readonly gathered: Gathered;
  readonly positions: readonly Position[];
  /** Files that are read from their start again: truncated or replaced. */
  readonly restarted: readonly string[];
  readonly vanished: readonly string[];
};

export type Recorded = { readonly calls: number };

/**
 * A function that stores a stretch of lines and moves the read positions in one transaction: a kill at any moment loses
 * and doubles nothing. Returns how many calls were new.
 */
export function recorder({ database }: Store): (stretch: Stretch) => Recorded {
  const rows = callRows(database, actionsOf(database));
  const files = positionKeeper(database);
  const problems = problemKeeper(database);
  const store = database.transaction(({ gathered, positions, restarted, vanished }: Stretch): Recorded => {
    rows.begin();
    for (const path of restarted) files.restart(path);
    for (const { session, at, mode } of gathered.modes) rows.modeChanged(session, at, mode);
    // In the order of the lines: how a call ended may depend on how one before it did, and on what a hook answered.
    for (const hook of gathered.hooks) rows.hookAnswered(hook);
    for (const ending of gathered.endings) rows.end(ending);
    let calls = 0;
    for (const call of gathered.calls.values()) {
      if (rows.insert(call, files.idOf(call.file))) calls++;
    }
    for (const hook of gathered.hooks) rows.hookAnswered(hook); // of calls that came after it
    for (const problem of newProblems(gathered, files.linesOf))
      problems.keep(files.idOf(problem.file), problem);
    for (const position of positions) {
      files.keep(position);
      problems.readable(files.idOf(position.path));
    }
    for (const path of vanished) files.vanish(path);
    return { calls };
  });
  return (stretch) => store.immediate(stretch);
}

/** Without those of lines that another process on the same store read meanwhile; a file itself has the line 0. */
function newProblems({ problems }: Gathered, linesOf: (path: string) => number): readonly Problem[] {
  const read = new Map<string, number>();
  return problems.filter(({ file, line }) => {
    const lines = read.get(file) ?? linesOf(file);
    read.set(file, lines);
    return line === 0 || line > lines;
  });
}
