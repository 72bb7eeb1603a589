import type { Redirect, SimpleCommand } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';
import { unwrap, WRAPPERS, type Wrapper } from '../../shell/wrappers.ts';
import { isContinued, withoutQuotes } from './allow-spellings.ts';
import { namesFiles } from './file-commands.ts';
import { isSafeAssignment } from './safe-environment.ts';

/** The programs that deny and ask rules look through, whatever their flags (recorded from client 2.1.330). */
const LOOKED_THROUGH: ReadonlyMap<string, Wrapper> = new Map(
  WRAPPERS.filter(
    ({ name }) => !['chroot', 'unbuffer', 'caffeinate', 'chrt', 'taskset', 'xargs'].includes(name),
  ).map((wrapper) => [wrapper.name, wrapper]),
);

/** A text that deny and ask rules are matched against; `grows` where words are appended when it runs (xargs). */
export type DenySpelling = { readonly text: string; readonly grows: boolean };

/** `deep` where rules also see what quotes and expansions hide. */
export type Looking = { readonly home: string; readonly deep: boolean };

/**
 * The texts under which a deny or ask rule may know a command: with and without assignments, behind every wrapper, by
 * the last part of the program's path, quotes undone, `$HOME` settled, words that may expand to nothing left out.
 */
export function denySpellings(command: SimpleCommand, { home, deep }: Looking): readonly DenySpelling[] {
  const known = spelled.get(command);
  if (known !== undefined && known.home === home && known.deep === deep) return known.spellings;
  const spellings = spell(command, { home, deep });
  spelled.set(command, { home, deep, spellings });
  return spellings;
}

type Spelled = Looking & { readonly spellings: readonly DenySpelling[] };

const spelled = new WeakMap<SimpleCommand, Spelled>();

function spell(command: SimpleCommand, { home, deep }: Looking): readonly DenySpelling[] {
  const { assignments, redirects } = command;
  const words = isContinued(command) ? command.words.map(withoutQuotes) : command.words;
  const fed = redirects.length === 0 ? '' : hereStrings(redirects);
  const spellings: DenySpelling[] = [];
  const add = (text: string, grows: boolean) => {
    if (!spellings.some((known) => known.text === text)) spellings.push({ text, grows });
  };
  for (let at = 0; at < assignments.length; at++) {
    const prefix = assignments.slice(at).map(({ text }) => text);
    add(`${prefix.join(' ')} ${sourceText(words, home)}${fed}`.trim(), false);
    const assignment = assignments[at];
    if (assignment === undefined || !isSafeAssignment(assignment)) break;
  }
  if (!deep && assignments.some(({ value }) => value?.value === undefined)) return spellings;
  let rest = words;
  let grows = false;
  while (rest.length > 0) {
    for (const text of textsOf(rest, { home, deep })) {
      add(text, grows);
      if (fed !== '') add(text + fed, grows);
    }
    const next = behindWrapper(rest);
    if (next === undefined) break;
    grows ||= rest[0]?.value === 'xargs';
    rest = next;
  }
  return spellings;
}

function textsOf(words: readonly Word[], { home, deep }: Looking): readonly string[] {
  const source = sourceText(words, home);
  const texts = [source];
  const [name, ...others] = words;
  const path = name?.value ?? '';
  if (!deep) {
    if (path !== name?.text && !/\s/.test(path))
      texts.push([path, ...others.map(({ text }) => text)].join(' '));
  } else if (words.some(({ value, text }) => value !== text)) {
    texts.push(valueText(words, home));
    const present = [
      ...words.slice(0, 1),
      ...others.filter((word) => word.value !== undefined || !canVanish(word, namesFiles(words))),
    ];
    if (present.length < words.length) texts.push(valueText(present, home));
  }
  const slash = path.lastIndexOf('/');
  if (deep && slash >= 0) texts.push([path.slice(slash + 1), ...others.map(({ text }) => text)].join(' '));
  return texts;
}

/** The words behind one wrapper, assignment or xargs without flags; undefined where none stands in front. */
function behindWrapper(words: readonly Word[]): readonly Word[] | undefined {
  const name = words[0]?.value;
  if (name === undefined) return undefined;
  if (isAssignment(name)) return withoutAssignments(words);
  if (name === 'xargs') {
    const next = words[1]?.text;
    return next === undefined || next.startsWith('-') ? undefined : words.slice(1);
  }
  const { layers, words: innermost } = unwrap(words, LOOKED_THROUGH);
  const [layer] = layers;
  if (layer === undefined || innermost.length === 0) return undefined;
  const behind = words.slice(layer.words.length);
  return STRIPS_ASSIGNMENTS.has(layer.wrapper.name) ? (withoutAssignments(behind) ?? behind) : behind;
}

/** Behind these the client drops assignments together with the wrapper. */
const STRIPS_ASSIGNMENTS = new Set(['ionice', 'watch', 'setsid', 'strace', 'flock', 'env']);

function withoutAssignments(words: readonly Word[]): readonly Word[] | undefined {
  const command = words.findIndex(({ text }) => !isAssignment(text));
  return command > 0 ? words.slice(command) : undefined;
}

function isAssignment(text: string): boolean {
  return /^[A-Za-z_]\w*=/.test(text);
}

/** `$HOME` may be nothing only where it would be a path (recorded from client 2.1.330). */
function canVanish(word: Word, amongFiles: boolean): boolean {
  return word.pieces.every(
    (piece) =>
      'quoted' in piece &&
      !piece.quoted &&
      piece.kind !== 'literal' &&
      (amongFiles || !(piece.kind === 'variable' && piece.name === 'HOME')),
  );
}

function hereStrings(redirects: readonly Redirect[]): string {
  const strings = redirects.filter(({ operator }) => operator === '<<<');
  return strings.map(({ target }) => ` <<< ${target?.text ?? ''}`).join('');
}

function sourceText(words: readonly Word[], home: string): string {
  return words
    .map(({ text, value }) => (value === undefined ? text.replace(/\$HOME\b/g, home) : text))
    .join(' ');
}

function valueText(words: readonly Word[], home: string): string {
  return words
    .map(({ value, text }) =>
      (value ?? text.replace(/["']/g, '').replace(/\$HOME\b/g, home)).replace(/[ \t]+/g, ' '),
    )
    .join(' ');
}
