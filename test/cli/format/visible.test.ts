import fc from 'fast-check';

fc.configureGlobal({ numRuns: 1000 });

import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { visible, visibleLines, visiblePieces } from '../../../cli/format/visible.ts';

const CASES = [
  { note: 'plain text stays', text: 'npm run test -- --watch', want: 'npm run test -- --watch' },
  { note: 'a newline', text: 'ls\nrm -rf ~', want: 'ls\\nrm -rf ~' },
  { note: 'a carriage return that repaints the line', text: 'rm x\rls  ', want: 'rm x\\rls  ' },
  { note: 'an escape sequence', text: '\x1b[2Jls', want: '\\x1b[2Jls' },
  { note: 'a one-byte CSI', text: '\x9b31mred', want: '\\x9b31mred' },
  { note: 'a backspace', text: 'rm\b\bls', want: 'rm\\x08\\x08ls' },
  { note: 'an override of direction', text: 'cat \u202egnp.exe', want: 'cat \\u{202e}gnp.exe' },
  { note: 'an isolate', text: '\u2066x\u2069', want: '\\u{2066}x\\u{2069}' },
  { note: 'a zero-width space', text: 'r\u200bm', want: 'r\\u{200b}m' },
  { note: 'a byte order mark', text: '\ufeffls', want: '\\u{feff}ls' },
  { note: 'a soft hyphen', text: 'r\u00adm', want: 'r\\xadm' },
  { note: 'a no-break space', text: 'rm\u00a0-rf', want: 'rm\\xa0-rf' },
  { note: 'a Hangul filler', text: 'a\u3164b', want: 'a\\u{3164}b' },
  { note: 'a tag character', text: 'a\u{e0061}', want: 'a\\u{e0061}' },
  { note: 'a variation selector', text: 'a\ufe0f', want: 'a\\u{fe0f}' },
  { note: 'a line separator', text: 'a\u2028b', want: 'a\\u{2028}b' },
  { note: 'the blank Braille cell', text: 'a\u2800b', want: 'a\\u{2800}b' },
  { note: 'a lone surrogate', text: 'a\ud800', want: 'a\\u{d800}' },
  { note: 'a Cyrillic letter in a Latin word', text: 'c\u0430t file', want: 'c\\u{0430}t file' },
  {
    note: 'a Cyrillic word of Latin shapes',
    text: '\u0441\u043e\u0440\u0443',
    want: '\\u{0441}\\u{043e}\\u{0440}\\u{0443}',
  },
  { note: 'an honest Russian word', text: 'git commit -m "привет"', want: 'git commit -m "привет"' },
  { note: 'an honest Greek word', text: 'echo καλημέρα', want: 'echo καλημέρα' },
  { note: 'full-width letters', text: '\uff52\uff4d', want: '\\u{ff52}\\u{ff4d}' },
  { note: 'a mathematical letter', text: '\u{1d42b}m', want: '\\u{1d42b}m' },
  { note: 'a slash that is none', text: 'a\u2215b', want: 'a\\u{2215}b' },
  { note: 'a Greek question mark', text: 'ls\u037e rm', want: 'ls\\u{037e} rm' },
  { note: 'a typographic quote', text: 'echo \u2018x\u2019', want: 'echo \\u{2018}x\\u{2019}' },
  { note: 'a decomposed letter', text: 'cafe\u0301', want: 'cafe\u0301' },
  { note: 'a tower of marks', text: 'a\u0301\u0301\u0301', want: 'a\u0301\u0301\\u{0301}' },
  { note: 'a mark with no letter under it', text: '\u0301a', want: '\\u{0301}a' },
  { note: 'Japanese and emoji', text: 'echo 日本 🎉', want: 'echo 日本 🎉' },
];

/** Text with everything in it that ever painted where it should not. */
const anyHostileText = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\x1b[2J',
      '\x1b]0;t\x07',
      '\r',
      '\n',
      '\t',
      '\u202e',
      '\u2066',
      '\u200d',
      '\u0301',
      '👨‍👩‍👧',
      '日',
      'а',
    ),
    fc.string({ unit: 'binary', maxLength: 2 }),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  ),
  maxLength: 40,
});

describe('visible', () => {
  test.each(CASES)('$note', ({ text, want }) => {
    expect(visible(text)).toBe(want);
  });

  test('leaves nothing that a terminal obeys, reorders or hides', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        expect(visible(text)).not.toMatch(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });

  test('changes nothing when it is applied again', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        expect(visible(visible(text))).toBe(visible(text));
      }),
    );
  });

  test('leaves ASCII only for a terminal that shows no more', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        expect(visible(text, { ascii: true })).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });

  test('hides no text: every character that was printable ASCII is still there, in order', () => {
    fc.assert(
      fc.property(anyHostileText, (text) => {
        const untouched = visiblePieces(text).filter((piece) => !piece.escaped);
        const ascii = (value: string) => value.replace(/[^\x20-\x7e]/g, '');
        expect(ascii(untouched.map((piece) => piece.text).join(''))).toBe(ascii(text));
      }),
    );
  });

  test('gives every character that it shows at least one cell, marks apart', () => {
    const shown = visible('r\u200bm \ufeff \u3164 \u00ad');
    expect(stringWidth(shown)).toBe(shown.length);
  });
});

describe('visibleLines', () => {
  test('keeps the lines of a command and escapes the rest', () => {
    expect(visibleLines('cat <<EOF\r\n\tx\nEOF')).toEqual(['cat <<EOF', '\\tx', 'EOF']);
  });
});
