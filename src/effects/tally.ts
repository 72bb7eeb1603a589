import type { Cancels } from './description.ts';
import { type Effects, EXECUTIONS, type Execution, type Place } from './effects.ts';

/** Effects while they are being added up. */
export type Tally = {
  reads: Place[];
  writes: Place[];
  deletes: Place[];
  hosts: string[];
  sends: boolean;
  executes: Execution;
  privilege: boolean;
  machine: boolean;
  undoable: boolean;
  unknown: string[];
  notes: string[];
};

export function emptyTally(): Tally {
  return {
    reads: [],
    writes: [],
    deletes: [],
    hosts: [],
    sends: false,
    executes: 'none',
    privilege: false,
    machine: false,
    undoable: true,
    unknown: [],
    notes: [],
  };
}

/** The worse of two executions. */
export function worseExecution(a: Execution, b: Execution): Execution {
  return EXECUTIONS.indexOf(b) > EXECUTIONS.indexOf(a) ? b : a;
}

/** Something runs: its note comes first where it is worse than what ran before. */
export function addExecution(tally: Tally, execution: Execution, why: string): void {
  const before = tally.executes;
  tally.executes = worseExecution(before, execution);
  if (tally.executes === before) tally.notes.push(why);
  else tally.notes.unshift(why);
}

/** Adds what `more` does to `tally`. */
export function addEffects(tally: Tally, more: Effects): void {
  tally.reads.push(...more.reads);
  tally.writes.push(...more.writes);
  tally.deletes.push(...more.deletes);
  tally.hosts.push(...more.hosts);
  tally.sends ||= more.sends;
  const before = tally.executes;
  tally.executes = worseExecution(before, more.executes);
  tally.privilege ||= more.privilege;
  tally.machine ||= more.machine;
  tally.undoable &&= more.undoable;
  tally.unknown.push(...more.unknown);
  if (tally.executes === before) tally.notes.push(...more.notes);
  else tally.notes.unshift(...more.notes);
}

/** Takes back what a flag such as --dry-run rules out. */
export function cancel(tally: Tally, what: Cancels): void {
  switch (what) {
    case 'reads':
      tally.reads = [];
      return;
    case 'sends':
      tally.sends = false;
      return;
    case 'writes':
      tally.writes = [];
      return;
    case 'deletes':
      tally.deletes = [];
      return;
    case 'runs':
      tally.executes = 'none';
      return;
    case 'loses':
      tally.undoable = true;
      return;
    case 'machine':
      tally.machine = false;
      return;
    case 'hosts':
      tally.hosts = [];
      return;
    case 'unknown':
      tally.unknown = [];
      return;
    case 'everything':
      Object.assign(tally, emptyTally());
  }
}

/** The sum, each path, host and reason once. */
export function settle(tally: Tally): Effects {
  return {
    reads: places(tally.reads),
    writes: places(tally.writes),
    deletes: places(tally.deletes),
    hosts: once(tally.hosts),
    sends: tally.sends,
    executes: tally.executes,
    privilege: tally.privilege,
    machine: tally.machine,
    undoable: tally.undoable,
    unknown: once(tally.unknown),
    notes: once(tally.notes),
  };
}

function once(list: readonly string[]): readonly string[] {
  return list.length < 2 ? list : [...new Set(list)];
}

function places(list: readonly Place[]): readonly Place[] {
  if (list.length < 2) return list;
  return [...new Map(list.map((place) => [place.path, place])).values()];
}
