import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Run, runCli } from '../../helpers/cli.ts';

let base = '';
let file = '';

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-commands-')));
  mkdirSync(join(base, 'project/.claude'), { recursive: true });
  mkdirSync(join(base, '.claude'));
  file = join(base, 'project/.claude/settings.local.json');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

function run(...argv: readonly string[]): Promise<Run> {
  const store = ['--store', join(base, 'state/evidence.sqlite')];
  return runCli([...argv, ...(argv[0] === 'diff' ? [] : store)], { cwd: join(base, 'project'), home: base });
}

const content = (): string => readFileSync(file, 'utf8');

describe('precedent diff', () => {
  test('prints a diff that git apply takes, and writes nothing', async () => {
    writeFileSync(file, '{\n  "permissions": {\n    "allow": [\n      "Read"\n    ]\n  }\n}\n');
    const before = content();
    const { exit, out } = await run('diff', '--rule', 'Bash(npm test)');
    expect(exit).toBe(0);
    expect(content()).toBe(before);
    execFileSync('git', ['apply', '--unsafe-paths', '-p1'], {
      cwd: '/',
      input: out,
      stdio: ['pipe', 'ignore', 'inherit'],
    });
    expect(JSON.parse(content())).toEqual({ permissions: { allow: ['Read', 'Bash(npm test)'] } });
  });

  test.each([
    { rule: 'Write(src/**)', note: /never matches: .* written Edit\(src\/\*\*\) it works/ },
    { rule: 'Bash(ls *)', note: /the client allows ls without a rule/ },
  ])('says what $rule will not do', async ({ rule, note }) => {
    expect((await run('diff', '--rule', rule)).err).toMatch(note);
    const { out } = await run('diff', '--rule', rule, '--json');
    expect(JSON.parse(out).notes).toEqual([expect.stringMatching(note)]);
  });

  test.each(['diff', 'apply'])('%s says where nothing is proposed, and writes nothing', async (command) => {
    const store = ['--store', join(base, 'state/evidence.sqlite')];
    const at = { cwd: join(base, 'project'), home: base };
    const { exit, out, err } = await runCli([command, '--all-proposed', ...store], at);
    expect([exit, out + err]).toEqual([0, `Nothing is proposed for ${join(base, 'project')}.\n`]);
    expect(existsSync(file)).toBe(false);
  });

  test('has nothing to say of a rule that does what it says', async () => {
    expect((await run('diff', '--rule', 'Bash(npm test)')).err).toBe('');
  });

  test.each([
    { scope: 'local', path: 'project/.claude/settings.local.json' },
    { scope: 'project', path: 'project/.claude/settings.json' },
    { scope: 'user', path: '.claude/settings.json' },
  ])('--scope $scope names its file', async ({ scope, path }) => {
    const { out } = await run('diff', '--rule', 'Read(./.env)', '--list', 'deny', '--scope', scope, '--json');
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      scope,
      file: join(base, path),
      base: 'absent',
    });
  });

  test.each([
    { name: 'a rule that is none', argv: ['--rule', 'Bash(npm'], err: /is not a rule/ },
    { name: 'no choice at all', argv: [], err: /name what to change/ },
    { name: 'an unknown list', argv: ['--rule', 'Read', '--list', 'maybe'], err: /Allowed choices/ },
  ])('answers $name with exit 2 and one line', async ({ argv, err }) => {
    const got = await run('diff', ...argv);
    expect(got.exit).toBe(2);
    expect(got.err).toMatch(err);
  });

  test('of a file that the client rejects names line and column', async () => {
    writeFileSync(file, '{\n  "permissions": { "allow": "Read" }\n}\n');
    const { exit, err } = await run('diff', '--rule', 'Edit');
    expect(exit).toBe(2);
    expect(err).toContain(`${file}:2:29`);
  });

  test('writes what cannot be seen as escapes', async () => {
    const { out } = await run('diff', '--rule', 'Bash(echo \u202Eevil\u200B)');
    expect(out).toContain('Bash(echo \\u202eevil\\u200b)');
  });
});

