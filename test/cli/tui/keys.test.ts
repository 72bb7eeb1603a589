import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandOf, KEYS } from '../../../cli/tui/keys.ts';

const README = readFileSync(join(resolve(import.meta.dirname, '../../..'), 'README.md'), 'utf8');

/** The keymap as the README has it. */
function tableOfKeys(): string {
  const rows = KEYS.map(({ keys, help }) => [keys.map((key) => `\`${key}\``).join(' '), help]);
  const all = [['key', 'what it does'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill = ' ') =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0, fill)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), line(['', ''], '-'), ...body.map((row) => line(row))].join('\n');
}

describe('the keymap', () => {
  test('gives every key one meaning', () => {
    const keys = KEYS.flatMap((binding) => binding.keys);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('gives every command a key and a word of help', () => {
    expect(KEYS.filter(({ keys, help }) => keys.length === 0 || help === '')).toEqual([]);
  });

  test('says what a key does in few enough words for two columns in 80', () => {
    expect(KEYS.filter(({ keys, help }) => keys.join(', ').length > 16 || help.length > 22)).toEqual([]);
  });

  test('knows keys by the names that it shows', () => {
    expect(commandOf('a')).toBe('accept');
    expect(commandOf('shift+tab')).toBe('previous-screen');
    expect(commandOf('Z')).toBeUndefined();
  });

  test('is the table in the README, word for word', () => {
    expect(README).toContain(tableOfKeys());
  });
});
