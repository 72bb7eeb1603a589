import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckReport } from '../../../src/check.ts';
import { runCli } from '../../helpers/cli.ts';

let base = '';

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-check-')));
  mkdirSync(join(base, 'project/.claude'), { recursive: true });
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

const at = () => ({ cwd: join(base, 'project'), home: join(base, 'home') });
const store = () => ['--store', join(base, 'state/store')];

async function checked(
  settings: object,
  ...argv: readonly string[]
): Promise<{ exit: number; report: CheckReport }> {
  writeFileSync(join(base, 'project/.claude/settings.local.json'), JSON.stringify(settings));
  const { exit, out, err } = await runCli(['check', '--json', ...store(), ...argv], at());
  expect(err).toBe('');
  return { exit, report: JSON.parse(out) };
}

/** The ids of the questions that are answered with yes. */
function found({ report }: { readonly report: CheckReport }): readonly string[] {
  return report.answers.filter(({ passed }) => !passed).map(({ id }) => id);
}

const GUARDED = {
  disableBypassPermissionsMode: 'disable',
  deny: ['Read(./.env*)', 'Read(~/.ssh/**)', 'Read(~/.aws/**)'],
};

describe('precedent check', () => {
  test('finds nothing against guarded settings without rules', async () => {
    const result = await checked({ permissions: GUARDED });
    expect(found(result)).toEqual([]);
    expect(result.exit).toBe(0);
  });

  test('of no settings at all shows what is built in', async () => {
    const result = await checked({});
    expect(result.exit).toBe(1);
    expect(found(result)).toEqual(['reads-secrets', 'bypass-disabled']);
    const secrets = result.report.answers.find(({ id }) => id === 'reads-secrets');
    expect(secrets?.findings.map(({ shown }) => shown)).toContain('cat .env');
  });

  test("counts the project file's allow rules in a folder that nobody has trusted yet", async () => {
    const project = { permissions: { allow: ['Bash(curl *)'] } };
    writeFileSync(join(base, 'project/.claude/settings.json'), JSON.stringify(project));
    expect(found(await checked({ permissions: GUARDED }))).toContain('reaches-network');
  });

  test.each([
    { allow: ['Bash'], finds: ['writes-outside', 'reaches-network', 'changes-delivery', 'runs-anything'] },
    { allow: ['Bash(curl *)'], finds: ['reaches-network'] },
    { allow: ['WebFetch'], finds: ['reaches-network'] },
    { allow: ['Edit(//**)'], finds: ['writes-outside'] },
    { allow: ['Edit(/package.json)'], finds: ['changes-delivery'] },
    { allow: ['Bash(python3 *)'], finds: ['runs-anything'] },
    { allow: ['Bash(git push *)'], finds: ['reaches-network'] },
  ])('shows what $allow lets through', async ({ allow, finds }) => {
    const result = await checked({ permissions: { ...GUARDED, allow } });
    expect(found(result)).toEqual(expect.arrayContaining([...finds, 'without-record']));
    const shown = result.report.answers
      .filter(({ id }) => finds.includes(id))
      .map(({ findings }) => findings[0]?.why);
    expect(shown.every((why) => why?.includes(allow[0] ?? ''))).toBe(true);
  });

  test('counts a host that a rule names as an allowlist', async () => {
    const result = await checked({
      permissions: { ...GUARDED, allow: ['WebFetch(domain:api.example.com)'] },
    });
    expect(found(result)).toEqual(['without-record']);
  });

  test('asks in the mode that is named, or that the settings start with', async () => {
    expect(found(await checked({ permissions: GUARDED }, '--mode', 'acceptEdits'))).toContain(
      'changes-delivery',
    );
    const started = await checked({ permissions: { ...GUARDED, defaultMode: 'acceptEdits' } });
    expect(found(started)).toContain('changes-delivery');
    expect(started.report.mode).toBe('acceptEdits');
  });

  test('is satisfied by an acceptance on record', async () => {
    writeFileSync(
      join(base, 'project/.claude/settings.local.json'),
      JSON.stringify({ permissions: GUARDED }),
    );
    await runCli(['apply', '--rule', 'WebFetch(domain:api.example.com)', ...store()], at());
    expect(await runCli(['check', ...store()], at())).toMatchObject({ exit: 0 });
  });

  test('names a file that the client ignores, and a rule that it drops', async () => {
    writeFileSync(join(base, 'project/.claude/settings.json'), '{ // no\n}');
    const { report } = await checked({ permissions: { ...GUARDED, allow: ['bash(ls)'] } });
    const hard = report.answers.find(({ id }) => id === 'hard-to-review');
    expect(hard?.findings.map(({ shown }) => shown.replace(base, ''))).toEqual([
      expect.stringMatching(/^\/project\/\.claude\/settings\.local\.json:1:\d+$/),
      '/project/.claude/settings.json',
    ]);
  });

  test('--settings checks one file alone', async () => {
    const file = join(base, 'candidate.json');
    writeFileSync(file, JSON.stringify({ permissions: GUARDED }));
    const result = await checked({ permissions: { allow: ['Bash'] } }, '--settings', file);
    expect(found(result)).toEqual([]);
  });
});
