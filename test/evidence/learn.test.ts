import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { observations } from '../../src/evidence/observations.ts';
import { openStore, type Store } from '../../src/evidence/store.ts';
import { problems, projects, totals } from '../../src/evidence/totals.ts';
import { learnOnce } from '../../src/learn.ts';
import { scribe } from './session-lines.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-learn-'));
  store = openStore(':memory:');
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string) => join(folder, name);
const learn = () => learnOnce({ store, places: [folder], now: () => 0 });
const outcomes = () =>
  Object.fromEntries([...observations(store)].map((seen) => [seen.id, seen.outcome.kind]));

describe('reading on', () => {
  test('takes a result that comes in a later pass', async () => {
    const { call, result } = scribe('s1');
    writeFileSync(file('s1.jsonl'), call('t1', 'npm test'));
    await learn();
    expect(outcomes()).toEqual({ t1: 'pending' });
    appendFileSync(file('s1.jsonl'), result('t1'));
    await learn();
    expect([...observations(store)]).toMatchObject([
      { id: 't1', outcome: { kind: 'ran' }, latency: 1000, project: '/home/dev/shop' },
    ]);
  });

  test('lets a half-written last line wait, and takes a whole one without a line end', async () => {
    const { call, result } = scribe('s1');
    const ending = result('t1');
    writeFileSync(file('s1.jsonl'), call('t1', 'npm test') + ending.slice(0, 60));
    await learn();
    expect(outcomes()).toEqual({ t1: 'pending' });
    appendFileSync(file('s1.jsonl'), ending.slice(60, -1));
    await learn();
    expect(outcomes()).toEqual({ t1: 'ran' });
    appendFileSync(file('s1.jsonl'), `\n${call('t2', 'npm test')}// a comment\n`);
    await learn();
    expect(outcomes()).toEqual({ t1: 'ran', t2: 'pending' });
    expect(problems(store, 9)).toMatchObject([{ line: 4, reason: 'comment' }]);
  });

  test('reads nothing where nothing changed', async () => {
    const { call } = scribe('s1');
    writeFileSync(file('s1.jsonl'), call('t1', 'npm test'));
    await learn();
    expect((await learn()).pass).toMatchObject({ found: 1, changed: 0, bytes: 0, calls: 0 });
  });

  test('starts again with a file that became shorter or was replaced, and doubles nothing', async () => {
    const { call } = scribe('s1');
    const first = call('t1', 'npm test');
    writeFileSync(file('s1.jsonl'), first + call('t2', 'npm test'));
    await learn();
    truncateSync(file('s1.jsonl'), first.length);
    await learn();
    expect(Object.keys(outcomes())).toEqual(['t1', 't2']);
    writeFileSync(file('s1.jsonl'), `${'{"type":"summary"}\n'.repeat(60)}${scribe('s2').call('t3', 'make')}`);
    await learn();
    expect(Object.keys(outcomes())).toEqual(['t1', 't2', 't3']);
  });

  test('steps over links that lead in a circle, and says so', async () => {
    writeFileSync(file('s1.jsonl'), scribe('s1').call('t1', 'npm test'));
    symlinkSync(file('loop.jsonl'), file('loop.jsonl'));
    symlinkSync(folder, file('again'));
    expect(await learn()).toMatchObject({
      pass: { found: 1, calls: 1 },
      closed: [{ path: file('loop.jsonl'), why: expect.stringContaining('ELOOP') }],
    });
  });

  // The superuser may look into every folder.
  test.skipIf(process.getuid?.() === 0)(
    'tells of a folder that may not be looked into, and what was read of it is not gone',
    async () => {
      mkdirSync(file('closed'));
      writeFileSync(file('closed/s1.jsonl'), scribe('s1').call('t1', 'npm test'));
      writeFileSync(file('s2.jsonl'), scribe('s2').call('t2', 'npm test'));
      await learn();
      chmodSync(file('closed'), 0o000);
      const { closed, totals } = await learn();
      // A folder that may be listed but not entered.
      chmodSync(file('closed'), 0o600);
      const listed = await learn();
      chmodSync(file('closed'), 0o700);
      const why = expect.stringContaining('EACCES');
      expect(closed).toMatchObject([{ path: file('closed'), why }]);
      expect(listed.closed).toMatchObject([{ path: file('closed/s1.jsonl'), why }]);
      expect([totals, listed.totals]).toMatchObject([
        { calls: 2, vanished: 0 },
        { calls: 2, vanished: 0 },
      ]);
    },
  );

  test('notices a file that is gone, and keeps its evidence', async () => {
    writeFileSync(file('s1.jsonl'), scribe('s1').call('t1', 'npm test'));
    await learn();
    rmSync(file('s1.jsonl'));
    await learn();
    expect(totals(store)).toMatchObject({ vanished: 1, calls: 1 });
  });
});

