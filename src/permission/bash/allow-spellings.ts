import type { SimpleCommand } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';
import { wrapperLength } from './allow-wrappers.ts';
import { SAFE_VARIABLES } from './safe-environment.ts';

/** A text that allow rules are matched against. */
export type Spelling = {
  /** As written, for rules without wildcards. */
  readonly raw: string;
  /** Blanks between words made single, quotes round the command name undone, redirects left out. */
  readonly normal: string;
};

/**
 * The texts under which an allow rule may know a command: as it stands, and without safe environment assignments and
 * transparent wrappers, taken off one by one from the front (documentation: permissions, process wrappers).
 */
export function allowSpellings(command: SimpleCommand): readonly Spelling[] {
  const { words, assignments } = command;
  const prefix = assignments.map(({ text }) => text);
  const spellings = [spelling(prefix, words, rawText(command))];
  let left = prefix.length;
  for (let at = 0; at < assignments.length; at++) {
    const assignment = assignments[at];
    if (assignment === undefined || !isSafe(assignment.name, assignment.value)) break;
    left--;
    spellings.push(spelling(prefix.slice(at + 1), words));
  }
  if (left > 0) return spellings;
  let rest = words;
  for (;;) {
    const length = wrapperLength(rest);
    if (length === 0) return spellings;
    rest = rest.slice(length);
    spellings.push(spelling([], rest));
  }
}

/** The words of a command behind safe assignments and transparent wrappers; undefined where others stand before it. */
export function bareWords(command: SimpleCommand): readonly Word[] | undefined {
  if (!command.assignments.every(({ name, value }) => isSafe(name, value))) return undefined;
  let rest = command.words;
  for (;;) {
    const length = wrapperLength(rest);
    if (length === 0) return rest;
    rest = rest.slice(length);
  }
}

function isSafe(name: string, value: Word | undefined): boolean {
  return SAFE_VARIABLES.has(name) && value !== undefined && /^[A-Za-z0-9_./:@%+,-]*$/.test(value.text);
}

function spelling(prefix: readonly string[], words: readonly Word[], raw?: string): Spelling {
  const normal = [...prefix, ...words.map(wordText)].join(' ');
  return { raw: raw ?? normal, normal };
}

function wordText(word: Word, index: number): string {
  if (index > 0 || word.pieces.length === 0 || word.value === undefined) return word.text;
  return word.glob || /\s/.test(word.value) || word.value === '' ? word.text : word.value;
}

/** The text from the first to the last word, where no redirect stands between them. */
function rawText(command: SimpleCommand): string | undefined {
  const { text, start, words, redirects, assignments } = command;
  const last = words.at(-1) ?? assignments.at(-1);
  if (last === undefined) return undefined;
  const first = Math.min(words[0]?.start ?? last.start, assignments[0]?.start ?? last.start);
  if (redirects.some((redirect) => redirect.start > first && redirect.start < last.end)) return undefined;
  return text.slice(first - start, last.end - start);
}
