import type { Flag } from './description.ts';
import type { CompiledPart } from './lookup.ts';
import { words } from './lookup.ts';

/** Every name under which a program accepts a flag: the described ones and, where it allows that, abbreviations. */
export function namesOf(flag: Flag, level: CompiledPart): readonly string[] {
  return words(flag.names).flatMap((name) => [name, ...variants(name, flag, level)]);
}

function variants(name: string, flag: Flag, level: CompiledPart): readonly string[] {
  if (level.grammar === 'expression') return [];
  if (level.grammar === 'single-dash') return /^-[^-]/.test(name) ? [`-${name}`] : [];
  return level.grammar === 'getopt' && name.startsWith('--') ? abbreviationsOf(name, flag, level) : [];
}

/** The beginnings of a long name that could be no other flag of this part, longest first. */
export function abbreviationsOf(name: string, flag: Flag, level: CompiledPart): readonly string[] {
  const found: string[] = [];
  for (let length = name.length - 1; length > 2; length -= 1) {
    const start = name.slice(0, length);
    if (level.flags.has(start)) break;
    const others = [...level.flags.entries()].some(
      ([other, entry]) => other.startsWith(start) && entry.flag !== flag,
    );
    if (others) break;
    found.push(start);
  }
  return found;
}

/** The words that use a flag under a name, one way each: joined, apart, quoted; ready for the shell. */
export function usesOf(
  name: string,
  value: string | undefined,
  { optional, level }: UseForm,
): readonly string[] {
  if (name.endsWith('=')) return value === undefined ? [] : [`${name}${value}`];
  if (value === undefined) return [name, quoted(name), ...bundled(name, '', level)];
  const apart = optional ? [] : [`${name} ${value}`, `${quoted(name)} ${value}`];
  if (level.grammar === 'expression') return apart;
  const long = name.length > 2 || level.grammar === 'single-dash';
  const joined = long ? [`${name}=${value}`, `${quoted(name)}=${value}`] : [`${name}${value}`];
  // Every program with one dash takes the value as a word of its own; few take it joined as well.
  if (level.grammar === 'single-dash') return [...apart, ...joined];
  // As people write them: `--output=x` and `-o x`.
  return [
    ...(long ? joined : apart),
    ...(long ? apart : joined),
    ...(long ? [] : bundled(name, optional ? value : ` ${value}`, level)),
  ];
}

export type UseForm = { readonly optional: boolean; readonly level: CompiledPart };

/** Quotes in the middle: the shell takes them away before the program sees the word. */
function quoted(name: string): string {
  return name.length < 3 ? `"${name}"` : `${name.slice(0, 2)}"${name.slice(2)}"`;
}

/** A short flag behind another short flag that takes no value. */
function bundled(name: string, end: string, level: CompiledPart): readonly string[] {
  if (level.grammar === 'single-dash' || level.grammar === 'expression') return [];
  if (!/^-[A-Za-z0-9]$/.test(name)) return [];
  for (const [other, entry] of level.flags) {
    const fits = /^-[A-Za-z]$/.test(other) && other !== name && entry.flag === undefined && !entry.stops;
    if (fits && entry.takes === 'none') return [`${other}${name.slice(1)}${end}`];
  }
  return [];
}
