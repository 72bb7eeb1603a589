import type { Word } from '../../shell/word.ts';
import { isReadOnlySed } from './read-only/sed.ts';

/** What a command does with a path it names; `both` where the client asks the rules for either. */
export type Access = 'read' | 'write' | 'both';

/** A path that a command names. */
export type FileOperand = { readonly word: Word; readonly access: Access };

type Reader = (words: readonly Word[]) => readonly FileOperand[];

const NONE: readonly FileOperand[] = [];

/** Programs that read every operand, and those that write every operand (recorded from client 2.1.330). */
const READ_ALL =
  'cat head tail sort uniq wc cut paste column file stat diff strings hexdump od base64 nl sha256sum sha1sum md5sum ' +
  'tac comm rev fold expand unexpand fmt cmp numfmt pr tsort';
const WRITE_ALL = 'touch mkdir rm rmdir tee';

/** The programs whose operands the client takes for paths; it knows no others (recorded from client 2.1.330). */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ls', orHere(all('read'))],
  ...READ_ALL.split(' ').map((name): [string, Reader] => [name, all('read')]),
  ...WRITE_ALL.split(' ').map((name): [string, Reader] => [name, all('write')]),
  ...['grep', 'egrep', 'fgrep'].map((name): [string, Reader] => [name, searched]),
  ['rg', orHere(searched)],
  ...['awk', 'gawk', 'mawk'].map((name): [string, Reader] => [
    name,
    behindProgram(/^(-f|--file)/, /^-[Fv]$/),
  ]),
  ['jq', behindProgram(/^(-f|--from-file)$/, /^--(arg|argjson|indent)$/)],
  ['sed', edited],
  ['find', orHere(found)],
  ['cp', moved],
  ['mv', moved],
  ['git', compared],
]);

/** Whether the client takes operands of a command without its wrappers for paths. */
export function namesFiles([name]: readonly Word[]): boolean {
  return READERS.has(name?.value ?? '');
}

/** The files among the words of a command without its wrappers. */
export function fileOperands(words: readonly Word[]): readonly FileOperand[] {
  const reader = READERS.get(words[0]?.value ?? '');
  return reader === undefined ? NONE : reader(words);
}

/** The words that are no flags; behind `--` all of them. */
function operandsOf(words: readonly Word[]): readonly Word[] {
  const operands: Word[] = [];
  let flags = true;
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const text = word.value ?? word.text;
    if (flags && text === '--') flags = false;
    else if (!flags || !text.startsWith('-')) operands.push(word);
  }
  return operands;
}

function all(access: Access): Reader {
  return (words) => operandsOf(words).map((word) => ({ word, access }));
}

/** Whatever sed does, it may write back, save when it only prints lines. */
function edited(words: readonly Word[]): readonly FileOperand[] {
  const files = behindProgram(/^(-[a-zA-Z]*[ef]|--expression|--file)/, /^-e$/)(words);
  return isReadOnlySed(words) ? files : files.map(({ word }) => ({ word, access: 'both' }));
}

/** The current directory, where a command that looks there by itself is given no path. */
function orHere(reader: Reader): Reader {
  return (words) => {
    const operands = reader(words);
    return operands.length > 0 ? operands : [{ word: HERE, access: 'read' }];
  };
}

/** The current directory, named by no word of the command. */
export const HERE: Word = { text: '.', start: 0, end: 0, value: '.', glob: false, pieces: [] };

/** Flags of the grep family with a value that is no path. */
const SEARCH_VALUES =
  /^(-[ABCmdDgtT]|--(after-context|before-context|context|max-count|max-depth|glob|type|type-not|include|exclude|exclude-dir|color|colour))$/;

function searched(words: readonly Word[]): readonly FileOperand[] {
  return behindProgram(/^(-[a-zA-Z]*[ef]|--regexp|--file)$/, SEARCH_VALUES)(words);
}

/** The first operand is a program or pattern, unless a flag gives it; that flag's own value may be a file. */
function behindProgram(given: RegExp, valued: RegExp): Reader {
  return (words) => {
    const kept: Word[] = words.slice(0, 1);
    let isGiven = false;
    for (let at = 1; at < words.length; at++) {
      const word = words[at];
      if (word === undefined) break;
      const text = word.value ?? word.text;
      if (text === '--') {
        kept.push(...words.slice(at));
        break;
      }
      if (given.test(text)) {
        isGiven = true;
        if (/^-[a-zA-Z]*e$/.test(text)) at++;
      } else if (valued.test(text)) at++;
      else kept.push(word);
    }
    const operands = operandsOf(kept);
    return (isGiven ? operands : operands.slice(1)).map((word) => ({ word, access: 'read' }));
  };
}

/** The start points of find, and the file it compares with. */
function found(words: readonly Word[]): readonly FileOperand[] {
  const operands: FileOperand[] = [];
  let starting = true;
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (/^-[HLP]$|^-O\d$/.test(word.text)) continue;
    if (/^([-!]|\\?[()])/.test(word.text)) starting = false;
    else if (starting || /^-([ac]?newer|samefile)/.test(words[at - 1]?.text ?? ''))
      operands.push({ word, access: 'read' });
  }
  return operands;
}

/** The last operand of cp and mv is written, the others are read, and written for the sake of rules. */
function moved(words: readonly Word[]): readonly FileOperand[] {
  const operands = operandsOf(words);
  return operands.map((word, index) => ({
    word,
    access: index === operands.length - 1 && index > 0 ? 'write' : 'both',
  }));
}

/** Of git, only `diff` and `grep` name files that the client checks. */
function compared(words: readonly Word[]): readonly FileOperand[] {
  const subcommand = words[1]?.value;
  if (subcommand === 'diff') return all('read')(words.slice(1));
  return subcommand === 'grep' ? all('read')(words.slice(1)).slice(1) : NONE;
}
