import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Find, findsOf } from '../../src/observations/projection/projection.ts';
import { type Projector, projector } from '../../src/observations/projection/projector.ts';
import type { Shape } from '../../src/observations/projection/shape.ts';

const WHOLE = { text: 1 << 20 } as const;

/** Keeps a little of everything: the names are those of the values that the properties make. */
const SHAPE = {
  members: {
    type: { ...WHOLE, noted: { when: 'unless', texts: ['dull'] } },
    a: WHOLE,
    list: { elements: { ...WHOLE, members: { a: WHOLE, b: WHOLE } } },
    nest: { members: { a: WHOLE, nest: { members: { b: WHOLE } } } },
    either: { ...WHOLE, members: { a: WHOLE }, elements: WHOLE },
    mark: { ...WHOLE, noted: { when: 'among', texts: ['yes'] } },
    always: { ...WHOLE, noted: { when: 'always' } },
  },
} as const;

function findsBy<S extends Shape>(
  reader: Projector,
  shape: S,
  text: string | Uint8Array,
): readonly Find<S>[] {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  reader.room(bytes.length).set(bytes);
  return reader.project(bytes.length).projections.flatMap((projection) => findsOf(projection, shape));
}

function findsIn<S extends Shape>(shape: S, text: string | Uint8Array): readonly Find<S>[] {
  return findsBy(projector(shape), shape, text);
}

/** The same projection of a value that was parsed in full. */
function projected(shape: Shape, value: unknown): unknown {
  if (Array.isArray(value)) {
    const { elements } = shape;
    return elements && value.map((each) => projected(elements, each)).filter((each) => each !== undefined);
  }
  if (typeof value === 'object' && value !== null) {
    return shape.members && Object.fromEntries(keptMembers(shape.members, value));
  }
  return shape.text === undefined ? undefined : value;
}

function keptMembers(members: Readonly<Record<string, Shape>>, value: object): readonly [string, unknown][] {
  return Object.entries(value).flatMap(([name, each]) => {
    const shape = Object.hasOwn(members, name) ? members[name] : undefined;
    const kept = shape && projected(shape, each);
    return kept === undefined ? [] : [[name, kept]];
  });
}

const NAMES = ['type', 'a', 'b', 'list', 'nest', 'either', 'mark', 'always', 'other', 'lost', 'näme'];

const { value: JSON_VALUE } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.jsonValue({ maxDepth: 1 }),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom('dull', 'yes', 'back\\slash', '\\"', '\\\\', 'line\nend', '\u0001', '"', '"""'),
    fc.array(tie('value'), { maxLength: 4 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
}));

const OBJECT = fc.dictionary(fc.constantFrom(...NAMES), JSON_VALUE, { maxKeys: 8 });

