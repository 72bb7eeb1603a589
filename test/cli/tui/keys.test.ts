import { describe, expect, test } from 'vitest';
import { commandOf, KEYS } from '../../../cli/tui/keys.ts';

describe('the keymap', () => {
  test('gives every key one meaning', () => {
    const keys = KEYS.flatMap((binding) => binding.keys);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test('gives every command a key and a word of help', () => {
    expect(KEYS.filter(({ keys, help }) => keys.length === 0 || help === '')).toEqual([]);
  });

  test('knows keys by the names that it shows', () => {
    expect(commandOf('a')).toBe('accept');
    expect(commandOf('shift+tab')).toBe('previous-screen');
    expect(commandOf('Z')).toBeUndefined();
  });
});