describe('precedent apply', () => {
  test('writes the diff that it prints, and undo restores the bytes', async () => {
    writeFileSync(file, '{"permissions":{"allow":["Read"]}}');
    const applied = await run('apply', '--rule', 'Bash(npm test)');
    expect(applied).toMatchObject({ exit: 0, out: expect.stringContaining('precedent undo') });
    expect(content()).toBe('{"permissions":{"allow":["Read","Bash(npm test)"]}}');
    expect(await run('undo')).toMatchObject({ exit: 0 });
    expect(content()).toBe('{"permissions":{"allow":["Read"]}}');
    expect(await run('undo')).toMatchObject({ exit: 2, err: expect.stringContaining('nothing to undo') });
  });

  test('of what is there already writes nothing and is done', async () => {
    writeFileSync(file, '{"permissions":{"allow":["Read"]}}');
    expect(await run('apply', '--rule', 'Read')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('already'),
    });
    expect((await run('audit')).out).toContain('Nothing was accepted yet');
  });

  test('with the hash of an older diff writes nothing and shows the new one', async () => {
    writeFileSync(file, '{"permissions":{"allow":["Read"]}}');
    const shown = JSON.parse((await run('diff', '--rule', 'Edit', '--json')).out);
    writeFileSync(file, '{"permissions":{"allow":["Glob"]}}');
    const got = await run('apply', '--rule', 'Edit', '--base', shown.base);
    expect(got).toMatchObject({ exit: 1, out: expect.stringContaining('"Glob","Edit"') });
    expect(content()).toBe('{"permissions":{"allow":["Glob"]}}');
  });
});

describe('precedent undo', () => {
  test('of a file changed since refuses, shows both diffs, and --rules takes out only its own', async () => {
    writeFileSync(file, '{"permissions":{"allow":["Read"]}}');
    await run('apply', '--rule', 'Bash(npm test)');
    writeFileSync(file, '{"permissions":{"allow":["Read","Bash(npm test)"]},"model":"x"}');
    const refused = await run('undo');
    expect(refused).toMatchObject({ exit: 1, out: expect.stringContaining('+{"permissions"') });
    expect(refused.err).toContain('precedent undo --rules');
    expect(await run('undo', '--rules')).toMatchObject({ exit: 0 });
    expect(content()).toBe('{"permissions":{"allow":["Read"]},"model":"x"}');
  });
});

describe('precedent audit', () => {
  test('lists who accepted what, and what is no longer there', async () => {
    await run('apply', '--rule', 'Bash(npm test)');
    const listed = await run('audit');
    expect(listed).toMatchObject({ exit: 0, out: expect.stringContaining('+ allow Bash(npm test)') });
    writeFileSync(file, '{}');
    const drifted = await run('audit', '--json');
    expect(drifted.exit).toBe(1);
    expect(JSON.parse(drifted.out).drift).toMatchObject([
      { file, kind: 'changed', missing: [{ kind: 'add-rule', rule: 'Bash(npm test)' }] },
    ]);
  });

  test('--verify names the first entry that was tampered with', async () => {
    for (const rule of ['Read', 'Edit', 'Glob']) await run('apply', '--rule', rule);
    expect(await run('audit', '--verify')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('whole, 3 entries'),
    });
    const ledger = join(base, 'state/ledger/ledger.jsonl');
    const lines = readFileSync(ledger, 'utf8').split('\n');
    writeFileSync(
      ledger,
      lines.map((line, at) => (at === 1 ? line.replace('Edit', 'Bash') : line)).join('\n'),
    );
    const broken = await run('audit', '--verify', '--json');
    expect(broken.exit).toBe(1);
    expect(JSON.parse(broken.out).check).toMatchObject({ kind: 'broken', line: 2, seq: 2 });
  });

  test('--verify misses no entry that was cut off at the end', async () => {
    for (const rule of ['Read', 'Edit']) await run('apply', '--rule', rule);
    const ledger = join(base, 'state/ledger/ledger.jsonl');
    writeFileSync(ledger, `${readFileSync(ledger, 'utf8').split('\n')[0]}\n`);
    expect(await run('audit', '--verify')).toMatchObject({
      exit: 1,
      out: expect.stringContaining('missing'),
    });
  });
});

describe('what precedent apply says beside the diff', () => {
  const project = () => join(base, 'project');

  test('warns of a local file that git would commit, until it is ignored', async () => {
    execFileSync('git', ['init', '-q'], { cwd: project() });
    expect((await run('apply', '--rule', 'Read')).err).toContain('Git does not ignore this file');
    writeFileSync(join(project(), '.gitignore'), 'settings.local.json\n');
    expect((await run('apply', '--rule', 'Edit')).err).toBe('');
  });

  test('says that project rules need trust', async () => {
    expect((await run('apply', '--rule', 'Read', '--scope', 'project')).err).toContain('trusted');
    const state = { projects: { [project()]: { hasTrustDialogAccepted: true } } };
    writeFileSync(join(base, '.claude/.claude.json'), JSON.stringify(state));
    expect((await run('apply', '--rule', 'Edit', '--scope', 'project')).err).toBe('');
  });
});
