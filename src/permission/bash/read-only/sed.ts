import type { Word } from '../../../shell/word.ts';

const PRINTS = /^\s*(\d+(,\d+)?)?p(\s*;\s*(\d+(,\d+)?)?p)*$/;
const PRINT_FLAGS = /^(-[nErz]+|--quiet|--silent|--regexp-extended|--zero-terminated|--posix)$/;

/** One `s/.../.../` of ASCII characters, without the few that mean more to sed or the shell. */
const SUBSTITUTES = /^s\/(\\[ -.0-~]|[ -.0-~])*\/(\\[ -.0-~]|[ -.0-~])*\/[gpimIM]*[1-9]?[gpimIM]*$/;
const MEANS_MORE = /[${}!#;]/;

type Script = { readonly flags: readonly string[]; readonly script: string; readonly files: readonly Word[] };

/**
 * Whether a sed command prints lines by number (`sed -n 1,5p file`), or substitutes in what it reads from its input
 * (`sed s/a/b/g`). Nothing else of sed is taken for read-only (recorded from client 2.1.330).
 */
export function isReadOnlySed(words: readonly Word[]): boolean {
  const read = scriptOf(words);
  if (read === undefined) return false;
  const quiet = read.flags.some((flag) => /^(-[a-zA-Z]*n[a-zA-Z]*|--quiet|--silent)$/.test(flag));
  if (quiet) return PRINTS.test(read.script) && read.flags.every((flag) => PRINT_FLAGS.test(flag));
  return read.files.length === 0 && substitutes(words, /^-[Er]+$/);
}

/** Whether the command is one plain substitution, with no flags but these. */
export function substitutes(words: readonly Word[], known: RegExp): boolean {
  const read = scriptOf(words);
  if (read === undefined || MEANS_MORE.test(read.script) || !SUBSTITUTES.test(read.script)) return false;
  return read.flags.every((flag) => known.test(flag));
}

/** The same for what is written back: a dollar sign counts for nothing, and the files have plain names. */
export function edits(words: readonly Word[], known: RegExp): boolean {
  const read = scriptOf(words);
  if (read === undefined) return false;
  const script = read.script.replaceAll('$', '');
  if (MEANS_MORE.test(script) || !SUBSTITUTES.test(script)) return false;
  return (
    read.flags.every((flag) => known.test(flag)) &&
    read.files.every(({ value, text }) => PLAIN_FILE.test(value ?? text))
  );
}

const PLAIN_FILE = /^(?!!)([^\s#;\\[\]{}\u0080-\uffff]+|\/[^\n\t#;\\[\]{}\u0080-\uffff]+)$/;

function scriptOf(words: readonly Word[]): Script | undefined {
  const flags: string[] = [];
  const operands: Word[] = [];
  for (const word of words.slice(1)) {
    if (operands.length === 0 && word.text.startsWith('-')) flags.push(word.text);
    else if (word.text !== '--') operands.push(word);
  }
  const script = operands[0]?.value;
  if (script === undefined || operands.some(({ text, glob }) => text.startsWith('-') || glob))
    return undefined;
  return { flags, script, files: operands.slice(1) };
}
