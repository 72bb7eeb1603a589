import type { Word } from '../../../shell/word.ts';

/** Actions of find that run, write or delete (recorded from client 2.1.330). */
const ACTIONS: ReadonlySet<string> = new Set(
  '-exec -execdir -ok -okdir -delete -fprint -fprint0 -fprintf -fls -files0-from'.split(' '),
);

/** Tests of find whose argument may look like an action. */
const PATTERN_TESTS: ReadonlySet<string> = new Set(
  '-name -iname -path -ipath -wholename -iwholename -regex -iregex -lname -ilname'.split(' '),
);

/** What keeps a find from being read-only, or undefined. */
export function findActionWhy(words: readonly Word[]): string | undefined {
  let starting = true;
  for (const [index, { value, text, glob }] of words.entries()) {
    if (index === 0) continue;
    if (glob) return 'a pattern that may expand to an action of find';
    if (starting && /[*?[]/.test(value ?? '')) return 'a start point with a pattern';
    if (text.startsWith('-') && !/^-[HLP]$/.test(text)) starting = false;
    if (PATTERN_TESTS.has(words[index - 1]?.value ?? '')) continue;
    if (ACTIONS.has(value ?? text)) return `find ${value ?? text} runs, writes or deletes`;
  }
  return undefined;
}

export function isReadOnlyFind(words: readonly Word[]): boolean {
  return findActionWhy(words) === undefined;
}
