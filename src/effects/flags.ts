import { type Arg, exact, restOf } from './arg.ts';
import type { CompiledPart, FlagEntry } from './lookup.ts';

/** A flag as it was used. */
export type FlagUse = {
  readonly entry: FlagEntry;
  readonly value: Arg | undefined;
  /** The values of a flag that always has several. */
  readonly values?: readonly Arg[];
};

export type FlagReading = {
  readonly uses: readonly FlagUse[];
  /** The next word is the value of the last flag. */
  readonly takesNext: boolean;
  readonly undescribed: readonly string[];
  /** Written where its description lets flags pass that it does not name. */
  readonly tolerated?: Arg;
};

/** True for words that the program reads as flags; a keyed operand (`of=x`) is one too. */
export function isFlagWord(arg: Arg, levels: readonly CompiledPart[]): boolean {
  if (arg.kind === 'many' || arg.kind === 'any') return false;
  const { text } = arg;
  if (text.startsWith('-')) return text.length > 1;
  if (text.startsWith('+')) return levels.some((level) => level.flags.has(text));
  return levels.some((level) => level.keyed.some((entry) => text.startsWith(entry.name)));
}

/** Reads one flag word; `next` is the word after it, which may be its value. */
export function readFlag(levels: readonly CompiledPart[], arg: Arg, next: Arg | undefined): FlagReading {
  const keyed = findKeyed(levels, arg.text);
  if (keyed !== undefined) return one(keyed, restOf(arg, keyed.name.length), false);
  if (arg.text === '--') return separator(levels);
  const grammar = levels[0]?.grammar ?? 'getopt';
  if (grammar === 'expression') {
    const entry = find(levels, arg.text);
    return entry === undefined ? unknownFlag(levels, arg.text, arg) : withNext(entry, next);
  }
  if (grammar === 'single-dash') return readSingleDash(levels, arg, next);
  if (arg.text.startsWith('--')) return readLong(levels, arg, next, grammar === 'getopt');
  return readShort(levels, arg, next);
}

function separator(levels: readonly CompiledPart[]): FlagReading {
  const entry = find(levels, '--');
  return {
    uses: entry === undefined ? [] : [{ entry, value: undefined }],
    takesNext: false,
    undescribed: [],
  };
}

