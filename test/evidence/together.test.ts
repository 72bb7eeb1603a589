import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { observations } from '../../src/evidence/observations.ts';
import { recorder } from '../../src/evidence/record.ts';
import { openStore, type Store } from '../../src/evidence/store.ts';
import { problems, totals } from '../../src/evidence/totals.ts';
import { knownTranscripts } from '../../src/evidence/transcripts.ts';
import { pieceGatherer } from '../../src/gather-piece.ts';
import { nothingGathered } from '../../src/observations/gathered.ts';
import { foundAt } from '../../src/transcripts/find.ts';
import { readHere } from '../../src/transcripts/read-here.ts';
import { scribe } from './session-lines.ts';

let folder: string;
let stores: readonly [Store, Store];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-together-'));
  const path = join(folder, 'store.sqlite');
  stores = [openStore(path), openStore(path)];
});

afterEach(() => {
  for (const store of stores) store.close();
  rmSync(folder, { recursive: true });
});

function write(name: string, text: string): string {
  const file = join(folder, `${name}.jsonl`);
  writeFileSync(file, text);
  return file;
}

/** What a pass that knows what this store knows now gathers of a file, ready to be stored. */
function gather(store: Store, path: string) {
  const known = knownTranscripts(store.database);
  const gathered = nothingGathered();
  const take = pieceGatherer(gathered, known);
  const file = foundAt(path);
  if (file === undefined) throw new Error(`${path} is not there`);
  const steps = [...readHere([{ file, left: known.get(path) }])].flat().map(take);
  const positions = steps.flatMap((step) => (step === undefined ? [] : [step.position])).slice(-1);
  return { gathered, positions, restarted: [], vanished: [] };
}

describe('two processes on one store', () => {
  test('write nothing before they have something to store, so that they do not meet there', () => {
    for (const store of stores) recorder(store);
    expect(stores[0].database.prepare('SELECT count(*) FROM word').pluck().get()).toBe(0);
  });

  test('that read the same lines at once count them once', () => {
    const { call, result } = scribe('s1');
    const file = write('s1', `${call('t1', 'npm test')}{"broken\n${result('t1')}{"broken\n`);
    const [one, other] = stores.map((store) => ({ store: recorder(store), stretch: gather(store, file) }));
    one?.store(one.stretch);
    other?.store(other.stretch);
    expect(totals(stores[0])).toMatchObject({ calls: 1, malformed: 2 });
    expect(problems(stores[0], 9)).toHaveLength(2);
  });

  test('never move a position back', () => {
    const { call, result } = scribe('s1');
    const file = write('s1', call('t1', 'npm test'));
    const early = { store: recorder(stores[0]), stretch: gather(stores[0], file) };
    const whole = call('t1', 'npm test') + result('t1');
    write('s1', whole);
    recorder(stores[1])(gather(stores[1], file));
    early.store(early.stretch);
    expect(knownTranscripts(stores[0].database).get(file)).toMatchObject({ readTo: whole.length, lines: 2 });
  });

  test('find the result that the other one read before its call', () => {
    const { call, result } = scribe('s1');
    const calls = write('calls', call('t1', 'npm test'));
    const results = write('results', result('t1'));
    const [one, other] = stores.map(recorder);
    other?.(gather(stores[1], results));
    one?.(gather(stores[0], calls));
    expect([...observations(stores[0])]).toMatchObject([{ id: 't1', outcome: { kind: 'ran' } }]);
  });

  test('leave a session with the project of its earliest call, whoever reads it', () => {
    const early = scribe('s1', '/home/dev/first').call('t1', 'ls');
    const late = scribe('s1', '/home/dev/second');
    const lines = ['t2', 't3', 't4'].map((id) => late.call(id, 'ls'));
    const [one, other] = stores.map(recorder);
    one?.(gather(stores[0], write('one', lines[2] ?? '')));
    other?.(gather(stores[1], write('early', early)));
    one?.(gather(stores[0], write('two', lines[1] ?? '')));
    expect([...observations(stores[0])].map(({ project }) => project)).toEqual(
      Array(3).fill('/home/dev/first'),
    );
  });
});

test('a file that cannot be read is one file, however often it is tried, and none once it was read', () => {
  const [store] = stores;
  const record = recorder(store);
  const file = write('s1', scribe('s1').call('t1', 'npm test'));
  const problem = { file, line: 0, reason: 'unreadable-file', why: 'EACCES' } as const;
  const tried = {
    gathered: { ...nothingGathered(), problems: [problem] },
    positions: [],
    restarted: [],
    vanished: [],
  };
  record(tried);
  record(tried);
  expect(totals(store).skipped['unreadable-file']).toBe(1);
  expect(problems(store, 9)).toEqual([problem]);
  record(gather(store, file));
  expect(totals(store).skipped['unreadable-file']).toBe(0);
  expect(problems(store, 9)).toEqual([]);
});
