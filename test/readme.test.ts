import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SUBCOMMANDS } from '../cli/commands/all.ts';
import { runCli } from './helpers/cli.ts';
import { layOut, type SamplePlace, sampleNames } from './helpers/sample.ts';

const ROOT = resolve(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

/** The command lines of the README's shell blocks, comments removed. */
function commandLines(): readonly string[] {
  const blocks = [...README.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  return blocks
    .flatMap((block) => block.split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line.startsWith('precedent '));
}

/** Words of a command line as a shell reads them: quotes group, nothing is expanded. */
function words(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
}

let place: SamplePlace;

beforeAll(async () => {
  place = layOut(sampleNames());
  cpSync(place.transcripts, join(place.home, '.claude/projects'), { recursive: true });
  await runCli(['learn', '--once', '--transcripts', place.transcripts, '--store', place.store], at());
});

afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

function at() {
  return { cwd: place.project, home: place.home };
}

/** The command line with the throw-away store, where the command has one: the person's own is never touched. */
async function inPlace(argv: readonly string[]): Promise<readonly string[]> {
  const { out } = await runCli([argv[0] ?? '', '--help'], at());
  return out.includes('--store') ? [...argv, '--store', place.store] : argv;
}

describe('the README', () => {
  test('opens with the two commands', () => {
    expect(README).toContain('npm run demo');
    expect(README).toContain('npm test');
  });

  test('shows every subcommand', async () => {
    const { out } = await runCli(['--help'], at());
    const names = [...out.matchAll(/^ {2}([a-z]+)\b/gm)].map((match) => match[1] ?? '');
    expect(names).toHaveLength(SUBCOMMANDS.length + 1);
    const missing = names.filter((name) => name !== 'help' && !README.includes(`precedent ${name}`));
    expect(missing).toEqual([]);
  });

  test('names every script that it tells people to run', () => {
    const scripts = Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts);
    const named = [...README.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  test.each(commandLines())('%s works on the samples', async (line) => {
    const [, ...argv] = words(line);
    const { exit, err } = await runCli(await inPlace(argv), at());
    expect(`${exit} ${err}`).toMatch(/^[01] /);
  });
});
