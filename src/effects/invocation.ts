import { type Arg, exact, restOf } from './arg.ts';
import type { CommandDescription, Meaning, Operands, Part } from './description.ts';
import { type FlagUse, isFlagWord, readDashless, readFlag } from './flags.ts';
import { type CompiledPart, compiled, words } from './lookup.ts';

/** A word of a call with what it may be to the program; several meanings where words before it are open. */
export type OperandUse = { readonly arg: Arg; readonly meanings: readonly Meaning[] };

/** One call of a described program, taken apart by its description. */
export type Invocation = {
  readonly description: CommandDescription;
  /** The description itself, then the subcommands that were chosen. */
  readonly parts: readonly Part[];
  /** The names of the subcommands as written. */
  readonly subcommand: readonly string[];
  readonly flags: readonly FlagUse[];
  readonly operands: readonly OperandUse[];
  /** What the operands of this call mean, flags considered. */
  readonly spec: Operands;
  /** `NAME=value` words among the operands. */
  readonly assignments: readonly Arg[];
  /** The command that this one runs, as words (sudo, xargs, timeout). */
  readonly command: readonly Arg[] | undefined;
  /** The command is a module (python -m). */
  readonly module: boolean;
  /** Commands up to `;` (find -exec). */
  readonly nested: readonly (readonly Arg[])[];
  /** Flags, subcommands and operands that the description does not know. */
  readonly undescribed: readonly string[];
  /** Flags as written that the description does not name and lets pass. */
  readonly tolerated: readonly Arg[];
  /** A flag such as --help: it prints and stops. */
  readonly stopped: boolean;
  /** Some of its words are known at run time only, and could be anything. */
  readonly loose: boolean;
  /** A subcommand is needed and none is given. */
  readonly bare: boolean;
};

/** What the walk over the words of a call has found so far. */
type Walk = {
  readonly args: readonly Arg[];
  at: number;
  /** Innermost first: where flags are looked up. */
  levels: readonly CompiledPart[];
  readonly parts: Part[];
  readonly subcommand: string[];
  readonly flags: FlagUse[];
  readonly operands: Arg[];
  readonly assignments: Arg[];
  readonly nested: (readonly Arg[])[];
  readonly undescribed: string[];
  readonly tolerated: Arg[];
  command: readonly Arg[] | undefined;
  module: boolean;
  separated: boolean;
  loose: boolean;
};

/** Takes the words after the program's name apart. Never throws; linear in the number of words. */
export function readInvocation(description: CommandDescription, args: readonly Arg[]): Invocation {
  const walk = startOf(description, args);
  if (description.dashless === true) takeDashless(walk);
  while (walk.at < args.length && walk.command === undefined) step(walk);
  const spec = operandsOf(walk);
  const open = walk.levels[0];
  return {
    description,
    parts: walk.parts,
    subcommand: walk.subcommand,
    flags: walk.flags,
    operands: withMeanings(walk, spec),
    spec,
    assignments: walk.assignments,
    command: walk.command,
    module: walk.module,
    nested: walk.nested,
    undescribed: walk.undescribed,
    tolerated: walk.tolerated,
    stopped: !walk.loose && (walk.flags.some((use) => use.entry.stops) || stopsAlone(description, args)),
    loose: walk.loose,
    bare: (open?.subcommands.size ?? 0) > 0 && walk.operands.length === 0,
  };
}

function stopsAlone({ stopsAlone: names }: CommandDescription, args: readonly Arg[]): boolean {
  const [only] = args;
  return args.length === 1 && only?.kind === 'exact' && words(names).includes(only.text);
}

function startOf(description: CommandDescription, args: readonly Arg[]): Walk {
  return {
    args,
    at: 0,
    levels: [compiled(description, description.grammar ?? 'getopt')],
    parts: [description],
    subcommand: [],
    flags: [],
    operands: [],
    assignments: [],
    nested: [],
    undescribed: [],
    tolerated: [],
    command: undefined,
    module: false,
    separated: false,
    loose: false,
  };
}

function takeDashless(walk: Walk): void {
  const first = walk.args[0];
  const level = walk.levels[0];
  if (first?.kind !== 'exact' || level === undefined || !/^[A-Za-z]+$/.test(first.text)) return;
  const read = readDashless(level, first.text, walk.args.slice(1));
  if (read === undefined) return;
  walk.flags.push(...read.uses);
  walk.at = 1 + read.taken;
}

function step(walk: Walk): void {
  const arg = walk.args[walk.at];
  if (arg === undefined) return;
  walk.at += 1;
  if (arg.kind === 'many') walk.loose = true;
  else if (!walk.separated && isFlagWord(arg, walk.levels)) {
    takeFlag(walk, arg);
    return;
  }
  takeOperand(walk, arg);
}

function takeFlag(walk: Walk, arg: Arg): void {
  if (arg.text === '--' && arg.kind === 'exact') walk.separated = true;
  const read = readFlag(walk.levels, arg, walk.args[walk.at]);
  walk.undescribed.push(...read.undescribed);
  if (read.tolerated !== undefined) walk.tolerated.push(read.tolerated);
  if (read.takesNext) walk.at += 1;
  for (const use of read.uses) {
    walk.flags.push(withValues(walk, use));
    const meaning = use.entry.flag?.value;
    if (meaning === 'command-to-semicolon') takeNested(walk, read.takesNext);
    if (meaning === 'command' || meaning === 'module') takeRest(walk, use, meaning === 'module');
  }
}

