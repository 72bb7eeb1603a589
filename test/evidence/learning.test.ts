import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { observations } from '../../src/evidence/observations.ts';
import { openStore } from '../../src/evidence/store.ts';
import { problems, totals } from '../../src/evidence/totals.ts';
import { learnOnce } from '../../src/learn.ts';
import { writeBulkySessions } from './bulky-sessions.ts';

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli/bin.js');
/** Enough for a second thread. */
const SESSIONS = 70;

let folder: string;
const projects = () => join(folder, 'projects');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-learning-'));
  writeBulkySessions(projects(), SESSIONS);
});

afterAll(() => rmSync(folder, { recursive: true }));

type Ended = { readonly code: number | null; readonly signal: string | null; readonly printed: string };

/** `precedent learn` in a process of its own, and what it says when it ends. */
function learning(store: string, ...options: readonly string[]) {
  const args = ['learn', ...options, '--json', '--transcripts', projects(), '--store', store];
  const child = spawn(process.execPath, [PROGRAM, ...args]);
  let printed = '';
  child.stdout.on('data', (text) => {
    printed += text;
  });
  const ended = new Promise<Ended>((settle) => {
    child.once('close', (code, signal) => settle({ code, signal, printed }));
  });
  return { child, ended };
}

function stored(path: string) {
  const store = openStore(path);
  try {
    return { seen: [...observations(store)], totals: totals(store), problems: problems(store, 10) };
  } finally {
    store.close();
  }
}

/** What one pass in this thread stores. */
async function learntHere() {
  const path = join(folder, `here-${performance.now()}.sqlite`);
  const store = openStore(path);
  await learnOnce({ store, places: [projects()], now: () => 0 });
  store.close();
  return stored(path);
}

/** Waits until calls are in the store: the pass is in its midst then. */
async function untilCallsAreStored(path: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    if (existsSync(path)) {
      const store = openStore(path);
      const { calls } = totals(store);
      store.close();
      if (calls > 0) return;
    }
    await new Promise((wait) => setTimeout(wait, 2));
  }
}

describe.skipIf(!existsSync(PROGRAM))('learning from many megabytes', () => {
  test('in a second thread stores what one thread stores, in the same order', async () => {
    const path = join(folder, 'apart.sqlite');
    const { code } = await learning(path, '--once').ended;
    expect(code).toBe(0);
    expect(stored(path)).toEqual(await learntHere());
  });

  test('once ends at once on Ctrl-C, and goes on from there when it is run again', async () => {
    const path = join(folder, 'interrupted.sqlite');
    const { child, ended } = learning(path, '--once');
    await untilCallsAreStored(path, child);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: null, signal: 'SIGINT', printed: '' });
    expect(stored(path).totals.calls).toBeLessThan(SESSIONS * 40);
    await learning(path, '--once').ended;
    expect(stored(path)).toEqual(await learntHere());
  });

  test('until it is stopped ends after the transaction that is being written, and says what it learnt', async () => {
    const path = join(folder, 'stopped.sqlite');
    const { child, ended } = learning(path);
    await untilCallsAreStored(path, child);
    child.kill('SIGTERM');
    const { code, printed } = await ended;
    expect(code).toBe(0);
    const { totals: said } = JSON.parse(printed);
    expect(said).toEqual(stored(path).totals);
    expect(said.calls).toBeLessThan(SESSIONS * 40);
  });
});
