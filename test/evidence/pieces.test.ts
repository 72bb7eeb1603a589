import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { observations } from '../../src/evidence/observations.ts';
import { openStore, type Store } from '../../src/evidence/store.ts';
import { problems, totals } from '../../src/evidence/totals.ts';
import { learnOnce } from '../../src/learn.ts';
import { scribe } from './session-lines.ts';

const SAMPLES = resolve(import.meta.dirname, '../../samples');

/** Two calls of one message that the person refused at once. */
function refusedTogether(): string {
  const { call, rejection } = scribe('refused', '/home/dev/shop', 0);
  return call('r1', 'npm publish', 'm1') + call('r2', 'git push', 'm1') + rejection('r1') + rejection('r2');
}

const SESSIONS: readonly string[] = [
  refusedTogether(),
  ...readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => readFileSync(join(SAMPLES, name), 'utf8')),
];

function view(store: Store) {
  return { seen: [...observations(store)], totals: totals(store), problems: problems(store, 100) };
}

/** What the store holds after a transcript came in these pieces, with a pass after each. */
async function readInPieces(pieces: readonly Uint8Array[]) {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-pieces-'));
  const store = openStore(':memory:');
  writeFileSync(join(folder, 's.jsonl'), '');
  for (const piece of pieces) {
    appendFileSync(join(folder, 's.jsonl'), piece);
    await learnOnce({ store, places: [folder], now: () => 0 });
  }
  const seen = view(store);
  store.close();
  rmSync(folder, { recursive: true });
  return { ...seen, problems: seen.problems.map(({ line, reason, why }) => ({ line, reason, why })) };
}

/** The bytes, cut at these shares of their length. */
function cut(bytes: Uint8Array, shares: readonly number[]): readonly Uint8Array[] {
  const places = [
    0,
    ...shares.map((share) => Math.floor(share * bytes.length)).sort((a, b) => a - b),
    bytes.length,
  ];
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

test('calls that were refused together are known as such, wherever between their lines a pass ends', async () => {
  const lines = refusedTogether()
    .split(/(?<=\n)/)
    .map((line) => new TextEncoder().encode(line));
  const whole = await readInPieces([Buffer.concat(lines)]);
  expect(whole.seen.map(({ outcome }) => outcome.kind)).toEqual(['unclear', 'unclear']);
  expect(whole.seen[0]?.outcome).not.toEqual(whole.seen[1]?.outcome);
  for (let first = 0; first <= lines.length; first++) {
    for (let second = first; second <= lines.length; second++) {
      const pieces = [lines.slice(0, first), lines.slice(first, second), lines.slice(second)];
      expect(await readInPieces(pieces.map((piece) => Buffer.concat(piece)))).toEqual(whole);
    }
  }
});

test('a call that failed at the moment when another one was refused says nothing of that refusal', async () => {
  const { call, rejection } = scribe('failed', '/home/dev/shop', 0);
  const failure = rejection('f1').replace(/"content":"[^"]*"/, '"content":"no such policy"');
  const session = call('f1', 'make', 'm1') + call('f2', 'git push', 'm1') + failure + rejection('f2');
  const { seen } = await readInPieces([new TextEncoder().encode(session)]);
  expect(seen.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['f1', { kind: 'unclear', among: ['failed', 'denied'] }],
    ['f2', { kind: 'unclear', among: ['rejected', 'interrupted'] }],
  ]);
});

const share = fc.double({ min: 0, max: 1, noNaN: true });

test('a transcript says the same in whatever pieces it comes, also where bytes of it are damaged', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SESSIONS),
      fc.array(share, { minLength: 1, maxLength: 8 }),
      fc.array(fc.tuple(share, fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
      async (session, cuts, damages) => {
        const bytes = new TextEncoder().encode(session);
        for (const [where, byte] of damages) bytes[Math.floor(where * (bytes.length - 1))] = byte;
        expect(await readInPieces(cut(bytes, cuts))).toEqual(await readInPieces([bytes]));
      },
    ),
    { numRuns: 300 },
  );
});
