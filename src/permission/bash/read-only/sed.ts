import type { Word } from '../../../shell/word.ts';

const PRINTS = /^\s*(\d+(,\d+)?)?p(\s*;\s*(\d+(,\d+)?)?p)*$/;
const SUBSTITUTES = /^s\/[^/\n$\\]*(\\[^/$\n][^/\n$\\]*)*\/[^/\n$]*\/[gpimIM]*[1-9]?[gpimIM]*$/;
const PRINT_FLAGS = /^(-[nErz]+|--quiet|--silent|--regexp-extended|--zero-terminated|--posix)$/;

/**
 * Whether a sed command prints lines by number (`sed -n 1,5p file`), or substitutes in what it reads from its input
 * (`sed s/a/b/g`). Nothing else of sed is taken for read-only (recorded from client 2.1.330).
 */
export function isReadOnlySed(words: readonly Word[]): boolean {
  const flags: string[] = [];
  const operands: Word[] = [];
  for (const word of words.slice(1)) {
    if (operands.length === 0 && word.text.startsWith('-')) flags.push(word.text);
    else if (word.text !== '--') operands.push(word);
  }
  const script = operands[0]?.value;
  if (script === undefined || operands.some(({ text, glob }) => text.startsWith('-') || glob)) return false;
  const quiet = flags.some((flag) => /^(-[a-zA-Z]*n[a-zA-Z]*|--quiet|--silent)$/.test(flag));
  if (quiet) return PRINTS.test(script) && flags.every((flag) => PRINT_FLAGS.test(flag));
  return operands.length === 1 && SUBSTITUTES.test(script) && flags.every((flag) => /^-[Er]+$/.test(flag));
}
