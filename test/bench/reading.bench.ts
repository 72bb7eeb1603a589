import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bench, describe } from 'vitest';

const BIN = resolve(import.meta.dirname, '../../dist/cli/bin.js');
const TRANSCRIPTS = resolve(process.env['PRECEDENT_TRANSCRIPTS'] ?? '../shared/corpus');
const ROUNDS = 5;

/** What everybody does first: read every file, parse every line. Broken lines cost their time and count for nothing. */
const PARSE_ALL = `
  import { readdirSync, readFileSync } from 'node:fs';
  import { join } from 'node:path';
  const folder = process.argv[1];
  const begun = performance.now();
  for (const entry of readdirSync(folder, { recursive: true })) {
    if (!entry.endsWith('.jsonl')) continue;
    for (const line of readFileSync(join(folder, entry), 'utf8').split('\\n')) {
      try { JSON.parse(line); } catch {}
    }
  }
  process.stdout.write('{"milliseconds":' + (performance.now() - begun) + '}');
`;

/** Prints the most memory that a process ever held, in kilobytes. */
const TELL_PEAK = `data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))`;

/** `inside` is what the work took by the program's own clock, without the start of the process. */
type Run = { readonly seconds: number; readonly inside: number; readonly megabytes: number };

function run(args: readonly string[]): Run {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TELL_PEAK, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  const seconds = (performance.now() - begun) / 1000;
  const inside = Number(/"milliseconds":([\d.]+)/.exec(stdout)?.[1]) / 1000;
  return { seconds, inside, megabytes: Number(/peak (\d+)/.exec(stderr)?.[1]) / 1024 };
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
  const medians = (what: keyof typeof runs) => ({
    seconds: median(runs[what].map(({ seconds }) => seconds)),
    inside: median(runs[what].map(({ inside }) => inside)),
  });
  const all = medians('parse all');
  const cold = medians('cold');
  console.table(
    (['parse all', 'cold', 'again'] as const).map((what) => {
      const { seconds, inside } = medians(what);
      return {
        what,
        seconds: seconds.toFixed(2),
        inside: inside.toFixed(3),
        'peak MB': Math.round(Math.max(...runs[what].map(({ megabytes }) => megabytes))),
        'of parsing all': `${(seconds / all.seconds).toFixed(2)} (${(inside / all.inside).toFixed(2)})`,
        'of cold': `${(seconds / cold.seconds).toFixed(2)} (${(inside / cold.inside).toFixed(2)})`,
      };
    }),
  );
}

// PRECEDENT_TRANSCRIPTS names a folder of transcripts; the larger, the more it says.
describe.runIf(existsSync(TRANSCRIPTS))('reading transcripts', () => {
  const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };
  bench('parsing all, a cold pass, a pass with nothing new', compareReading, once);
});
