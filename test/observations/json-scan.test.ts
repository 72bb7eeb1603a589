import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byteText, decoded, headOfStringAt, stringAt } from '../../src/observations/byte-text.ts';
import {
  BROKEN,
  endOfValue,
  firstElement,
  firstKey,
  keysOf,
  nextElement,
  nextKey,
  skipped,
  type Walk,
} from '../../src/observations/json-scan.ts';

const KEYS = keysOf(['list']);

/** The number of elements of the member `list` of the object where the walk stands. */
function countedIn(walk: Walk): number {
  let elements = 0;
  for (let key = firstKey(walk, KEYS); key !== undefined; key = nextKey(walk, KEYS)) {
    for (let more = firstElement(walk); more; more = nextElement(walk)) {
      skipped(walk);
      elements++;
    }
  }
  return elements;
}

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
    const walk: Walk = { text, at: 0 };
    for (let key = firstKey(walk, keys); key !== undefined; key = nextKey(walk, keys)) {
      found.push([key, stringAt(text, skipped(walk))]);
    }
    expect(walk.at).toBe(text.length);
    expect(found).toEqual([
      ['cwd', '/home/dev'],
      ['sessionId', 's'],
    ]);
  });

  test.each([
    '{"list":1]',
    '{"list" 1}',
    '{"list":tru}',
    '{"list":01}',
    '{list:1}',
    '{"list":1,}',
    '{"list":"x}',
    '[1 2]',
    '{"list":[R]}',
  ])('calls %s broken', (text) => {
    const walk: Walk = { text, at: 0 };
    for (let key = firstKey(walk, KEYS); key !== undefined; key = nextKey(walk, KEYS)) skipped(walk);
    expect(walk.at).toBe(BROKEN);
  });

  test('agrees with JSON.parse on what an object and its arrays hold', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.jsonValue())), fc.jsonValue(), (lists, other) => {
        const objects = lists.map((list) => ({ other, list }));
        const text = byteText(JSON.stringify(objects));
        const walk: Walk = { text, at: 0 };
        let elements = 0;
        for (let more = firstElement(walk); more; more = nextElement(walk)) elements += countedIn(walk);
        expect(walk.at).toBe(text.length);
        expect(elements).toBe(lists.flat().length);
      }),
    );
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
