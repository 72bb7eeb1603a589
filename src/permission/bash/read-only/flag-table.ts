import type { Word } from '../../../shell/word.ts';

/** The flags under which the client takes a command for read-only, in one line each, separated by blanks. */
export type FlagTable = {
  /** Program and subcommands. */
  readonly name: string;
  /** Flags without a value; single letters may be bundled (`-la`). */
  readonly none?: string;
  /** Flags whose value is a whole number. */
  readonly number?: string;
  /** Flags whose value is any text that does not start with a dash. */
  readonly text?: string;
  /** `-5` for `-n 5` (git), or `-A5` for `-A 5` (grep). */
  readonly digits?: 'alone' | 'attached';
  /** What the words that are no flags may be; everything where it is absent. */
  readonly operands?: (operands: readonly Word[], words: readonly Word[]) => boolean;
};

type Kind = 'none' | 'number' | 'text';

/** A flag table made ready for looking up. */
export type Flags = {
  readonly table: FlagTable;
  readonly path: readonly string[];
  readonly kinds: ReadonlyMap<string, Kind>;
};

/** The table with its flags by name; `path` is the command name word by word. */
export function compileFlags(table: FlagTable): Flags {
  const kinds = new Map<string, Kind>();
  for (const kind of ['none', 'number', 'text'] as const) {
    for (const flag of (table[kind] ?? '').split(' ')) if (flag !== '') kinds.set(flag, kind);
  }
  return { table, path: table.name.split(' '), kinds };
}

/** Whether every word of the command is one that its table knows as harmless. */
export function flagsAllow(flags: Flags, words: readonly Word[]): boolean {
  const operands: Word[] = [];
  for (let at = flags.path.length; at < words.length; at++) {
    const word = words[at];
    const text = word?.value ?? word?.text ?? '';
    if (word === undefined) break;
    if (text === '--') {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (!text.startsWith('-') || text === '-') {
      operands.push(word);
      continue;
    }
    const taken = takenBy(flags, text, words[at + 1]);
    if (taken === 0) return false;
    at += taken - 1;
  }
  return flags.table.operands?.(operands, words) ?? true;
}

/** How many words the flag covers, its value included; 0 where the flag or its value is not known as harmless. */
function takenBy({ kinds, table }: Flags, flag: string, next: Word | undefined): 0 | 1 | 2 {
  const kind = kinds.get(flag);
  if (kind === 'none') return 1;
  if (kind !== undefined) return next !== undefined && isValue(kind, next.value ?? next.text) ? 2 : 0;
  if (table.digits === 'alone' && /^-\d+$/.test(flag)) return 1;
  const equals = flag.indexOf('=');
  if (equals > 0) {
    const named = kinds.get(flag.slice(0, equals));
    if (named === undefined || named === 'none') return 0;
    return named === 'text' || isValue(named, flag.slice(equals + 1)) ? 1 : 0;
  }
  if (flag.startsWith('--')) return 0;
  if (table.digits === 'attached' && /^-[A-Za-z]\d+$/.test(flag) && isValued(kinds.get(flag.slice(0, 2))))
    return 1;
  return [...flag.slice(1)].every((letter) => kinds.get(`-${letter}`) === 'none') ? 1 : 0;
}

function isValued(kind: Kind | undefined): boolean {
  return kind === 'number' || kind === 'text';
}

function isValue(kind: Kind, text: string): boolean {
  return kind === 'number' ? /^\d+$/.test(text) : !text.startsWith('-');
}

/** Several lines of flags as one. */
export function list(...lines: readonly string[]): string {
  return lines.join(' ');
}
