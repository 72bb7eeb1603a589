import { describe, expect, test } from 'vitest';
import { bar, gauge, sparkline, squeezed } from '../../../cli/format/chart.ts';
import { glyphsFor } from '../../../cli/format/glyphs.ts';
import { count, duration, percent } from '../../../cli/format/words.ts';

const unicode = glyphsFor({ unicode: true });
const ascii = glyphsFor({ unicode: false });

describe('a sparkline', () => {
  test('shows the shape, and nothing as nothing', () => {
    expect(sparkline([0, 1, 4, 8], unicode)).toBe('·▁▄█');
    expect(sparkline([0, 1, 4, 8], ascii)).toBe('._=#');
  });

  test('of no values at all is empty or flat', () => {
    expect(sparkline([], unicode)).toBe('');
    expect(sparkline([0, 0], unicode)).toBe('··');
  });

  test('keeps the sum of a series that is squeezed', () => {
    const values = Array.from({ length: 90 }, (_, index) => index);
    expect(squeezed(values, 12)).toHaveLength(12);
    expect(squeezed(values, 12).reduce((sum, value) => sum + value)).toBe(4005);
  });
});

describe('bars', () => {
  test('show what is above nothing', () => {
    expect(bar(1, 1000, { width: 10, glyphs: unicode })).toBe('█');
    expect(bar(0, 1000, { width: 10, glyphs: unicode })).toBe('');
  });

  test('fill a gauge by its share', () => {
    expect(gauge(0.5, { width: 4, glyphs: ascii })).toBe('##..');
    expect(gauge(7, { width: 4, glyphs: ascii })).toBe('####');
  });
});

describe('words', () => {
  test('count in singular and plural', () => {
    expect([count(1, 'call'), count(1204, 'call'), count(0, 'try', 'tries')]).toEqual([
      '1 call',
      '1,204 calls',
      '0 tries',
    ]);
  });

  test('tell a time in the unit that fits', () => {
    expect([850, 4210, 61_000, 3_600_000 * 5, 86_400_000 * 3].map(duration)).toEqual([
      '850 ms',
      '4.2 s',
      '1 min',
      '5 h',
      '3 d',
    ]);
  });

  test('call no share nothing or all that is not', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual(['0 %', '<1 %', '50 %', '>99 %', '100 %']);
  });
});
