import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bench, describe } from 'vitest';

const BIN = resolve(import.meta.dirname, '../../dist/cli/bin.js');
const TRANSCRIPTS = resolve(process.env['PRECEDENT_TRANSCRIPTS'] ?? '../shared/corpus');
const ROUNDS = 3;

/** What everybody does first: read every file, parse every line. Broken lines cost their time and count for nothing. */
const PARSE_ALL = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { join } from 'node:path';
  const folder = process.argv[1];
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith('.jsonl')) continue;
    for (const line of readFileSync(join(folder, entry), 'utf8').split('\\n')) {
      try { JSON.parse(line); } catch {}
    }
  }
`;

/** Prints the most memory that a process ever held, in kilobytes. */
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`;

type Run = { readonly seconds: number; readonly megabytes: number };

function run(args: readonly string[]): Run {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', TELL_PEAK, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - begun) / 1000;
  return { seconds, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

/** Whole processes, from start to end, one kind after the other so that a busy machine hits all alike. */
function compareReading(): void {
  const folder = mkdtempSync(join(tmpdir(), 'precedent-bench-'));
  const runs: Record<'parse all' | 'cold' | 'again', Run[]> = { 'parse all': [], cold: [], again: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const learn = [
      ...[BIN, 'learn', '--once', '--json'],
      ...['--transcripts', TRANSCRIPTS, '--store', join(folder, `${round}.sqlite`)],
    ];
    runs['parse all'].push(run(['--input-type=module', '--eval', PARSE_ALL, TRANSCRIPTS]));
    runs.cold.push(run(learn));
    runs.again.push(run(learn));
  }
  rmSync(folder, { recursive: true });
  const all = median(runs['parse all'].map(({ seconds }) => seconds));
  const cold = median(runs.cold.map(({ seconds }) => seconds));
  console.table(
    Object.entries(runs).map(([what, each]) => {
      const seconds = median(each.map((one) => one.seconds));
      const megabytes = Math.max(...each.map((one) => one.megabytes));
      return {
        what,
        seconds: seconds.toFixed(2),
        'peak MB': Math.round(megabytes),
        'of parsing all': (seconds / all).toFixed(2),
        'of cold': (seconds / cold).toFixed(2),
      };
    }),
  );
}

// PRECEDENT_TRANSCRIPTS names a folder of transcripts; the larger, the more it says.
describe.runIf(existsSync(TRANSCRIPTS))('reading transcripts', () => {
  const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };
  bench('parsing all, a cold pass, a pass with nothing new', compareReading, once);
});
