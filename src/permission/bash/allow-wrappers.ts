import type { Word } from '../../shell/word.ts';

/**
 * How many words of a transparent wrapper stand before the command it runs; 0 where there is none, or where its
 * arguments are not the plain ones the client knows (recorded from clients 2.1.197 and 2.1.330).
 */
export function wrapperLength(words: readonly Word[]): number {
  const name = words[0]?.value;
  if (name === undefined) return 0;
  const reader = READERS.get(name);
  const length = reader === undefined ? 0 : reader(words);
  return length > 0 && length < words.length ? length : 0;
}

type Reader = (words: readonly Word[]) => number;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['time', bare],
  ['nohup', bare],
  ['command', (words) => flagged(words, /^(--|-p)$/)],
  ['builtin', (words) => flagged(words, /^--$/)],
  ['noglob', bare],
  ['xargs', bare],
  ['nice', niceLength],
  ['stdbuf', stdbufLength],
  ['timeout', timeoutLength],
]);

function bare(words: readonly Word[]): number {
  const next = words[1]?.text;
  return next === undefined || next.startsWith('-') ? 0 : 1;
}

/** One word more where a flag that changes nothing follows. */
function flagged(words: readonly Word[], flag: RegExp): number {
  return flag.test(words[1]?.text ?? '') ? 2 : bare(words);
}

function niceLength(words: readonly Word[]): number {
  const flag = words[1]?.text ?? '';
  if (flag === '-n') return /^-?\d+$/.test(words[2]?.text ?? '') ? 3 : 0;
  if (/^-\d+$/.test(flag)) return 2;
  return flag.startsWith('-') ? 0 : 1;
}

function stdbufLength(words: readonly Word[]): number {
  let at = 1;
  while (/^-[ioe](L|0|\d+)$/.test(words[at]?.text ?? '')) at++;
  return at === 1 || words[at]?.text.startsWith('-') ? 0 : at;
}

function timeoutLength(words: readonly Word[]): number {
  let at = 1;
  for (;;) {
    const flag = words[at]?.text ?? '';
    if (/^(--foreground|--preserve-status|--verbose|-v)$/.test(flag)) at++;
    else if (/^--(kill-after|signal)=[A-Za-z0-9.+-]+$/.test(flag) || /^-[ks][A-Za-z0-9.]+$/.test(flag)) at++;
    else if (
      /^(-k|-s|--kill-after|--signal)$/.test(flag) &&
      /^[A-Za-z0-9.+-]+$/.test(words[at + 1]?.text ?? '')
    )
      at += 2;
    else break;
  }
  return /^\d+(\.\d+)?[smhd]?$/.test(words[at]?.text ?? '') ? at + 1 : 0;
}