/** JSON with blanks wherever blanks may stand. */
function spaced(value: unknown, blank: string): string {
  if (Array.isArray(value))
    return `[${blank}${value.map((each) => spaced(each, blank)).join(`${blank},`)}${blank}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).map(
      ([name, each]) => `${blank}${JSON.stringify(name)}${blank}:${blank}${spaced(each, blank)}${blank}`,
    );
    return `{${members.join(',') || blank}}`;
  }
  return JSON.stringify(value);
}

describe('the projection of an object', () => {
  test('is what a full parse keeps of it', () => {
    const noted = { ...SHAPE, members: { ...SHAPE.members, type: WHOLE } };
    fc.assert(
      fc.property(OBJECT, fc.constantFrom('', ' ', '\t \r'), (object, blank) => {
        const finds = findsIn(noted, `${spaced(object, blank)}\n`);
        expect(finds).toEqual([{ kind: 'object', line: 0, value: projected(noted, object) }]);
      }),
      { numRuns: 1000 },
    );
  });

  test('comes with every way in which a text may be escaped', () => {
    const text = '{"a":"\\u00e9\\ud83d\\ude00\\"\\\\\\/\\b\\f\\n\\r\\t","b":"\\\\\\\\"}\n';
    expect(findsIn(SHAPE, text)).toMatchObject([{ value: { a: 'é😀"\\/\b\f\n\r\t' } }]);
  });

  test('holds a long text to its limit, without half a character or half an escape', () => {
    const shape = { members: { a: { text: 10 } } } as const;
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
        fc.boolean(),
        (text, ascii) => {
          const json = ascii
            ? JSON.stringify({ a: text }).replace(
                /[^ -~]/g,
                (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
              )
            : JSON.stringify({ a: text });
          const [find] = findsIn(shape, `${json}\n`);
          const kept = find?.kind === 'object' ? String(find.value.a) : undefined;
          expect(kept?.replace(/[\ud800-\udbff]$/, '')).toSatisfy((head: string) => text.startsWith(head));
          expect(new TextEncoder().encode(JSON.stringify(kept)).length).toBeLessThanOrEqual(6 * 10 + 2);
        },
      ),
    );
  });

  test.each([
    ['{"ok":true,"said":"text"}', { ok: true, said: 'text' }],
    ['{"said":"text","ok":true}', { said: 'text', ok: true }],
    ['{"said":"text","ok":false}', { ok: false }],
    ['{"ok":false,"said":"text"}', { ok: false }],
    ['{"id":1,"said":["text"],"ok":null,"more":2}', { id: 1, ok: null, more: 2 }],
    ['{"said":"text"}', {}],
    ['{"said":"text","id":1}', { id: 1 }],
  ])('keeps a member that needs a proof only with it: %s', (json, value) => {
    const members = { id: WHOLE, more: WHOLE, ok: WHOLE, said: { ...WHOLE, elements: WHOLE } };
    expect(findsIn({ members, proof: ['ok', 'said'] }, json)).toEqual([{ kind: 'object', line: 0, value }]);
  });
});

describe('texts that repeat themselves', () => {
  const REPEATING = {
    members: {
      type: { ...WHOLE, noted: { when: 'unless', texts: ['dull'] } },
      folder: WHOLE,
      session: WHOLE,
      count: WHOLE,
    },
    repeated: ['folder', 'session', 'count'],
  } as const;
  const text = fc.constantFrom(
    '/a',
    '/b',
    '',
    'é"',
    'x'.repeat(1010),
    'y'.repeat(1011),
    'z'.repeat(1100),
    7,
    null,
  );
  const line = fc.record(
    { type: fc.constantFrom('dull', 'news'), folder: text, session: text, count: text, other: text },
    { requiredKeys: [] },
  );

  test('are given back to each object that has them, and to no other', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const finds = findsIn(REPEATING, lines.map((each) => `${JSON.stringify(each)}\n`).join(''));
        const wanted = lines.filter(({ type }) => type !== 'dull').map((each) => projected(REPEATING, each));
        expect(finds.map((find) => find.kind === 'object' && find.value)).toEqual(wanted);
      }),
      { numRuns: 1000 },
    );
  });

  test('are those of the last one where a member stands twice', () => {
    const lines = [
      '{"folder":"/a"}',
      '{"folder":"/b","folder":"/a"}',
      '{"folder":"/a","folder":"/b"}',
      '{"folder":"/b"}',
    ];
    const finds = findsIn(REPEATING, lines.join('\n'));
    const folders = finds.map((find) => find.kind === 'object' && find.value.folder);
    expect(folders).toEqual(['/a', '/a', '/b', '/b']);
  });
});

describe('the lines of a text', () => {
  const kinds = (text: string | Uint8Array) =>
    findsIn(SHAPE, text).map(({ kind, line }) => `${kind} ${line}`);

  test('are told where they are of note, with the number of their line', () => {
    const lines = [
      '{"type":"dull","a":1}',
      '{"type":"news"}',
      '',
      '{"type":"dull","mark":"yes"}',
      '{"type":"dull","mark":"no"}',
      '{"type":"dull","always":null}',
      '{"a":1}',
      '{"nest":{"type":"dull"}}',
    ];
    expect(kinds(`${lines.join('\n')}\n`)).toEqual([
      'object 1',
      'object 3',
      'object 5',
      'object 6',
      'object 7',
    ]);
  });

  test('are stepped over where they are blank, or the zeros that a crash leaves', () => {
    expect(kinds('\n \t\r\n\u0000\u0000\u0000\n{"a":1}\r\n\u0000{"a":2}\n')).toEqual([
      'object 3',
      'object 4',
    ]);
  });

  test('may hold several objects, a comment, or something else', () => {
    expect(kinds('{"a":1}{"a":2} {"a":3}\n// {"a":1}\n{"a":1} x\n[1]\n')).toEqual([
      'object 0',
      'glued 0',
      'object 0',
      'object 0',
      'comment 1',
      'object 2',
      'glued 2',
      'malformed 2',
      'malformed 3',
    ]);
  });

  test('are broken exactly where a full parse says so', () => {
    const damage = fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', '0', 'x', '\t', '\u0001');
    fc.assert(
      fc.property(OBJECT, fc.nat(), damage, (object, at, instead) => {
        const whole = JSON.stringify(object);
        const place = 1 + (at % whole.length);
        const text = whole.slice(0, place) + instead + whole.slice(place + 1);
        // What stands behind a whole object is told as well.
        expect(kinds(`${text}\n`).some((kind) => kind.startsWith('malformed'))).toBe(!isJson(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    '{"a":01}',
    '{"a":1.}',
    '{"a":.5}',
    '{"a":+1}',
    '{"a":1e}',
    '{"a":tru}',
    '{"a":nulll}',
    '{"a":"\\R"}',
    '{"a":"\\u12g4"}',
    '{"a":"\t"}',
    '{"a":1,}',
    '{"a":[1,]}',
    '{"a":[1 2]}',
    '{"a" 1}',
    '{a:1}',
    '{"a":1]',
    '{"a":{"b":[}]}',
    '{"a":"\\\\\\"}',
    '{"lost":"\\x"}',
    '{"lost":[{"b":"\\x"}]}',
    "{'a':1}",
    '{"a":-}',
    '{"a":NaN}',
  ])('are malformed: %s', (text) => {
    expect(kinds(`${text}\n{"a":1}\n`)).toEqual(['malformed 0', 'object 1']);
  });

  test.each([
    '0',
    '-0',
    '10',
    '1.5',
    '-1.5e10',
    '1E+2',
    '1e-2',
    'true',
    'false',
    'null',
    '""',
    '{}',
    '[]',
    '[[],{}]',
  ])('hold the value %s', (value) => {
    expect(kinds(`{"a":${value},"lost":${value},"always":1}\n`)).toEqual(['object 0']);
  });

  test('may lack their last line end, and may be cut anywhere', () => {
    const whole = '{"type":"x","list":[{"a":"b\\"c"},{"b":[1,2.5]}]}';
    expect(kinds(whole)).toEqual(['object 0']);
    for (let end = 1; end < whole.length; end++) expect(kinds(whole.slice(0, end))).toEqual(['malformed 0']);
  });

  test('may be nested to a depth of 32,768', () => {
    const nested = (depth: number) => `{"lost":${'['.repeat(depth)}${']'.repeat(depth)}}\n`;
    expect(kinds(nested(32_768))).toEqual(['object 0']);
    expect(kinds(nested(32_769))).toEqual(['malformed 0']);
  });

  test('need not be UTF-8', () => {
    const bytes = Uint8Array.from([
      ...Buffer.from('{"a":"'),
      0xff,
      0xc3,
      ...Buffer.from('","mark":"yes"}\n'),
    ]);
    expect(findsIn(SHAPE, bytes)).toMatchObject([{ value: { a: '\ufffd\ufffd', mark: 'yes' } }]);
  });

  test('are told however many they are, and however long', () => {
    const reader = projector(SHAPE);
    const glued = '{"a":1}'.repeat(3000);
    for (const [text, objects, lines] of [
      ['{"a":1}\n{"a":2}\n', 2, 2],
      [`{"a":"${'x'.repeat(9 << 20)}"}\n`, 1, 1],
      ['{"a":3}', 1, 0],
      [`${glued}\n{"a":2}`, 3001, 1],
      ['{"a":1}\n'.repeat(9000), 9000, 9000],
      ['x\n'.repeat(9000), 0, 9000],
    ] as const) {
      const finds = findsBy(reader, SHAPE, text);
      expect(finds.filter(({ kind }) => kind === 'object').length).toBe(objects);
      expect(finds.every((find) => find.kind !== 'object' || find.value.a !== undefined)).toBe(true);
      const bytes = new TextEncoder().encode(text);
      reader.room(bytes.length).set(bytes);
      expect(reader.project(bytes.length).lines).toBe(lines);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
