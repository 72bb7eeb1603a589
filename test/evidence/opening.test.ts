import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const PROGRAM = resolve(import.meta.dirname, '../../dist/cli/bin.js');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'precedent-opening-'));
  mkdirSync(join(folder, 'projects'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('processes that open the same new store at once all find it whole', async () => {
  for (let round = 0; round < 5; round++) {
    const store = join(folder, `${round}.sqlite`);
    const options = [
      'learn',
      '--once',
      '--json',
      '--store',
      store,
      '--transcripts',
      join(folder, 'projects'),
    ];
    const run = () => promisify(execFile)(process.execPath, [PROGRAM, ...options]);
    const outputs = await Promise.all([run(), run(), run(), run()]);
    for (const { stdout } of outputs) expect(JSON.parse(stdout)).toMatchObject({ totals: { calls: 0 } });
  }
}, 60_000);