function withValues(walk: Walk, use: FlagUse): FlagUse {
  const count = use.entry.flag?.values?.length ?? 0;
  if (count === 0) return use;
  const values = walk.args.slice(walk.at, walk.at + count);
  walk.at += values.length;
  return { ...use, values };
}

/** The words of `-exec`, up to `;` or `+`. */
function takeNested(walk: Walk, consumed: boolean): void {
  const start = consumed ? walk.at - 1 : walk.at;
  let end = start;
  while (end < walk.args.length && !isEndOfNested(walk.args[end])) end += 1;
  walk.nested.push(walk.args.slice(start, end));
  walk.at = end + 1;
}

function isEndOfNested(arg: Arg | undefined): boolean {
  return arg?.kind === 'exact' && (arg.text === ';' || arg.text === '+');
}

function takeRest(walk: Walk, use: FlagUse, module: boolean): void {
  const first = use.value === undefined ? [] : [use.value];
  walk.command = [...first, ...walk.args.slice(walk.at)];
  walk.module = module;
  walk.at = walk.args.length;
}

function takeOperand(walk: Walk, arg: Arg): void {
  const level = walk.levels[0];
  if (level === undefined) return;
  if (level.subcommands.size > 0 && walk.operands.length === 0 && arg.kind !== 'many') {
    if (chooseSubcommand(walk, level, arg)) return;
  }
  const spec = level.part.operands;
  const programGiven = walk.operands.length >= (mergedOperands(walk).first?.length ?? 0);
  if (spec?.assignments !== undefined && programGiven && isAssignment(arg) && !startsCommand(walk, spec)) {
    walk.assignments.push(arg);
    return;
  }
  const meaning = meaningAt(mergedOperands(walk), walk.operands.length);
  if (meaning === 'command' || meaning === 'module') {
    walk.command = [arg, ...walk.args.slice(walk.at)];
    walk.module = meaning === 'module';
    return;
  }
  walk.operands.push(arg);
  if (level.part.flagsEndAtOperand === true) walk.separated = true;
}

/** `env A=1 cmd B=2`: B belongs to the command; but that is handed over as soon as it starts. */
function startsCommand(walk: Walk, spec: Operands): boolean {
  return spec.assignments === 'environment' && walk.operands.length > (spec.first?.length ?? 0);
}

function isAssignment(arg: Arg): boolean {
  return arg.kind !== 'many' && /^[A-Za-z_][A-Za-z0-9_.]*[:+?]?=/.test(arg.text);
}

/** True where the word is a subcommand: the walk goes on inside of it. */
function chooseSubcommand(walk: Walk, level: CompiledPart, arg: Arg): boolean {
  const known = arg.kind === 'exact' ? level.subcommands.get(arg.text) : undefined;
  const other = level.part.otherSubcommand;
  const inner: Part | undefined = known ?? other;
  if (inner === undefined) {
    // The operands of a part with subcommands may be described too (`git stash`, `tmux`): only then is it no subcommand.
    if (level.part.operands === undefined) walk.undescribed.push(`subcommand ${arg.text}`);
    return false;
  }
  walk.parts.push(inner);
  const outer = level.part.flagsAnywhere === true ? walk.levels : walk.levels.slice(1);
  walk.levels = [compiled(inner, level.grammar), ...outer];
  if (known === undefined) {
    walk.at -= 1;
    return true;
  }
  walk.subcommand.push(arg.text);
  walk.separated = false;
  return true;
}

function meaningAt(spec: Operands, index: number): Meaning | undefined {
  return spec.first?.[index] ?? spec.rest;
}

const NOTHING: Operands = {};

function mergedOperands(walk: Walk): Operands {
  let spec = walk.levels[0]?.part.operands ?? NOTHING;
  for (const use of walk.flags) {
    const given = use.entry.flag?.operands;
    if (given !== undefined) spec = { ...spec, ...given };
  }
  return spec;
}

function operandsOf(walk: Walk): Operands {
  return mergedOperands(walk);
}

function withMeanings(walk: Walk, spec: Operands): readonly OperandUse[] {
  const uses: OperandUse[] = [];
  const { operands } = walk;
  let loosened = false;
  for (const [index, arg] of operands.entries()) {
    loosened ||= arg.kind === 'many';
    const isLast = index === operands.length - 1 && (operands.length > 1 || loosened);
    if (loosened) uses.push({ arg, meanings: allFrom(spec, index) });
    else {
      const meaning = isLast && spec.last !== undefined ? spec.last : meaningAt(spec, index);
      if (meaning !== undefined) uses.push({ arg, meanings: [meaning] });
      else if (!walk.undescribed.includes(`subcommand ${arg.text}`))
        walk.undescribed.push(`operand ${arg.text}`);
    }
  }
  return uses;
}

function allFrom(spec: Operands, index: number): readonly Meaning[] {
  const meanings = [...(spec.first ?? []).slice(index)];
  if (spec.rest !== undefined) meanings.push(spec.rest);
  if (spec.last !== undefined) meanings.push(spec.last);
  return meanings;
}

/** The value of a `NAME=value` word with its name. */
export function splitAssignment(arg: Arg): { readonly name: string; readonly value: Arg } {
  const match = /^([A-Za-z_][A-Za-z0-9_.]*)[:+?]?=/.exec(arg.text);
  return match === null
    ? { name: '', value: exact('') }
    : { name: match[1] ?? '', value: restOf(arg, match[0].length) };
}
