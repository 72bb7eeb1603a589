import { describe, expect, test } from 'vitest';
import { parseShell } from '../../src/shell/parse-shell.ts';
import { unwrap } from '../../src/shell/wrappers.ts';

function behind(text: string): { layers: string[]; rest: string[]; settled: boolean } {
  const { layers, words, settled } = unwrap(parseShell(text).commands[0]?.words ?? []);
  return { layers: layers.map(({ wrapper }) => wrapper.name), rest: words.map((word) => word.text), settled };
}

describe('the command behind its wrappers', () => {
  test.each([
    ['foo a', [], 'foo a'],
    ['timeout 5 foo', ['timeout'], 'foo'],
    ['timeout -k 5 --signal=KILL 30s foo -x', ['timeout'], 'foo -x'],
    ['nice -n 5 nohup stdbuf -oL foo', ['nice', 'nohup', 'stdbuf'], 'foo'],
    ['nice -10 foo', ['nice'], 'foo'],
    ['env -u X A=1 B=2 foo', ['env'], 'foo'],
    ['/usr/bin/env foo', ['env'], 'foo'],
    ['sudo -u dev foo', ['sudo'], 'foo'],
    ['xargs -0 -n1 -I{} foo {}', ['xargs'], 'foo {}'],
    ['command -- foo', ['command'], 'foo'],
    ['env', ['env'], ''],
  ])('%s runs what follows', (text, layers, rest) => {
    expect(behind(text)).toEqual({ layers, rest: rest === '' ? [] : rest.split(' '), settled: true });
  });

  test.each(['command -v foo', 'timeout $X foo', 'nice --unknown foo'])('%s is left as it stands', (text) => {
    expect(behind(text)).toEqual({ layers: [], rest: text.split(' '), settled: false });
  });
});
