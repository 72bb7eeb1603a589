import { COMMANDS } from './commands/all.ts';
import type { CommandDescription, Flag, Grammar, Part, Subcommand } from './description.ts';

/** A flag by one of its names. */
export type FlagEntry = {
  readonly name: string;
  readonly takes: 'none' | 'optional' | 'required';
  /** Absent for flags that mean nothing to the effects. */
  readonly flag: Flag | undefined;
  readonly stops: boolean;
};

/** A part of a description with its flags and subcommands by name. */
export type CompiledPart = {
  readonly part: Part;
  readonly grammar: Grammar;
  readonly flags: ReadonlyMap<string, FlagEntry>;
  /** `of=` (dd), `-javaagent:` (java). */
  readonly keyed: readonly FlagEntry[];
  readonly subcommands: ReadonlyMap<string, Subcommand>;
};

const BY_NAME: ReadonlyMap<string, CommandDescription> = new Map(
  COMMANDS.flatMap((command) => spellings(command.names, command)),
);

function spellings(names: string, command: CommandDescription): readonly [string, CommandDescription][] {
  // `python -m X` is one name with blanks: it is looked up as such.
  const list = names.startsWith('python -m ') ? [names] : words(names);
  return list.map((name) => [name, command]);
}

/** The description of a program by its plain name; `.exe` and a version at the end (python3.12) are ignored. */
export function describedAs(name: string): CommandDescription | undefined {
  const found = BY_NAME.get(name);
  if (found !== undefined) return found;
  const plain = name.replace(/\.exe$/i, '');
  return BY_NAME.get(plain) ?? BY_NAME.get(plain.replace(/(?<=[a-z])[-]?\d+(?:\.\d+)*$/, ''));
}

/** The programs whose names start so, for rules that leave the name open. */
export function describedFrom(start: string): readonly string[] {
  return [...BY_NAME.keys()].filter((name) => name.startsWith(start) && !name.includes(' '));
}

const COMPILED = new WeakMap<Part, CompiledPart>();

/** A part with its flags by name; made once for each part. */
export function compiled(part: Part, grammar: Grammar): CompiledPart {
  const known = COMPILED.get(part);
  if (known !== undefined) return known;
  const entries = flagEntries(part);
  const made: CompiledPart = {
    part,
    grammar,
    flags: new Map(entries.map((entry) => [entry.name, entry])),
    keyed: entries.filter((entry) => /[=:]$/.test(entry.name)),
    subcommands: new Map(
      (part.subcommands ?? []).flatMap((sub) => words(sub.names).map((name) => [name, sub] as const)),
    ),
  };
  COMPILED.set(part, made);
  return made;
}

// Later entries win: what a description says of a flag in `flags` counts more than its place among the switches.
function flagEntries(part: Part): readonly FlagEntry[] {
  return [
    ...words(part.switches).map((name): FlagEntry => entry(name, 'none', undefined, false)),
    ...words(part.settings).map((name): FlagEntry => entry(name, 'required', undefined, false)),
    ...words(part.stops).map((name): FlagEntry => entry(name, 'none', undefined, true)),
    ...(part.flags ?? []).flatMap((flag) =>
      words(flag.names).map((name) => entry(name, takes(flag), flag, false)),
    ),
  ];
}

function entry(name: string, how: FlagEntry['takes'], flag: Flag | undefined, stops: boolean): FlagEntry {
  return { name, takes: how, flag, stops };
}

function takes(flag: Flag): FlagEntry['takes'] {
  if (flag.optional === true) return 'optional';
  return flag.value === undefined && flag.choices === undefined ? 'none' : 'required';
}

/** Blank-separated names as a list. */
export function words(names: string | undefined): readonly string[] {
  return names === undefined || names === '' ? [] : names.trim().split(/\s+/);
}
