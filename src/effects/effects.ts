/** Where a path lies, as a reviewer thinks of it. */
export const ZONES = ['workspace', 'temporary', 'outside', 'secret', 'protected'] as const;

export type Zone = (typeof ZONES)[number];

export type Place = {
  /** Absolute path, or a pattern where the operand is left open. */
  readonly path: string;
  readonly zone: Zone;
};

/** What runs because of the call, mildest first: nothing, this project's own code, or anything at all. */
export const EXECUTIONS = ['none', 'project', 'anything'] as const;

export type Execution = (typeof EXECUTIONS)[number];

/** Everything one call can do, as far as it can be known from its text. */
export type Effects = {
  readonly reads: readonly Place[];
  readonly writes: readonly Place[];
  readonly deletes: readonly Place[];
  /** Host names reached; `*` is any host, `configured` a host that the project's own files name. */
  readonly hosts: readonly string[];
  /** Data leaves this machine: push, publish, upload, an HTTP method that changes things. */
  readonly sends: boolean;
  readonly executes: Execution;
  readonly privilege: boolean;
  /** Other processes, services, devices or settings of the machine change. */
  readonly machine: boolean;
  /** False where work is lost that no ordinary means bring back. */
  readonly undoable: boolean;
  /** What could not be settled, each with its reason; never read as harmless. */
  readonly unknown: readonly string[];
  /** Half sentences that descriptions give for the worse of these effects: "overwrites uncommitted changes". */
  readonly notes: readonly string[];
};

/** The effects of a call that does nothing. */
export const NO_EFFECTS: Effects = {
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

/** Risk, mildest first. The order is the meaning: a rule has the worst tier of all it matches. */
export const TIERS = [
  'inert',
  'local',
  'project-code',
  'rewrites',
  'outward',
  'outside',
  'anything',
  'unknown',
] as const;

export type Tier = (typeof TIERS)[number];

export type Risk = { readonly tier: Tier; readonly because: string };

/** Tiers that may be proposed as allow; everything else stays with the human. */
export const PROPOSABLE: readonly Tier[] = ['inert', 'local'];

/** A concrete call that a rule also lets through, checked by the permission model. */
export type Witness = {
  /** The command, path, url or tool, ready to be shown. */
  readonly call: string;
  readonly tier: Tier;
  /** One plain sentence: what it would do. */
  readonly sentence: string;
};
