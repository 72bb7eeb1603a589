import type { Redirect, SimpleCommand } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';
import { wrapperLength } from './allow-wrappers.ts';
import { isSafeAssignment } from './safe-environment.ts';

/** A text that allow rules are matched against. */
export type Spelling = {
  /** As written, for rules without wildcards. */
  readonly raw: string;
  /** Blanks between words made single, quotes round the command name undone, redirects of files left out. */
  readonly normal: string;
  /** Words are appended when it runs (xargs): only a rule with an open end covers that. */
  readonly grows: boolean;
};

/**
 * The texts under which an allow rule may know a command: as it stands, and without safe environment assignments and
 * transparent wrappers, taken off one by one from the front (documentation: permissions, process wrappers).
 */
export function allowSpellings(command: SimpleCommand): readonly Spelling[] {
  const known = spelled.get(command);
  if (known !== undefined) return known;
  const made = spell(command);
  spelled.set(command, made);
  return made;
}

const spelled = new WeakMap<SimpleCommand, readonly Spelling[]>();

function spell(command: SimpleCommand): readonly Spelling[] {
  const { assignments, redirects } = command;
  const words = isContinued(command) ? command.words.map(withoutQuotes) : command.words;
  // A redirect before the name hides the command from the rules (recorded from client 2.1.330).
  const hidden = words[0] !== undefined && redirects.some(({ end }) => end <= (words[0]?.start ?? 0));
  if (hidden) return [];
  const fed = redirects.length === 0 ? '' : hereStrings(redirects);
  const first = normalText(assignmentTexts(command, 0), words, fed);
  const spellings: Spelling[] = [
    { raw: fed === '' ? (rawText(command) ?? first) : first, normal: first, grows: false },
  ];
  const safe = safeAssignments(command);
  for (let at = 1; at <= safe; at++)
    spellings.push(plain(normalText(assignmentTexts(command, at), words, fed)));
  if (safe < assignments.length) return spellings;
  let rest = words;
  for (let length = wrapperLength(rest); length > 0; length = wrapperLength(rest)) {
    const grows = rest[0]?.value === 'xargs';
    rest = rest.slice(length);
    spellings.push({ ...plain(normalText([], rest, fed)), grows });
    if (grows) break;
  }
  return spellings;
}

/** A line continuation makes the client put the words together again, without their quotes (recorded from client 2.1.330). */
export function isContinued({ text }: SimpleCommand): boolean {
  return text.includes('\\\n');
}

export function withoutQuotes(word: Word): Word {
  const { value } = word;
  return value === undefined || value === word.text ? word : { ...word, text: value };
}

function plain(text: string): Spelling {
  return { raw: text, normal: text, grows: false };
}

function safeAssignments({ assignments }: SimpleCommand): number {
  const other = assignments.findIndex((assignment) => !isSafeAssignment(assignment));
  return other < 0 ? assignments.length : other;
}

function assignmentTexts({ assignments }: SimpleCommand, from: number): readonly string[] {
  return assignments.slice(from).map(({ text }) => text);
}

/** A here-string counts as a part of its command (recorded from client 2.1.330). */
function hereStrings(redirects: readonly Redirect[]): string {
  const strings = redirects.filter(({ operator }) => operator === '<<<');
  return strings.map(({ target }) => ` <<< ${target?.text ?? ''}`).join('');
}

function normalText(prefix: readonly string[], words: readonly Word[], fed: string): string {
  let text = prefix.join(' ');
  for (const [index, word] of words.entries()) {
    if (text !== '') text += ' ';
    text += index === 0 ? nameText(word) : word.text;
  }
  return text + fed;
}

function nameText({ text, value }: Word): string {
  return value === undefined || value === '' || /\s/.test(value) ? text : value;
}

/** The text from the first to the last word, where no redirect stands between them. */
function rawText(command: SimpleCommand): string | undefined {
  const { text, start, words, redirects, assignments } = command;
  const last = words.at(-1) ?? assignments.at(-1);
  const first = assignments[0]?.start ?? words[0]?.start;
  if (last === undefined || first === undefined) return undefined;
  if (redirects.some((redirect) => redirect.start > first && redirect.start < last.end)) return undefined;
  const raw = text.slice(first - start, last.end - start);
  if (raw.startsWith('\\')) return undefined;
  const [name] = words;
  if (name === undefined || nameText(name) === name.text) return raw;
  return raw.slice(0, name.start - first) + nameText(name) + raw.slice(name.end - first);
}
