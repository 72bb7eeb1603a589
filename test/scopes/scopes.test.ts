import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fileFacts } from '../../src/scopes/file-facts.ts';
import { settingsInForce } from '../../src/scopes/in-force.ts';
import { settingsFile } from '../../src/scopes/locate.ts';
import type { Place } from '../../src/scopes/place.ts';
import { decodeSettings, encodeSettings } from '../../src/scopes/settings-bytes.ts';

let base = '';

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-scopes-')));
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(path: string, text = '{}'): string {
  const file = join(base, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

function place(cwd: string, env: Record<string, string> = {}): Place {
  return {
    cwd: join(base, cwd),
    home: join(base, 'home'),
    env,
    platform: 'linux',
    managedDirectory: join(base, 'etc'),
  };
}

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ['-c', 'user.name=dev', '-c', 'user.email=dev@example.com'];
  execFileSync('git', [...identity, ...args], { cwd: join(base, cwd), stdio: 'ignore' });
}

describe('the local settings file', () => {
  test('lies at the root of the repository', () => {
    put('repo/.git/HEAD');
    put('repo/packages/a/x');
    expect(settingsFile(place('repo/packages/a'), 'local')).toBe(
      join(base, 'repo/.claude/settings.local.json'),
    );
  });

  test('of a linked worktree lies in the main checkout', () => {
    put('repo/README.md', 'x');
    git('repo', 'init', '-q');
    git('repo', 'add', '.');
    git('repo', 'commit', '-q', '-m', 'first');
    git('repo', 'worktree', 'add', '-q', join(base, 'tree'));
    expect(settingsFile(place('tree'), 'local')).toBe(join(base, 'repo/.claude/settings.local.json'));
  });

  test('of a worktree of a bare repository lies in the worktree', () => {
    put('repo/README.md', 'x');
    git('repo', 'init', '-q');
    git('repo', 'add', '.');
    git('repo', 'commit', '-q', '-m', 'first');
    git('.', 'clone', '-q', '--bare', join(base, 'repo'), join(base, 'bare.git'));
    git('bare.git', 'worktree', 'add', '-q', join(base, 'tree'));
    expect(settingsFile(place('tree'), 'local')).toBe(join(base, 'tree/.claude/settings.local.json'));
  });

  test.each([
    { name: 'without a repository', cwd: 'plain/sub', git: 'elsewhere/.git/HEAD', platform: 'linux' },
    {
      name: 'where the repository is the home directory',
      cwd: 'home/sub',
      git: 'home/.git/HEAD',
      platform: 'linux',
    },
    { name: 'on Windows', cwd: 'repo/sub', git: 'repo/.git/HEAD', platform: 'win32' },
  ] as const)('stays in the start directory $name', ({ cwd, git: head, platform }) => {
    put(head);
    mkdirSync(join(base, cwd), { recursive: true });
    const file = settingsFile({ ...place(cwd), platform }, 'local');
    expect(file).toBe(join(base, cwd, '.claude/settings.local.json'));
  });
});

describe('the settings in force', () => {
  test('come strongest first, and only from files that exist', () => {
    put('repo/.git/HEAD');
    const files = [
      put('etc/managed-settings.json'),
      put('etc/managed-settings.d/10-base.json'),
      put('etc/managed-settings.d/20-more.json'),
      put('repo/.claude/settings.local.json'),
      put('repo/sub/.claude/settings.local.json'),
      put('repo/sub/.claude/settings.json'),
      put('home/.claude/settings.json'),
    ];
    put('etc/managed-settings.d/.hidden.json');
    put('etc/managed-settings.d/note.txt');
    put('repo/.claude/settings.json');
    const inForce = settingsInForce(place('repo/sub'));
    expect(inForce.texts.map(({ file }) => file)).toEqual(files);
    expect(inForce.texts.map(({ scope }) => scope)).toEqual([
      'managed',
      'managed',
      'managed',
      'local',
      'local',
      'project',
      'user',
    ]);
    expect(inForce.repository).toBe(join(base, 'repo'));
  });

  test('of the organisation come from its server where they were fetched', () => {
    put('etc/managed-settings.json');
    const fetched = put('home/.claude/remote-settings.json');
    mkdirSync(join(base, 'plain'));
    expect(settingsInForce(place('plain')).texts.map(({ file }) => file)).toEqual([fetched]);
  });

  test('of the user follow CLAUDE_CONFIG_DIR', () => {
    const file = put('config/settings.json');
    put('home/.claude/settings.json');
    mkdirSync(join(base, 'plain'));
    const { texts } = settingsInForce(place('plain', { CLAUDE_CONFIG_DIR: join(base, 'config') }));
    expect(texts).toMatchObject([{ file, scope: 'user', root: join(base, 'config') }]);
  });

  test('change their hash with one byte of one file', () => {
    put('home/.claude/settings.json', '{"model":"a"}');
    const before = settingsInForce(place('home/x')).hash;
    put('home/.claude/settings.json', '{"model":"b"}');
    expect(settingsInForce(place('home/x')).hash).not.toBe(before);
  });

  test('name a file that cannot be decoded and go on', () => {
    mkdirSync(join(base, 'home/.claude'), { recursive: true });
    writeFileSync(join(base, 'home/.claude/settings.json'), Uint8Array.of(0x7b, 0xc3, 0x28, 0x7d));
    const { texts, unreadable } = settingsInForce(place('home/x'));
    expect(texts).toEqual([]);
    expect(unreadable).toMatchObject([{ why: 'not valid UTF-8' }]);
  });
});

describe('trust', () => {
  test('is remembered for the main checkout, not for its parent', () => {
    put('repo/.git/HEAD');
    put('repo/sub/x');
    const trust = (folder: string) =>
      put(
        'home/.claude.json',
        JSON.stringify({ projects: { [join(base, folder)]: { hasTrustDialogAccepted: true } } }),
      );
    trust('repo');
    expect(settingsInForce(place('repo/sub')).trusted).toBe(true);
    trust('.');
    expect(settingsInForce(place('repo/sub')).trusted).toBe(false);
  });

  test.each(['', '{', '[]', '{"projects": null}'])('is not given by a state file that reads %j', (text) => {
    put('home/.claude.json', text);
    expect(settingsInForce(place('repo')).trusted).toBe(false);
  });

  test('is needed by a local file that git tracks or that lies behind a link', () => {
    put('repo/.claude/settings.local.json');
    git('repo', 'init', '-q');
    const supplied = () => settingsInForce(place('repo')).texts.map((text) => text.suppliedByRepository);
    expect(supplied()).toEqual([false]);
    git('repo', 'add', '-f', '.claude/settings.local.json');
    expect(supplied()).toEqual([true]);
    put('linked/real/settings.local.json');
    symlinkSync('real', join(base, 'linked/.claude'));
    expect(settingsInForce(place('linked')).texts).toMatchObject([{ suppliedByRepository: true }]);
  });
});

describe('bytes', () => {
  test.each([
    { name: 'UTF-8', bytes: Buffer.from('{"a":"é"}') },
    { name: 'UTF-8 with a BOM', bytes: Buffer.from('\uFEFF{}') },
    { name: 'UTF-16 with a BOM', bytes: Buffer.from('\uFEFF{"a":"é"}', 'utf16le') },
  ])('of $name come back as they were', ({ bytes }) => {
    const read = decodeSettings(bytes);
    if (read.kind !== 'present') throw new Error(read.kind);
    expect(Buffer.from(encodeSettings(read.text, read.encoding))).toEqual(bytes);
  });
});

describe('file facts', () => {
  test('hold the links on the way to a path, and those that they lead to', () => {
    put('real/deep/file');
    symlinkSync('real', join(base, 'first'));
    symlinkSync('/etc/passwd', join(base, 'real/deep/out'));
    const { links, directories } = fileFacts([join(base, 'first/deep/out')]);
    expect(links.get(join(base, 'first'))).toBe('real');
    expect(links.get(join(base, 'real/deep/out'))).toBe('/etc/passwd');
    expect(directories.has(join(base, 'real/deep'))).toBe(true);
  });

  test('end where links lead in a circle', () => {
    symlinkSync('b', join(base, 'a'));
    symlinkSync('a', join(base, 'b'));
    expect(fileFacts([join(base, 'a/x')]).links.get(join(base, 'b'))).toBe('a');
  });
});
