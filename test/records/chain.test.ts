import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { readLedger, standing } from '../../src/records/chain.ts';
import {
  canonical,
  entryLine,
  type LedgerEntry,
  type RecordedChange,
  type Statement,
  sealed,
} from '../../src/records/entry.ts';
import type { SettingsChange } from '../../src/settings/edit.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

const write = {
  signer: { name: 'dev', email: 'dev@example.com', from: 'git' },
  time: '2026-01-02T03:04:05.000Z',
  project: '/home/dev/project',
  scope: 'local',
  file: '/home/dev/project/.claude/settings.local.json',
  diff: '+x',
  before: 'absent',
  after: 'b'.repeat(64),
  settings: 'c'.repeat(64),
  program: '0.1.0',
} as const;

const statement: fc.Arbitrary<Statement> = fc.oneof(
  fc
    .array(
      fc.record({
        change: fc.record({
          kind: fc.constant('add-rule' as const),
          list: fc.constantFrom('allow', 'ask', 'deny'),
          rule: fc.string({ unit: 'grapheme' }),
        }),
        evidence: fc.array(fc.string()),
      }),
    )
    .map((changes): Statement => ({ kind: 'accepted', ...write, changes })),
  fc.nat(9).map((of): Statement => ({ kind: 'undone', ...write, of, manner: 'restored' })),
  fc.string().map((why): Statement => ({ kind: 'abandoned', of: 1, time: write.time, why })),
);

function chained(statements: readonly Statement[]): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (const each of statements) entries.push(sealed(each, entries.at(-1), digest));
  return entries;
}

const lines = (entries: readonly LedgerEntry[]): string[] => entries.map(entryLine);
const statements = fc.array(statement, { minLength: 1, maxLength: 6 });

describe('a ledger', () => {
  test('reads back as what was written', () => {
    fc.assert(
      fc.property(statements, (all) => {
        const entries = chained(all);
        const read = readLedger(`${lines(entries).join('\n')}\n`, digest, entries.at(-1));
        expect(read).toEqual({ entries, torn: [], check: { kind: 'whole', entries: entries.length } });
      }),
    );
  });

  test('with any one character changed is broken, and the entry is named', () => {
    fc.assert(
      fc.property(
        statements,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('x', '0', ' ', '"'),
        (all, at, where, other) => {
          const text = lines(chained(all));
          const index = at % text.length;
          const line = text[index] ?? '';
          const offset = where % line.length;
          fc.pre(line[offset] !== other);
          text[index] = line.slice(0, offset) + other + line.slice(offset + 1);
          const { check } = readLedger(text.join('\n'), digest, chained(all).at(-1));
          expect(check.kind).toBe('broken');
          if (check.kind !== 'broken') return;
          // A line that is no JSON any more is passed over as torn; then the next one does not follow.
          expect([index + 1, index + 2]).toContain(check.line);
        },
      ),
    );
  });

  test('with an entry taken out, doubled or moved is broken', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 2, maxLength: 6 }), fc.nat(), (all, at) => {
        const text = lines(chained(all));
        const head = chained(all).at(-1);
        const index = at % text.length;
        const without = text.toSpliced(index, 1);
        const doubled = text.toSpliced(index, 0, text[index] ?? '');
        const moved = text.toReversed();
        for (const forged of [without, doubled, moved]) {
          expect(readLedger(forged.join('\n'), digest, head).check.kind).toBe('broken');
        }
      }),
    );
  });

  test('goes on behind a line that a crash cut short', () => {
    const [first, second] = lines(chained([abandoned('one'), abandoned('two')]));
    const read = readLedger(`${first}\n${second?.slice(0, 20)}\n${second}\n`, digest);
    expect(read).toMatchObject({ check: { kind: 'whole', entries: 2 }, torn: [2] });
  });

  test('whose head is older than its end is whole, whose end is older than its head is not', () => {
    const entries = chained([abandoned('one'), abandoned('two')]);
    const [first, second] = entries;
    expect(readLedger(lines(entries).join('\n'), digest, first).check.kind).toBe('whole');
    expect(readLedger(lines(entries).slice(0, 1).join('\n'), digest, second).check).toMatchObject({
      kind: 'broken',
      why: 'the last 1 of 2 entries are missing',
    });
  });

  test.each(['[]', '{}', '1', '"x"', '{"seq":1,"hash":"","previous":"","kind":"other"}'])(
    'that holds %s is broken there',
    (line) => {
      expect(readLedger(line, digest).check).toMatchObject({ kind: 'broken', line: 1 });
    },
  );
});

function abandoned(why: string): Statement {
  return { kind: 'abandoned', of: 1, time: write.time, why };
}

describe('acceptances that stand', () => {
  const accepted: Statement = { kind: 'accepted', ...write, changes: [] };

  test('are those that nobody took back and that were written', () => {
    const entries = chained([
      accepted,
      accepted,
      accepted,
      { kind: 'undone', ...write, of: 2, manner: 'rules' },
      { kind: 'abandoned', of: 3, time: write.time, why: 'the disk is full' },
    ]);
    expect(standing(entries).map(({ seq }) => seq)).toEqual([1]);
  });

  test('stand again where taking them back failed', () => {
    const entries = chained([
      accepted,
      { kind: 'undone', ...write, of: 1, manner: 'restored' },
      { kind: 'abandoned', of: 2, time: write.time, why: 'the disk is full' },
    ]);
    expect(standing(entries).map(({ seq }) => seq)).toEqual([1]);
  });
});

describe('the shape of an entry', () => {
  test('has the same bytes whatever the order of its keys', () => {
    expect(canonical({ b: 1, a: { d: [2, { f: 3, e: 4 }], c: 5 } })).toBe(
      '{"a":{"c":5,"d":[2,{"e":4,"f":3}]},"b":1}',
    );
  });

  test('records the changes of the settings folder', () => {
    expectTypeOf<SettingsChange>().toEqualTypeOf<RecordedChange>();
  });
});
