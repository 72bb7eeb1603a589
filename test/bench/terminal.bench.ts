import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { bench, describe } from 'vitest';
import { writeBusySessions } from './busy-sessions.ts';
import { noPty, openPty, type Pty } from './pty.ts';

const BIN = resolve(import.meta.dirname, '../../dist/cli/bin.js');
/** 0.1 makes a tenth of everything. */
const SCALE = Number(process.env['PRECEDENT_BENCH_SCALE'] ?? 1);
const STORED = Math.round(1_000_000 * SCALE);
/** With results of 15 kB, as in real transcripts, about a gigabyte. */
const READ = Math.round(65_000 * SCALE);
const FORMS = 20_000;
const KEYS = 400;

/** What this machine takes for a key at the same moment: only the ratio of the two says something about the UI. */
const ECHO = 'process.stdin.setRawMode(true).on("data", (key) => process.stdout.write("<" + key + ">"))';

/** Keys and what is painted for them, and for nothing else. */
const ROUND = [
  ['\t', /\[Ladder\]/],
  ['\t', /\[Evidence\]/],
  ['v', /\[Plan\]/],
  ['?', /these keys/],
  ['?', /saves|Reading|Weighing/],
  ['D', /\[Diff\]/],
  ['\u001b[Z', /\[Stays with you\]/],
  ['\u001b[Z', /\[Evidence\]/],
  ['v', /\[Plan\]/],
] as const satisfies readonly (readonly [string, RegExp])[];

const missing = noPty();
if (missing !== undefined) console.warn(`the terminal UI is not timed: ${missing}`);

describe.skipIf(missing !== undefined)('a key in the terminal UI', () => {
  bench(
    'with a store of a million calls, while a gigabyte is read',
    async () => {
      const folder = mkdtempSync(join(realpathSync(tmpdir()), 'precedent-bench-'));
      try {
        console.table(await timed(folder));
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
});

async function timed(folder: string): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const project = join(folder, 'shop');
  const [old, fresh, store] = [join(folder, 'old'), join(folder, 'new'), join(folder, 'store.sqlite')];
  mkdirSync(project);
  const common = { project, forms: FORMS };
  writeBusySessions({ ...common, folder: old, calls: STORED, resultLength: 20, from: 0 });
  const learnt = ['learn', '--once', '--transcripts', old, '--store', store];
  spawnSync(process.execPath, [BIN, ...learnt], { stdio: 'ignore', env: { ...process.env, HOME: folder } });
  rmSync(old, { recursive: true });
  writeBusySessions({ ...common, folder: fresh, calls: READ, resultLength: 15_000, from: STORED });
  const learn = `learn --transcripts ${fresh} --store ${store} --project ${project}`;
  const pty = openPty(`${process.execPath} ${BIN} ${learn}`, { HOME: folder });
  const echo = openPty(`${process.execPath} -e '${ECHO}'`, { HOME: folder });
  try {
    await pause(2000);
    const { times, echoes } = await pressed(pty, echo);
    return {
      'the UI': { ...spread(times), memory: `${pty.peak().toFixed(0)} MB` },
      'a program that only echoes': spread(echoes),
    };
  } finally {
    pty.close();
    echo.close();
  }
}

function spread(all: readonly number[]): Readonly<Record<string, string>> {
  const times = all.toSorted((one, other) => one - other);
  const at = (share: number) => `${(times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(1)} ms`;
  return { keys: String(times.length), half: at(0.5), '95 %': at(0.95), '99 %': at(0.99), longest: at(1) };
}

type Pressed = { readonly times: readonly number[]; readonly echoes: readonly number[] };

/** The milliseconds of many keys, pressed as fast as a quick person does, each in the UI and in the echo. */
async function pressed(pty: Pty, echo: Pty): Promise<Pressed> {
  const times: number[] = [];
  const echoes: number[] = [];
  while (times.length < KEYS) {
    for (const [key, answer] of ROUND) {
      times.push(await pty.press(key, answer));
      echoes.push(await echo.press('x', /<x>/));
      await pause(120);
    }
  }
  return { times, echoes };
}
