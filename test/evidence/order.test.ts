import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { disorderIn } from '../../src/evidence/disorder.ts';
import { observations } from '../../src/evidence/observations.ts';
import { openStore } from '../../src/evidence/store.ts';
import { learnOnce } from '../../src/learn.ts';
import { scribe } from './session-lines.ts';

const PROJECT = '/home/dev/shop';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-order-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The calls of the project after these transcripts were read one after the other. */
async function readInOrder(transcripts: readonly (readonly [name: string, text: string])[]) {
  const store = openStore(':memory:');
  for (const [name, text] of transcripts) {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, `${name}.jsonl`), text);
    await learnOnce({ store, places: [join(folder, name)], now: () => 0 });
  }
  const read = { seen: [...observations(store, { project: PROJECT })], doubts: disorderIn(store, PROJECT) };
  store.close();
  return read;
}

test('the same transcripts read the same in whatever order they come', async () => {
  const one = scribe('s1');
  const other = scribe('s2');
  const first = ['one', one.call('t1', 'npm test') + one.result('t1') + one.call('t2', 'ls')] as const;
  const second = ['two', other.call('t3', 'npm test') + other.result('t3')] as const;
  const forwards = await readInOrder([first, second]);
  expect((await readInOrder([second, first])).seen).toEqual(forwards.seen);
  expect(forwards.seen.map(({ id }) => id)).toEqual(['t1', 't3', 't2']);
});

test('a session belongs to the project of its earliest call, whichever of its files is read first', async () => {
  const start = scribe('s1').call('t1', 'npm test');
  const elsewhere = scribe('s1', '/home/dev/other');
  elsewhere.mode('default');
  const resumed = elsewhere.call('t0', 'ls') + elsewhere.call('t2', 'ls');
  const later = resumed.split('\n').slice(1).join('\n');
  const { seen } = await readInOrder([
    ['resumed', later],
    ['start', start],
  ]);
  expect(seen.map(({ id, project }) => [id, project])).toEqual([
    ['t1', PROJECT],
    ['t2', PROJECT],
  ]);
});

test('a call of a subagent is in the mode of its time, also where that is read only afterwards', async () => {
  const main = scribe('s1');
  const before = main.mode('acceptEdits') + main.call('t1', 'ls');
  const after = main.mode('plan') + main.call('t2', 'ls');
  const agent = main.call('t3', 'ls').replace('"sessionId"', '"agentId":"a1","sessionId"');
  const modes = async (...parts: readonly (readonly [name: string, text: string])[]) => {
    const { seen } = await readInOrder(parts);
    return seen.map(({ id, mode }) => [id, mode]);
  };
  const wanted = [
    ['t1', 'acceptEdits'],
    ['t2', 'plan'],
    ['t3', 'plan'],
  ];
  expect(await modes(['main', before + after], ['agent', agent])).toEqual(wanted);
  expect(await modes(['main', before], ['agent', agent], ['main', before + after])).toEqual(wanted);
  expect(await modes(['agent', agent], ['main', before + after])).toEqual(wanted);
});

test('a session with a call that is older than one written before it is in disorder', async () => {
  const { call } = scribe('s1');
  const old = call('t1', 'ls').replace('2026-11-22', '2026-11-20');
  const { doubts } = await readInOrder([['s1', call('t2', 'ls') + old + call('t3', 'ls')]]);
  expect([...doubts]).toEqual([['s1', 'a call is older than one written before it (t1)']]);
  const proper = scribe('s2');
  expect((await readInOrder([['s2', proper.call('t4', 'ls') + proper.call('t5', 'ls')]])).doubts.size).toBe(
    0,
  );
});
