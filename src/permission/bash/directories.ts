import type { CompiledPolicy } from '../compile.ts';
import { absolute } from '../path/place.ts';
import type { CommandLine, Part } from './command-line.ts';
import { KNOWN_INSIDE_TEXT } from './unsettled-word.ts';

/** Where the commands of a line run: the directory of the call, and the one a single `cd` leads to. */
export type Directories = {
  readonly start: string;
  /** Undefined where no cd stands in the line, or where it leads nowhere new. */
  readonly moved: string | undefined;
  /** How many commands change the directory; a cd to the directory of the call is none. */
  readonly changes: number;
  /** Every change names its directory so that CDPATH and links change nothing: from the root, or from `./`. */
  readonly certain: boolean;
  /** Where a change leads cannot be told: the last directory, a pattern, another user's home. */
  readonly unknown: boolean;
};

export function directoriesOf(policy: CompiledPolicy, line: CommandLine, start: string): Directories {
  let changes = 0;
  let moved: string | undefined;
  let certain = true;
  let unknown = false;
  for (const part of line.parts) {
    if (part.words[0]?.value === 'pushd') changes++;
    if (!isCd(part)) continue;
    const to = destination(policy, part, start);
    const anchored = /^["']?(\/|\$HOME\b|\.\/|\.$)/.test(part.words[1]?.text ?? '');
    if (to === start && anchored) continue;
    changes++;
    certain &&= anchored;
    unknown ||= isUnknown(part);
    moved ??= to;
  }
  return { start, moved, changes, certain, unknown };
}

export function isCd({ words }: Part): boolean {
  return words[0]?.value === 'cd';
}

/** A pattern counts even in quotes (recorded from client 2.1.330). */
function isUnknown({ words }: Part): boolean {
  const target = words[1]?.value;
  return target !== undefined && /^(-$|~[^/])|[*?[$`]/.test(target);
}

/** The directory a cd leads to; undefined where the text does not tell. */
export function destination(policy: CompiledPolicy, { words }: Part, start: string): string | undefined {
  const { home } = policy.surroundings;
  const [, target, more] = words;
  if (target === undefined) return home;
  if (more !== undefined || target.text.startsWith('-')) return undefined;
  const written = knownPath(target.value, target.text, policy);
  return written === undefined ? undefined : absolute(written, start, home);
}

/** A word as a path: `$HOME` and `$PWD` are known to the client. */
export function knownPath(
  value: string | undefined,
  text: string,
  policy: CompiledPolicy,
): string | undefined {
  if (value !== undefined) return value;
  const { home, workspace } = policy.surroundings;
  const known = text
    .replace(/["']/g, '')
    .replace(/\$HOME\b/g, home)
    .replace(/\$PWD\b/g, workspace)
    // The client takes what it cannot know for a name like any other.
    .replace(/\$([A-Z]+)\b/g, (all, name: string) => (KNOWN_INSIDE_TEXT.has(name) ? name : all));
  return known.includes('$') || known.includes('`') ? undefined : known;
}
