import { exact } from './arg.ts';
import { dangerousValues } from './dangerous-values.ts';
import type { CommandDescription, Flag, Meaning, Operands, Part } from './description.ts';
import { type Invocation, readInvocation } from './invocation.ts';
import { type CompiledPart, compiled, describedAs, words } from './lookup.ts';
import { scriptOf } from './script.ts';
import { namesOf, usesOf } from './spellings.ts';

/** One way to go on after the fixed words of a rule, ready for the shell. */
export type Variation = {
  readonly words: string;
  /** The described flag that makes it dangerous, by its first long name; undefined for operands and subcommands. */
  readonly flag?: string;
  /** The flag as spelled here, without its value. */
  readonly spelling?: string;
};

/** How far the generator goes: all spellings of every flag, or one of each. */
export type Thoroughness = 'every-spelling' | 'one-spelling';

/**
 * Every dangerous way to go on with a command of which some words are fixed: each flag that matters with telling
 * values, each operand, each subcommand. A plain continuation comes first.
 */
export function variationsOf(
  description: CommandDescription,
  fixed: readonly string[],
  { home, how }: { readonly home: string; readonly how: Thoroughness },
): readonly Variation[] {
  const call = readInvocation(description, fixed.map(exact));
  const inner = innerCommand(call) ?? innerScript(call);
  if (inner !== undefined) return variationsOf(inner.description, inner.fixed, { home, how });
  const grammar = description.grammar ?? 'getopt';
  const last = call.parts[call.parts.length - 1] ?? description;
  const outer = call.parts.slice(0, -1).filter((part) => part.flagsAnywhere === true);
  const given = call.operands.length;
  const making: Making = { home, how, grammar, given, command: call.command !== undefined };
  const tails = tailsOf(last, given);
  // `git commit -m *`: the first open word is still the value of the flag before it.
  const waiting = call.flags.at(-1);
  const value = waiting?.entry.takes === 'required' && waiting.value === undefined ? 'x' : '';
  const found = [
    ...tails.map((words) => ({ words })),
    ...ofPart(last, making),
    // `yq -i *`: a flag among the fixed words says what the open ones mean.
    ...(making.command || call.spec === last.operands ? [] : ofOperands(call.spec, making)),
    ...outer.flatMap((part) => ofFlags(part, tails[0] ?? '', making)),
    ...(given === 0 ? [{ words: '' }, ...withoutDash(description)] : []),
    ...(description.evaluates === true ? [{ words: "'a[$(id)]'" }] : []),
    ...(given === 0 ? ofSubcommands(last, making, 0) : []),
  ];
  if (value === '') return found;
  const { flag } = waiting?.entry ?? {};
  const values = flag === undefined ? [] : valuesFor(flag, home).filter((each) => each !== undefined);
  return [
    ...found.map((each) => ({ ...each, words: join(value, each.words) })),
    ...values.map((each) => ({ words: join(each, tails[0] ?? '') })),
  ];
}

