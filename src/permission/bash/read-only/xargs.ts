import type { Word } from '../../../shell/word.ts';

/** Programs that xargs may feed: they only read, whatever stands behind them (recorded from client 2.1.330). */
const TARGETS: ReadonlySet<string> = new Set([
  'echo',
  'printf',
  'wc',
  'grep',
  'egrep',
  'fgrep',
  'head',
  'tail',
]);

const SWITCHES = /^-[0rtx]+$/;
const NUMBERED = /^-[nLPs]$/;

/** Whether xargs runs one of the programs that only read, with flags that change only how it is fed. */
export function isReadOnlyXargs(words: readonly Word[]): boolean {
  let at = 1;
  for (; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    const next = words[at + 1]?.value;
    if (SWITCHES.test(text)) continue;
    if (NUMBERED.test(text) && /^\d+$/.test(next ?? '')) at++;
    else if (text === '-d' && next?.length === 1) at++;
    else if (text === '-I' && next === '{}') at++;
    else if (text === '--') at++;
    else break;
    if (text === '--') break;
  }
  const target = words[at]?.value;
  if (target === undefined || target === '-') return true;
  return TARGETS.has(target);
}
