import fc from 'fast-check';

fc.configureGlobal({ numRuns: 1000 });

import { describe, expect, test } from 'vitest';
import { fitted, mark, said, textOf, widthOf, wrap } from '../../../cli/format/line.ts';
import { tableLines } from '../../../cli/format/table.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 120 });
const anyWidth = fc.integer({ min: 2, max: 60 });

describe('wrap', () => {
  test('breaks at spaces and indents what continues', () => {
    const lines = wrap([mark('npm run build && npm run test')], 18, 2);
    expect(lines.map(textOf)).toEqual(['npm run build && ', '  npm run test']);
  });

  test('loses nothing', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        const line = said(text);
        expect(wrap(line, width).map(textOf).join('')).toBe(textOf(line));
      }),
    );
  });

  test('makes no line wider than it may be', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        for (const line of wrap(said(text), width, 4)) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('fitted', () => {
  test('says that it left something out', () => {
    expect(textOf(fitted([mark('npm run build')], 8))).toBe('npm run…');
  });

  test('is exactly as wide as asked', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        expect(widthOf(fitted(said(text), width))).toBe(width);
      }),
    );
  });
});

describe('tableLines', () => {
  const columns = [
    { title: 'rule', grow: true },
    { title: 'calls', align: 'right' },
  ] as const;

  test('wraps the column that grows and lines the numbers up', () => {
    const rows = [
      [[mark('Bash(npm run test:unit --workspace api)')], [mark('12')]],
      [[mark('Bash(ls)')], [mark('3')]],
    ];
    expect(tableLines({ columns, rows }, 32).map((line) => textOf(line).trimEnd())).toEqual([
      'rule                       calls',
      'Bash(npm run test:unit        12',
      '--workspace api)',
      'Bash(ls)                       3',
    ]);
  });
});
