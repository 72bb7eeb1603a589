import type { Word } from '../../../shell/word.ts';

type Words = readonly Word[];

/** What the operands of single commands may be, beyond their flags (each recorded from client 2.1.330). */

/** Names of manual pages, no paths. */
export function noPaths(operands: Words): boolean {
  return !operands.some(({ text }) => /[/\\]/.test(text));
}

export function noOperands(operands: Words, words: Words): boolean {
  return operands.length === 0 && !words.some(({ text }) => text === '--');
}

/** `git remote show -n origin` does not ask the network. */
export function namedOffline(operands: Words, words: Words): boolean {
  return operands.length === 1 && hasFlag(words, /^-n$/);
}

export function onlyDateFormats(operands: Words): boolean {
  return operands.every(({ value, text }) => (value ?? text).startsWith('+') || text === '-');
}

/** BSD flags with an `e` show the environment of other processes: no operand may hold one. */
export function noEnvironmentOfProcesses(operands: Words): boolean {
  return !operands.some(({ text }) => /e/i.test(text));
}

export function onlyFilters(operands: Words): boolean {
  const [first] = operands;
  return first === undefined || /^(state|dst|src|dport|sport|-|\d+|\.)$/.test(first.text);
}

export function knownPlusFlags(operands: Words): boolean {
  return operands.every(({ text }) => !text.startsWith('+') || /^\+[DdcLrfwE]/.test(text));
}

export function noTerminalReset(operands: Words): boolean {
  return !operands.some(({ text }) =>
    /^(reset|init|clear|smcup|rmcup|rs\d|is\d|mc\d|pf\w+|smkx|rmkx)$/.test(text),
  );
}

/** Comparisons are read-only, arithmetic on the values of variables is not: no `-v`, `-R`, `-a`, `-o`. */
export function plainTest(_operands: Words, words: Words): boolean {
  return !words.some(({ text }) => /^(-v|-R|-a|-o|\(|\)|=)$/.test(text));
}

export function noReflogChange(operands: Words): boolean {
  const [first] = operands;
  return first === undefined || /^(show|list)$/.test(first.text);
}

/** A name that stands alone would make a branch. */
export function listsBranches(operands: Words, words: Words): boolean {
  return operands.every(({ text }) => text === '-') || hasFlag(words, /^(--list|-l|--merged|--no-merged)$/);
}

/** A name that stands alone would make a tag. */
export function listsTags(operands: Words, words: Words): boolean {
  return operands.every(({ text }) => text === '-') || hasFlag(words, /^(--list|-l)$/);
}

function hasFlag(words: Words, flag: RegExp): boolean {
  return words.some(({ text }) => flag.test(text));
}

/** The grep family is not taken for read-only with an argument of several lines. */
export function oneLineEach(_operands: Words, words: Words): boolean {
  return !words.some(({ text }) => text.includes('\n'));
}