function findKeyed(levels: readonly CompiledPart[], text: string): FlagEntry | undefined {
  for (const level of levels) {
    const entry = level.keyed.find((candidate) => text.startsWith(candidate.name));
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function find(levels: readonly CompiledPart[], name: string): FlagEntry | undefined {
  for (const level of levels) {
    const entry = level.flags.get(name);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

function one(entry: FlagEntry, value: Arg | undefined, takesNext: boolean): FlagReading {
  return { uses: [{ entry, value }], takesNext, undescribed: [] };
}

function unknownFlag(levels: readonly CompiledPart[], name: string, arg: Arg): FlagReading {
  const tolerates = levels.some((level) => level.part.otherFlags === 'harmless');
  if (tolerates) return { uses: [], takesNext: false, undescribed: [], tolerated: arg };
  return { uses: [], takesNext: false, undescribed: [`flag ${name}`] };
}

function withNext(entry: FlagEntry, next: Arg | undefined): FlagReading {
  if (entry.takes === 'required') return one(entry, next, next !== undefined);
  return one(entry, undefined, false);
}

function readLong(
  levels: readonly CompiledPart[],
  arg: Arg,
  next: Arg | undefined,
  shortened: boolean,
): FlagReading {
  const equals = arg.text.indexOf('=');
  const name = equals < 0 ? arg.text : arg.text.slice(0, equals);
  const entry = find(levels, name) ?? (shortened ? findAbbreviated(levels, name) : undefined);
  if (entry === undefined) return readNegated(levels, name, arg);
  if (equals >= 0) return one(entry, restOf(arg, equals + 1), false);
  return withNext(entry, next);
}

/** `--no-x` of a described `--x` undoes it, what `--x` takes back included. */
function readNegated(levels: readonly CompiledPart[], name: string, arg: Arg): FlagReading {
  const positive = name.startsWith('--no-') ? find(levels, `--${name.slice(5)}`) : undefined;
  if (positive === undefined) return unknownFlag(levels, name, arg);
  return one({ name, takes: 'none', flag: undefined, stops: false }, undefined, false);
}

/** The flag that a beginning of its name stands for; of several the one that matters most. */
function findAbbreviated(levels: readonly CompiledPart[], name: string): FlagEntry | undefined {
  let found: FlagEntry | undefined;
  if (name.length < 3) return undefined;
  for (const level of levels) {
    for (const [spelled, entry] of level.flags) {
      if (!spelled.startsWith(name)) continue;
      if (found === undefined || (found.flag === undefined && entry.flag !== undefined)) found = entry;
    }
  }
  return found;
}

function readShort(levels: readonly CompiledPart[], arg: Arg, next: Arg | undefined): FlagReading {
  const { text } = arg;
  const whole = find(levels, text);
  if (whole !== undefined) return withNext(whole, next);
  const equals = text.indexOf('=');
  const worded = equals > 2 ? find(levels, text.slice(0, equals)) : undefined;
  if (worded !== undefined) return one(worded, restOf(arg, equals + 1), false);
  const digits = /^-\d+/.test(text) ? find(levels, '-#') : undefined;
  if (digits !== undefined) return one(digits, undefined, false);
  return readBundle(levels, arg, next);
}

function readBundle(levels: readonly CompiledPart[], arg: Arg, next: Arg | undefined): FlagReading {
  const { text } = arg;
  const uses: FlagUse[] = [];
  for (let at = 1; at < text.length; at += 1) {
    const entry = find(levels, `-${text.charAt(at)}`);
    if (entry === undefined) {
      if (at === 1 && text.includes('=')) return readWordWithOneDash(levels, arg);
      return { ...unknownFlag(levels, at === 1 ? text : `-${text.charAt(at)}`, arg), uses };
    }
    const rest = at + 1 < text.length || arg.kind === 'open';
    if (entry.takes === 'none') uses.push({ entry, value: undefined });
    else if (rest) {
      const joined = restOf(arg, at + 1);
      uses.push({ entry, value: joined.text.startsWith('=') ? restOf(joined, 1) : joined });
      return { uses, takesNext: false, undescribed: [] };
    } else {
      const takesNext = entry.takes === 'required' && next !== undefined;
      uses.push({ entry, value: takesNext ? next : undefined });
      return { uses, takesNext, undescribed: [] };
    }
  }
  return { uses, takesNext: false, undescribed: [] };
}

/** `-name=value` of a program that otherwise bundles. */
function readWordWithOneDash(levels: readonly CompiledPart[], arg: Arg): FlagReading {
  const equals = arg.text.indexOf('=');
  const entry = find(levels, arg.text.slice(0, equals));
  return entry === undefined
    ? unknownFlag(levels, arg.text, arg)
    : one(entry, restOf(arg, equals + 1), false);
}

function readSingleDash(levels: readonly CompiledPart[], arg: Arg, next: Arg | undefined): FlagReading {
  const equals = arg.text.indexOf('=');
  const name = equals < 0 ? arg.text : arg.text.slice(0, equals);
  const entry = find(levels, name) ?? find(levels, otherDashes(name));
  if (entry === undefined) {
    const digits = /^-\d+$/.test(name) ? find(levels, '-#') : undefined;
    return digits === undefined ? readJoined(levels, arg, name) : one(digits, undefined, false);
  }
  if (equals >= 0) return one(entry, restOf(arg, equals + 1), false);
  return withNext(entry, next);
}

function otherDashes(name: string): string {
  return name.startsWith('--') ? name.slice(1) : `-${name}`;
}

/** `-O3`, `-Dname=value`: the value is joined to a flag of one letter. */
function readJoined(levels: readonly CompiledPart[], arg: Arg, name: string): FlagReading {
  const short = find(levels, arg.text.slice(0, 2));
  if (short !== undefined && short.takes !== 'none') return one(short, restOf(arg, 2), false);
  return unknownFlag(levels, name, arg);
}

/** `tar xzf a.tgz`: each letter is a flag, and those with a value take the following words in turn. */
export function readDashless(
  level: CompiledPart,
  letters: string,
  following: readonly Arg[],
): { readonly uses: readonly FlagUse[]; readonly taken: number } | undefined {
  const uses: FlagUse[] = [];
  let taken = 0;
  for (const letter of letters) {
    const entry = level.flags.get(`-${letter}`);
    if (entry === undefined) return undefined;
    if (entry.takes === 'required') {
      uses.push({ entry, value: following[taken] ?? exact('') });
      taken += 1;
    } else uses.push({ entry, value: undefined });
  }
  return { uses, taken };
}
