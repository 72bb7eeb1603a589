import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BLOATED } from '../../helpers/bloated-settings.ts';
import { runCli } from '../../helpers/cli.ts';
import { layOut, type SamplePlace } from '../../helpers/sample.ts';

let place: SamplePlace;

async function laidOut(...names: readonly string[]): Promise<void> {
  place = layOut(names);
  await run('learn', '--once', '--transcripts', place.transcripts);
}

function run(...argv: readonly string[]) {
  const at = { cwd: place.project, home: place.home, columns: 80 };
  return runCli([...argv, '--store', place.store], at);
}

function settingsFile(permissions: object): string {
  const file = `${place.folder}/settings.json`;
  mkdirSync(place.folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify({ permissions }, null, 2)}\n`);
  return file;
}

beforeEach(() => laidOut('repeated-tests', 'refused-push'));
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

describe('propose', () => {
  // Elsewhere the configuration folder is not named by a variable.
  test.skipIf(process.platform !== 'linux')("keeps out of the person's own protected zones", async () => {
    await laidOut('edits-in-one-folder');
    const folders = async () => {
      const { out } = await run('propose', '--project', '.', '--json');
      const { proposals } = JSON.parse(out);
      return proposals
        .map(({ rule }: { readonly rule: string }) => rule)
        .filter((rule: string) => rule.startsWith('Edit'));
    };
    expect(await folders()).toEqual(['Edit(/docs/**/*.md)']);
    const config = join(place.folder, 'config');
    mkdirSync(join(config, 'precedent'), { recursive: true });
    writeFileSync(join(config, 'precedent/zones.json'), '[{"zone":"protected","patterns":["docs"]}]');
    vi.stubEnv('XDG_CONFIG_HOME', config);
    expect(await folders()).toEqual([]);
    vi.unstubAllEnvs();
  });

  test('prints JSON with a schema version, the same bytes each time', async () => {
    const first = await run('propose', '--project', '.', '--json');
    expect(first.exit).toBe(0);
    expect(await run('propose', '--project', '.', '--json')).toEqual(first);
    const report = JSON.parse(first.out);
    expect(report.schemaVersion).toBe(1);
    for (const { list, tier, support, because } of report.proposals) {
      expect(because).not.toBe('');
      if (list !== 'allow') continue;
      expect(['inert', 'local', 'project-code']).toContain(tier);
      expect(support.calls).toBeGreaterThanOrEqual(3);
      expect(support.sessions).toBeGreaterThanOrEqual(2);
    }
  });

  test('fits 80 columns', async () => {
    const { out } = await run('propose', '--project', '.');
    expect(out.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
  });

  test('raises its thresholds when asked to', async () => {
    const { out } = await run('propose', '--project', '.', '--min-sessions', '50', '--json');
    expect(JSON.parse(out).proposals).toEqual([]);
  });

  test('adds deny and ask rules that break no recorded call', async () => {
    const { out } = await run('propose', '--project', '.', '--baseline', '--json');
    const rules = JSON.parse(out).proposals.map(
      ({ list, rule }: { list: string; rule: string }) => `${list} ${rule}`,
    );
    expect(rules).toContain('deny Read(~/.ssh/**)');
    expect(rules).toContain('ask Bash(git push *)');
  });

  test('refuses a number that is none', async () => {
    expect(await run('propose', '--min-calls', 'few')).toMatchObject({ exit: 2, out: '' });
  });
});

describe('replay', () => {
  test('under the proposed rules silences what was promised and lets no refused call through', async () => {
    const { proposals, projects } = JSON.parse((await run('propose', '--project', '.', '--json')).out);
    const of = (wanted: string) =>
      proposals
        .filter(({ list }: { list: string }) => list === wanted)
        .map(({ rule }: { rule: string }) => rule);
    const file = settingsFile({ allow: of('allow'), ask: of('ask') });
    const { exit, out } = await run('replay', '--settings', file, '--project', '.', '--from-empty', '--json');
    const [replayed] = JSON.parse(out).projects;
    expect(exit).toBe(0);
    expect(replayed.refusedLetThrough).toEqual([]);
    expect(replayed.prompts.before - replayed.prompts.after).toBe(projects[0].saved);
  });

  test('ends with findings where a refused call would pass', async () => {
    const file = settingsFile({ allow: ['Bash(git *)'] });
    const { exit, out } = await run('replay', '--settings', file, '--project', '.');
    expect(exit).toBe(1);
    expect(out).toContain('Refused by you and now let through');
  });

  test('says in one line that a file cannot be read', async () => {
    const { exit, err } = await run('replay', '--settings', 'nowhere.json');
    expect({ exit, lines: err.trim().split('\n').length }).toEqual({ exit: 2, lines: 1 });
  });
});

describe('tighten', () => {
  test('names what is unused, broad, dead or superfluous, and writes a complete file', async () => {
    const file = settingsFile({
      allow: ['Bash(npm *)', 'Bash(cargo build *)', 'Write(src/**)', 'Bash(ls *)'],
      deny: ['Read(./.env)'],
    });
    const output = `${place.folder}/tightened.json`;
    const argv = ['tighten', '--settings', file, '--project', '.', '--output', output] as const;
    const { exit, out } = await run(...argv, '--json');
    expect(exit).toBe(1);
    const { changes, diff, text } = JSON.parse(out);
    const why = Object.fromEntries(
      changes.map((change: { rule: string; why: string }) => [change.rule, change.why]),
    );
    expect(why).toMatchObject({
      'Bash(npm *)': 'broader-than-used',
      'Bash(cargo build *)': 'unused',
      'Write(src/**)': 'dead',
    });
    expect(diff).toContain('-      "Bash(cargo build *)"');
    expect(readFileSync(output, 'utf8')).toBe(text);
    expect(JSON.parse(text).permissions.deny).toEqual(['Read(./.env)']);
    expect(JSON.parse(text).permissions.allow).toContain('Bash(npm test)');
  });

  test('leaves of hundreds of rules those that are used, in a complete file that the client reads', async () => {
    const file = settingsFile(BLOATED);
    const output = `${place.folder}/tightened.json`;
    const { out } = await run('tighten', '--settings', file, '--project', '.', '--output', output, '--json');
    const { changes, rules } = JSON.parse(out);
    const kinds = new Set(changes.map(({ why }: { why: string }) => why));
    expect([...kinds].sort()).toEqual(['broader-than-used', 'dead', 'junk', 'secret', 'shadowed', 'unused']);
    expect(rules.before).toBeGreaterThan(200);
    expect(rules.after).toBeLessThan(20);
    const { permissions } = JSON.parse(readFileSync(output, 'utf8'));
    expect(permissions.deny).toEqual(BLOATED.deny);
    expect(permissions.allow).toContain('Bash(npm test)');
    const replayed = await run('replay', '--settings', output, '--project', '.', '--from-empty', '--json');
    expect(JSON.parse(replayed.out).projects).toMatchObject([{ refusedLetThrough: [] }]);
    const linted = JSON.parse(
      (await runCli(['lint', output, '--json'], { cwd: place.project, home: place.home })).out,
    );
    expect(linted.findings.map(({ rule }: { rule: { list: string } }) => rule.list)).not.toContain('allow');
  });

  test('keeps a rule that is narrow and used', async () => {
    const file = settingsFile({ allow: ['Bash(npm test)'] });
    expect(await run('tighten', '--settings', file, '--project', '.')).toMatchObject({ exit: 0 });
  });
});

describe('evaluate', () => {
  test('prints a table and draws the curve', async () => {
    const svg = `${place.folder}/curves.svg`;
    const { exit, out } = await run('evaluate', '--min-bash', '3', '--svg', svg);
    expect(exit).toBe(0);
    expect(out).toContain('precedent');
    expect(out).toContain('of ceiling');
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg[\s\S]*<\/svg>\n$/);
  });

  test('says when no project has enough calls', async () => {
    expect((await run('evaluate')).out).toContain('--min-bash');
  });
});
