import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../helpers/cli.ts';

let base = '';

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-risk-')));
  mkdirSync(join(base, 'project/.claude'), { recursive: true });
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

function run(argv: readonly string[], input = '') {
  return runCli(argv, { cwd: join(base, 'project'), home: join(base, 'home'), input });
}

/** A settings file of the project that allows these rules. */
function allowing(name: string, ...allow: readonly string[]): string {
  const file = join(base, 'project/.claude', name);
  writeFileSync(file, JSON.stringify({ permissions: { allow } }));
  return file;
}

describe('precedent risk', () => {
  test("judges the project file's rules in a folder that nobody has trusted yet", async () => {
    allowing('settings.json', 'Bash(git log *)');
    const { exit, out } = await run(['risk', '--json']);
    const report = JSON.parse(out);
    expect(exit).toBe(1);
    expect(report.rules).toMatchObject([{ rule: 'Bash(git log *)', tier: 'anything' }]);
    expect(report.rules[0].witnesses.length).toBeGreaterThan(0);
  });

  test('shows what edits and runs are together, and the rule to drop', async () => {
    const file = allowing('other.json', 'Edit(/src/**)', 'Bash(npm test)');
    const { out } = await run(['risk', '--settings', file]);
    expect(out).toMatch(/Edit\(\/src\/\*\*\)[\s\S]*Bash\(npm test\)/);
    expect(out).toMatch(/drop/i);
  });

  test('ends with 0 where the worst case stays within the tier that was chosen', async () => {
    const file = allowing('other.json', 'Bash(npm test)');
    expect((await run(['risk', '--settings', file, '--above', 'anything'])).exit).toBe(0);
    expect((await run(['risk', '--settings', file, '--above', 'inert'])).exit).toBe(1);
    expect((await run(['risk', '--above', 'harmless'])).exit).toBe(2);
  });

  test('judges calls in their order, and says which line is none', async () => {
    const call = (id: string, command: string) =>
      JSON.stringify({ id, tool: 'Bash', input: { command }, cwd: '/home/dev/proj', home: '/home/dev' });
    const lines = [call('a', 'ls'), 'not json', call('b', 'git push'), call('c', 'brand-new-program')];
    const { exit, out } = await run(['risk', '--calls'], lines.join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(exit).toBe(1);
    expect(answers.map(({ id, tier }) => [id, tier])).toEqual([
      ['a', 'inert'],
      [undefined, undefined],
      ['b', 'outward'],
      ['c', 'unknown'],
    ]);
    expect(answers[1]).toMatchObject({ line: 2 });
  });
});

describe('precedent compare', () => {
  test('shows a call that only the second settings let pass', async () => {
    const [one, other] = [allowing('a.json', 'Bash(npm test)'), allowing('b.json', 'Bash(npm *)')];
    const wider = await run(['compare', one, other, '--json']);
    expect(wider.exit).toBe(1);
    expect(JSON.parse(wider.out)).toMatchObject({ schemaVersion: 1 });
    expect(wider.out).toContain('npm');
    expect((await run(['compare', other, one])).exit).toBe(0);
  });
});
