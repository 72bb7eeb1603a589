import type { Word } from '../../shell/word.ts';
import { findActionWhy } from './read-only/find.ts';
import { jqReachWhy } from './read-only/jq.ts';

/**
 * Why no prefix rule lets a command pass, or undefined: its arguments make it run, write or delete something that its
 * name does not tell. Only a rule that names the whole command does (recorded from client 2.1.330).
 */
export function beyondRulesWhy(words: readonly Word[]): string | undefined {
  switch (words[0]?.value) {
    case 'find':
      return findActionWhy(words);
    case 'jq':
      return jqReachWhy(words);
    case 'awk':
    case 'gawk':
    case 'mawk':
      return awkReachWhy(words);
    case 'git':
      return directoryPatternWhy(words);
    case 'xargs':
      return words.some(({ value }) => value === 'find')
        ? 'what xargs adds to find cannot be known'
        : undefined;
    default:
      return undefined;
  }
}

/** `git -C dir[s]`: which repository that is cannot be known. */
function directoryPatternWhy(words: readonly Word[]): string | undefined {
  const at = words.findIndex(({ text }) => text === '-C');
  const directory = at < 0 ? undefined : words[at + 1];
  return directory?.glob === true ? 'git in a directory that a pattern names' : undefined;
}

/** What lets awk run commands or load code, or undefined. */
function awkReachWhy(words: readonly Word[]): string | undefined {
  for (const { value, text } of words.slice(1)) {
    const word = value ?? text;
    if (/\bsystem\s*\(/.test(word)) return 'awk system() runs commands';
    if (/\|\s*"|"\s*\|\s*getline|\|\s*getline/.test(word)) return 'an awk pipe runs commands';
    if (/@(load|include)\b|@\w+\s*\(/.test(word)) return 'awk loads code';
    if (/^-/.test(word) && !/^-([Fv].*|-|-field-separator.*|-assign.*|-version|-help)?$/.test(word))
      return 'an awk option that cannot be checked';
  }
  return undefined;
}
