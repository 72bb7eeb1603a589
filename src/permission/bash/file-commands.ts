import type { Word } from '../../shell/word.ts';

/** A path that a command names, and what it does with it. */
export type FileOperand = { readonly word: Word; readonly access: 'read' | 'write' };

type Operands = (words: readonly Word[]) => readonly FileOperand[];

const reads = (words: readonly Word[]): readonly FileOperand[] =>
  operands(words).map((word) => ({ word, access: 'read' }));
const writes = (words: readonly Word[]): readonly FileOperand[] =>
  operands(words).map((word) => ({ word, access: 'write' }));

/** The commands whose operands the client takes for paths (recorded from client 2.1.330). */
export const FILE_COMMANDS: ReadonlyMap<string, Operands> = new Map<string, Operands>([
  ...[
    'cat',
    'head',
    'tail',
    'sort',
    'uniq',
    'wc',
    'cut',
    'paste',
    'column',
    'file',
    'stat',
    'diff',
    'strings',
    'hexdump',
    'od',
    'base64',
    'nl',
    'sha256sum',
    'sha1sum',
    'md5sum',
    'ls',
    'tac',
    'comm',
  ].map((name): [string, Operands] => [name, reads]),
  ...['touch', 'mkdir', 'rm', 'rmdir', 'tee'].map((name): [string, Operands] => [name, writes]),
  ['grep', afterPattern(['-e', '-f', '--regexp', '--file'])],
  ['egrep', afterPattern(['-e', '-f', '--regexp', '--file'])],
  ['fgrep', afterPattern(['-e', '-f', '--regexp', '--file'])],
  ['rg', afterPattern(['-e', '-f', '--regexp', '--file'])],
  ['jq', afterPattern([])],
  ['awk', afterPattern([])],
  ['sed', sedOperands],
  ['find', findOperands],
  ['cp', moved('read')],
  ['mv', moved('write')],
]);

/** The words that are no flags. Behind `--` everything is an operand. */
function operands(words: readonly Word[]): readonly Word[] {
  const found: Word[] = [];
  let flags = true;
  for (const word of words.slice(1)) {
    const text = word.value ?? word.text;
    if (flags && text === '--') flags = false;
    else if (!flags || !text.startsWith('-') || text === '-') found.push(word);
  }
  return found;
}

function afterPattern(patternFlags: readonly string[]): Operands {
  return (words) => {
    const given = words.some(({ value }) =>
      patternFlags.some((flag) => value === flag || value?.startsWith(`${flag}=`)),
    );
    const all = operands(words);
    return (given ? all : all.slice(1)).map((word) => ({ word, access: 'read' as const }));
  };
}

function sedOperands(words: readonly Word[]): readonly FileOperand[] {
  const inPlace = words.some(({ text }) => /^(-[a-zA-Z]*i|--in-place)/.test(text));
  const given = words.some(({ text }) => /^(-e|-f|--expression|--file)/.test(text));
  const all = operands(words);
  return (given ? all : all.slice(1)).map((word) => ({ word, access: inPlace ? 'write' : 'read' }));
}

function findOperands(words: readonly Word[]): readonly FileOperand[] {
  const found: FileOperand[] = [];
  for (const word of words.slice(1)) {
    if (/^-[HLP]$/.test(word.text)) continue;
    if (/^[-(!\\]/.test(word.text)) break;
    found.push({ word, access: 'read' });
  }
  return found;
}

function moved(source: 'read' | 'write'): Operands {
  return (words) => {
    const all = operands(words);
    return all.map((word, index) => ({ word, access: index === all.length - 1 ? 'write' : source }));
  };
}
