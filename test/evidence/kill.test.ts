import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { observations } from '../../src/evidence/observations.ts';
import { openStore } from '../../src/evidence/store.ts';
import { totals } from '../../src/evidence/totals.ts';
import { learnOnce } from '../../src/learn.ts';
import { writeBulkySessions } from './bulky-sessions.ts';

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli/bin.js');

const KILLS = 10;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-kill-'));
  writeBulkySessions(join(folder, 'projects'), 70); // enough for a second thread
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Runs one pass in a process of its own and kills it after so many milliseconds. */
function learnAndKill(store: string, after: number): Promise<void> {
  const places = join(folder, 'projects');
  const child = spawn(process.execPath, [
    PROGRAM,
    'learn',
    '--once',
    '--transcripts',
    places,
    '--store',
    store,
  ]);
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  return new Promise((settle) => {
    child.once('close', () => {
      clearTimeout(timer);
      settle();
    });
  });
}

async function everythingIn(path: string) {
  const store = openStore(path);
  try {
    await learnOnce({ store, places: [join(folder, 'projects')], now: () => 0 });
    const seen = [...observations(store)].map(({ id, outcome, latency }) => [id, outcome.kind, latency]);
    return { totals: totals(store), seen: seen.sort() };
  } finally {
    store.close();
  }
}

describe.skipIf(!existsSync(PROGRAM))('an ingest that is killed', () => {
  test(`${KILLS} times and run again says what a whole one says`, async () => {
    const store = join(folder, 'killed.sqlite');
    for (let kill = 0; kill < KILLS; kill++) await learnAndKill(store, 60 + 25 * kill);
    expect(await everythingIn(store)).toEqual(await everythingIn(join(folder, 'whole.sqlite')));
  });
});
