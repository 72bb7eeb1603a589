import type { Gain } from '../description.ts';

/** Gains that descriptions of many programs share; a family's own gains stand in its file. */

/** Reads the tree below the current directory. */
export const READS_HERE: Gain = { reads: ['.'] };

/** Writes below the current directory: build output, the index, the work tree. */
export const WRITES_HERE: Gain = { writes: ['.'] };

/** Runs code that belongs to this project: its build file, its tests, its configuration. */
export const RUNS_PROJECT: Gain = { runs: 'project', writes: ['.'], why: "runs this project's own code" };

/** Loads configuration that is code, and changes nothing itself. */
export const LOADS_CONFIG: Gain = {
  runs: 'project',
  why: "loads this project's configuration, which can be code",
};

export const RUNS_ANYTHING: Gain = { runs: 'anything' };

/** Asks a service that the program is made for; nothing changes there. */
export const ASKS_SERVICE: Gain = { hosts: ['configured'] };

/** Changes something on a service that the program is made for. */
export const CHANGES_SERVICE: Gain = {
  hosts: ['configured'],
  sends: true,
  why: 'changes something on a remote service',
};

/** Changes something on a service that cannot be brought back. */
export const DESTROYS_ON_SERVICE: Gain = {
  hosts: ['configured'],
  sends: true,
  loses: true,
  why: 'deletes something on a remote service',
};

/** Fetches packages from a registry and runs what they bring along. */
export const INSTALLS: Gain = {
  hosts: ['configured'],
  writes: ['.'],
  runs: 'anything',
  why: 'installs packages, whose code can run while they are installed',
};

/** Installs software for the whole user account or machine. */
export const INSTALLS_GLOBALLY: Gain = {
  hosts: ['configured'],
  runs: 'anything',
  machine: true,
  why: 'installs software outside the project',
};

/** Changes the machine: services, devices, settings, other processes. */
export const CHANGES_MACHINE: Gain = { machine: true };

/** Opens an editor, which is whatever the configuration names. */
export const OPENS_EDITOR: Gain = { runs: 'anything', why: 'opens the configured editor' };

/** Waits for commands at a prompt or serves them: whatever is typed runs. */
export const OPENS_PROMPT: Gain = { runs: 'anything', why: 'runs whatever is typed or piped into it' };