/** The described command that the fixed words have begun to run: `python -m pytest`, `xargs grep`, `npx tsc`. */
function innerCommand({ command, module }: Invocation) {
  const [name, ...fixed] = command?.map(({ text }) => text) ?? [];
  if (name === undefined || command?.some(({ kind }) => kind !== 'exact') === true) return undefined;
  const description =
    (module ? describedAs(`python -m ${name}`) : undefined) ?? describedAs(name.replace(/^.*\//, ''));
  return description === undefined ? undefined : { description, fixed };
}

/** The described script that they have begun to run: `python manage.py`. */
function innerScript(call: Invocation) {
  const script = scriptOf(call);
  return script && { description: script.description, fixed: script.args.map(({ text }) => text) };
}

/** `tar x`: letters of dangerous flags as the first word. No guard finds them: they look like any operand. */
function withoutDash({ dashless, flags = [] }: CommandDescription): readonly Variation[] {
  if (dashless !== true) return [];
  const letters = flags
    .filter(matters)
    .flatMap(({ names }) => /(?<=^|\s)-(\w)(?=\s|$)/.exec(names)?.[1] ?? []);
  return letters.map((letter) => ({ words: `${letter} x` }));
}

type Making = {
  readonly home: string;
  readonly how: Thoroughness;
  readonly grammar: NonNullable<CommandDescription['grammar']>;
  /** How many operands are fixed. */
  readonly given: number;
  /** A wrapper's command has begun: what follows belongs to it. */
  readonly command: boolean;
};

/** What follows the flags: the example, and where that holds a flag of its own, which may be a mild one, mere operands. */
function tailsOf(part: Part, given: number): readonly string[] {
  const example = given > 0 ? '' : (part.example ?? '');
  if (!/(?:^| )-/.test(example)) return [example];
  const { first = [], rest } = part.operands ?? {};
  return [example, fill(rest === undefined ? first : [...first, rest])];
}

function ofPart(part: Part, making: Making): readonly Variation[] {
  if (making.command) return [];
  const flags = tailsOf(part, making.given).flatMap((tail) => ofFlags(part, tail, making));
  return [...flags, ...ofOperands(part.operands, making)];
}

function ofSubcommands(part: Part, making: Making, depth: number): readonly Variation[] {
  if (depth > 3) return [];
  const inner = (part.subcommands ?? []).flatMap((sub) => {
    const name = words(sub.names)[0] ?? '';
    const below: readonly Variation[] = [
      { words: sub.example ?? '' },
      ...ofPart(sub, { ...making, how: 'one-spelling' }),
      ...ofSubcommands(sub, { ...making, how: 'one-spelling' }, depth + 1),
    ];
    return below.map((variation) => ({ ...variation, words: join(name, variation.words) }));
  });
  const other = part.otherSubcommand;
  return other === undefined ? inner : [...inner, { words: 'build' }, ...ofPart(other, making)];
}

function ofFlags(part: Part, tail: string, making: Making): readonly Variation[] {
  const level = compiled(part, making.grammar);
  return (part.flags ?? []).filter(matters).flatMap((flag) => ofFlag(flag, { level, tail, making }));
}

function matters(flag: Flag): boolean {
  return (
    flag.adds !== undefined ||
    flag.choices !== undefined ||
    flag.operands !== undefined ||
    (flag.value !== undefined && flag.value !== 'text' && flag.value !== 'name-pattern') ||
    flag.values !== undefined
  );
}

type Place = { readonly level: CompiledPart; readonly tail: string; readonly making: Making };

function ofFlag(flag: Flag, { level, tail, making }: Place): readonly Variation[] {
  const values = valuesFor(flag, making.home);
  const all = namesOf(flag, level);
  const names = making.how === 'every-spelling' ? all : words(flag.names);
  const title = words(flag.names).find((name) => name.startsWith('--')) ?? words(flag.names)[0] ?? '';
  return names.flatMap((name, index) =>
    (index === 0 ? values : values.slice(0, 1)).flatMap((value) => {
      const uses = usesOf(name, value, { optional: flag.optional === true, level });
      const kept = making.how === 'every-spelling' ? uses : uses.slice(0, 1);
      return kept.map((use) => ({
        words: join(use, tailFor(flag, tail, making)),
        flag: title,
        spelling: name,
      }));
    }),
  );
}

/** With a flag that changes the meaning of the operands, the worst operand for it. */
function tailFor(flag: Flag, tail: string, making: Making): string {
  const meanings: readonly (Meaning | undefined)[] = [flag.operands?.rest, flag.operands?.last];
  const meaning = meanings.find((each) => each !== undefined && each !== 'text');
  const value = meaning === undefined ? undefined : dangerousValues(meaning, making.home)[0];
  if (value !== undefined) return join(tail, value);
  // The flag stands for the program text that the example gives as its first word.
  return flag.operands?.first?.length === 0 && tail !== '' ? 'file.txt' : tail;
}

function valuesFor(flag: Flag, home: string): readonly (string | undefined)[] {
  if (flag.values !== undefined) {
    const each = flag.values.map((meaning) => dangerousValues(meaning, home)[0] ?? 'x');
    return [each.join(' ')];
  }
  const chosen = Object.keys(flag.choices ?? {}).map(valueOfShape);
  // A file that is loaded shows more when it is one that an agent can have written.
  const loaded = flag.adds?.runs === 'anything' && flag.value === 'read';
  const meant = flag.value === undefined ? [] : loaded ? ['/tmp/x'] : dangerousValues(flag.value, home);
  const values: (string | undefined)[] = [...chosen.map((value) => (value === '' ? 'x' : value)), ...meant];
  if (flag.value === undefined && flag.choices === undefined) return [undefined];
  if (flag.optional === true) values.push(undefined);
  return values.length === 0 ? ['x'] : values;
}

/** A value of the shape that a choice describes. */
function valueOfShape(key: string): string {
  if (key === '*') return 'x';
  if (key === '/*') return '/tmp/x';
  if (key === '~*') return '~/x';
  return key.replace(/^\*/, '').replace(/\/\*$/, '/x').replace(/\*$/, '');
}

function ofOperands(operands: Operands | undefined, making: Making): readonly Variation[] {
  if (operands === undefined) return [];
  const first = operands.first ?? [];
  const found: Variation[] = [];
  for (let index = making.given; index < first.length; index += 1) {
    found.push(...ofMeaning(first, index, making));
  }
  const lead = fill(first.slice(making.given));
  for (const meaning of [operands.rest, operands.last]) {
    if (meaning === undefined) continue;
    for (const value of dangerousValues(meaning, making.home)) {
      const before = meaning === operands.last ? dangerousLead(operands.rest) : '';
      found.push({ words: join(lead, before, value) });
    }
  }
  if (operands.several !== undefined) found.push({ words: making.given > 0 ? 'x' : join(lead, 'x', 'x') });
  if (operands.assignments === 'environment') found.push({ words: 'LD_PRELOAD=/tmp/x.so /tmp/x' });
  else if (operands.assignments !== undefined) found.push({ words: 'SHELL=/tmp/x' });
  for (const key of Object.keys(operands.choices ?? {}))
    found.push({ words: join(lead, key.replaceAll('*', 'x')) });
  return found;
}

function ofMeaning(first: readonly Meaning[], index: number, making: Making): readonly Variation[] {
  const meaning = first[index];
  if (meaning === undefined) return [];
  const lead = fill(first.slice(making.given, index));
  return dangerousValues(meaning, making.home).map((value) => ({ words: join(lead, value) }));
}

/** Harmless words for the places before the one that matters. */
function fill(meanings: readonly Meaning[]): string {
  return meanings.map(harmlessValue).join(' ');
}

function dangerousLead(meaning: Meaning | undefined): string {
  return meaning === undefined || meaning === 'text' ? 'x' : harmlessValue(meaning);
}

function harmlessValue(meaning: Meaning): string {
  switch (meaning) {
    case 'sed':
      return 's/a/b/';
    case 'awk':
      return "'{print}'";
    case 'jq':
      return '.';
    case 'sql':
    case 'sqlite':
      return "'select 1'";
    case 'remote':
      return 'origin';
    default:
      return 'x';
  }
}

function join(...pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== '').join(' ');
}