describe('calls', () => {
  test('count once however many files repeat them', async () => {
    const { call, result } = scribe('s1');
    const lines = call('t1', 'npm test') + result('t1');
    writeFileSync(file('a.jsonl'), lines);
    writeFileSync(file('b.jsonl'), lines);
    await learn();
    expect(totals(store)).toMatchObject({ files: 2, sessions: 1, calls: 1 });
  });

  test('find a result that another file told first', async () => {
    const { call, result } = scribe('s1');
    const asked = call('t1', 'npm test');
    writeFileSync(file('a.jsonl'), result('t1'));
    writeFileSync(file('b.jsonl'), asked);
    await learn();
    expect(outcomes()).toEqual({ t1: 'ran' });
  });

  test('of a subagent have the mode of their session', async () => {
    const main = scribe('s1');
    writeFileSync(file('s1.jsonl'), main.mode('acceptEdits') + main.call('t1', 'ls'));
    mkdirSync(file('s1/subagents'), { recursive: true });
    const asked = JSON.parse(scribe('s1').call('t2', 'ls'));
    writeFileSync(file('s1/subagents/agent-1.jsonl'), `${JSON.stringify({ ...asked, agentId: '1' })}\n`);
    await learn();
    expect([...observations(store)]).toMatchObject([
      { id: 't1', mode: 'acceptEdits' },
      { id: 't2', mode: 'acceptEdits', agent: '1' },
    ]);
  });

  test('that exist only in progress lines count too', async () => {
    const asked = JSON.parse(scribe('s1').call('t1', 'npm test'));
    const { message, ...envelope } = asked;
    const data = { message: { type: 'assistant', message }, type: 'agent_progress', agentId: '7' };
    writeFileSync(file('s1.jsonl'), `${JSON.stringify({ ...envelope, type: 'progress', data })}\n`);
    await learn();
    expect([...observations(store)]).toMatchObject([
      { id: 't1', agent: '7', action: { command: 'npm test' } },
    ]);
  });

  test('are told apart from the siblings that were never shown', async () => {
    const { call, rejection } = scribe('s1');
    const calls = call('t1', 'npm test', 'm') + call('t2', 'make', 'm');
    const refusals = rejection('t1') + rejection('t2').replace('12:00:03', '12:00:02');
    writeFileSync(file('s1.jsonl'), calls + refusals);
    await learn();
    expect([...observations(store)].map(({ outcome }) => outcome)).toEqual([
      { kind: 'unclear', among: ['rejected', 'interrupted'] },
      { kind: 'unclear', among: ['collateral', 'rejected', 'interrupted'] },
    ]);
    expect(totals(store).refusals).toBe(2);
  });

  test('belong to the project that the folder of the transcript is named after', async () => {
    mkdirSync(file('-home-dev-shop'));
    writeFileSync(
      file('-home-dev-shop/s1.jsonl'),
      scribe('s1', '/home/dev/shop/packages/web').call('t1', 'ls'),
    );
    await learn();
    expect(projects(store)).toMatchObject([{ project: '/home/dev/shop', calls: 1, sessions: 1 }]);
  });

  test('keep no secret', async () => {
    writeFileSync(file('s1.jsonl'), scribe('s1').call('t1', 'tool --token hunter2'));
    await learn();
    expect([...observations(store)]).toMatchObject([{ action: { command: 'tool --token __MASKED__' } }]);
  });
});

describe('lines that stand out', () => {
  test('are reported with their place, and the rest is read', async () => {
    const { call, result } = scribe('s1');
    const glued = call('t2', 'make').trimEnd() + result('t2');
    const wrong = Buffer.concat([Buffer.from(call('t3', 'ls x')), Buffer.alloc(0)]);
    wrong[wrong.indexOf('ls x') + 3] = 0xff;
    writeFileSync(
      file('s1.jsonl'),
      Buffer.concat([
        Buffer.from(`// exported\n{"type":\n${glued}{"type":"new-thing"}\n\0\0${call('t1', 'npm test')}`),
        wrong,
      ]),
    );
    await learn();
    expect(problems(store, 9).map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '1 comment',
      '2 malformed',
      '3 glued',
      '4 unknown-type',
      '6 invalid-utf8',
    ]);
    expect(outcomes()).toEqual({ t2: 'ran', t1: 'pending', t3: 'pending' });
    expect(totals(store)).toMatchObject({ malformed: 2, skipped: { glued: 1, 'unknown-type': 1 } });
  });

  test('may be 64 MiB long', async () => {
    const { call, result } = scribe('s1');
    const asked = call('t1', 'npm test');
    const ending = result('t1', 'x'.repeat(64 << 20));
    writeFileSync(file('s1.jsonl'), asked + ending + call('t2', 'ls'));
    await learn();
    expect(outcomes()).toEqual({ t1: 'ran', t2: 'pending' });
    expect(problems(store, 9)).toMatchObject([{ line: 2, reason: 'long-line' }]);
  });
});

describe('the store', () => {
  test('is readable by its owner only', () => {
    const path = file('deep/evidence.sqlite');
    openStore(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(file('deep')).mode & 0o777).toBe(0o700);
  });

  test('of a newer version is refused in one line', () => {
    const path = file('evidence.sqlite');
    const opened = openStore(path);
    opened.database.exec("INSERT INTO migration (number, name, checksum) VALUES (999, 'later', '')");
    opened.close();
    expect(() => openStore(path)).toThrow(/newer precedent/);
  });

  test('refuses a file that is none', () => {
    writeFileSync(file('notes.txt'), 'x'.repeat(4096));
    expect(() => openStore(file('notes.txt'))).toThrow(/is not a store/);
  });
});
