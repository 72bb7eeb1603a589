import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteText, decoded, headOfStringAt, stringAt } from '../../src/observations/byte-text.ts';
import { BROKEN, eachMember, endOfValue, keysOf } from '../../src/observations/json-scan.ts';

describe('the structural walk', () => {
  test('ends every JSON value where it ends', () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (json, behind) => {
        const text = byteText(json);
        expect(endOfValue(`${text},${byteText(behind)}`, 0)).toBe(text.length);
      }),
    );
  });

  test('finds no end in half an object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(), (value, cut) => {
        const text = byteText(JSON.stringify(value));
        expect(endOfValue(text.slice(0, cut % text.length), 0)).toBe(BROKEN);
      }),
    );
  });

  test('hands out the members that are asked for, and no others', () => {
    const keys = keysOf(['sessionId', 'cwd']);
    const found: [string, string | undefined][] = [];
    const text = '{"a":{"cwd":"no"},"cwd":"/home/dev", "x":[1,"]"] , "sessionId" : "s"}';
    eachMember(text, 0, keys, (key, value) => {
      found.push([key, stringAt(text, value)]);
      return 0;
    });
    expect(found).toEqual([
      ['cwd', '/home/dev'],
      ['sessionId', 's'],
    ]);
  });

  test.each([
    '{"a":1]',
    '{"a" 1}',
    '{"a":tru}',
    '{"a":01}',
    '{a:1}',
    '{"a":1,}',
    '{"a":"x}',
    '[1 2]',
    '{"a":[R]}',
  ])('calls %s broken', (text) => {
    expect(eachMember(text, 0, keysOf(['a']), () => 0)).toBe(BROKEN);
  });
});

describe('byte text', () => {
  test('gives every string back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(stringAt(byteText(JSON.stringify(text)), 0)).toBe(JSON.parse(JSON.stringify(text)));
      }),
    );
  });

  test('replaces bytes that are not UTF-8', () => {
    expect(decoded('a\u00ffb')).toBe('a\ufffdb');
  });

  test('cuts a long string at no half character', () => {
    const text = 'é"\\\n—🤯'.repeat(40);
    const literal = byteText(JSON.stringify(text));
    for (let limit = 20; limit < 80; limit++) {
      expect(text).toContain(headOfStringAt(literal, 0, limit));
    }
  });
});
