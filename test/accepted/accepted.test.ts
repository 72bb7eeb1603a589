import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Applied, apply } from '../../src/accepted/apply.ts';
import type { Files } from '../../src/accepted/files.ts';
import { type Archive, ledgerFile, readArchive } from '../../src/accepted/ledger-file.ts';
import { type Shown, show } from '../../src/accepted/shown.ts';
import type { Signature } from '../../src/accepted/signature.ts';
import { removeRules, restore, undoing } from '../../src/accepted/undo.ts';
import { standing } from '../../src/records/chain.ts';
import type { AcceptedChange } from '../../src/records/entry.ts';
import { type Accident, FAST, failingDisk } from './disk.ts';
import { translated } from './translated.ts';

let base = '';
let file = '';
let archive: Archive = { folder: '', files: FAST };

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-accepted-')));
  mkdirSync(join(base, 'project/.claude'), { recursive: true });
  file = join(base, 'project/.claude/settings.local.json');
  archive = { folder: join(base, 'state'), files: FAST };
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

const BEFORE = '{\r\n\t"permissions": {\r\n\t\t"allow": ["Read"],\r\n\t\t"deny": ["WebFetch"]\r\n\t}\r\n}';

const signature: Signature = {
  signer: { name: 'dev', email: 'dev@example.com', from: 'git' },
  time: '2026-01-02T03:04:05.000Z',
  project: '/home/dev/project',
  scope: 'local',
  settings: (after) => after,
  program: '0.1.0',
};

function allowing(rule: string): readonly AcceptedChange[] {
  return [{ change: { kind: 'add-rule', list: 'allow', rule }, evidence: ['toolu_1', 'toolu_2'] }];
}

function shown(rule = 'Bash(npm test)', files: Files = FAST): Shown {
  const showing = show({ file, within: join(base, 'project') }, allowing(rule), files);
  if (showing.kind !== 'shown') throw new Error(JSON.stringify(showing));
  return showing;
}

function accept(rule = 'Bash(npm test)'): Applied {
  return apply(shown(rule), signature, archive);
}

function content(): string | undefined {
  return FAST.read(file) === undefined ? undefined : readFileSync(file, 'utf8');
}

describe('applying', () => {
  test('writes what was shown, keeps mode bits and line ends, and records it', () => {
    writeFileSync(file, BEFORE);
    chmodSync(file, 0o640);
    const what = shown();
    expect(apply(what, signature, archive).kind).toBe('applied');
    expect(content()).toBe(BEFORE.replace('["Read"]', '["Read", "Bash(npm test)"]'));
    expect(content()).toBe(what.after);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    const { entries, check } = readArchive(archive);
    expect(check).toEqual({ kind: 'whole', entries: 1 });
    expect(entries).toMatchObject([
      {
        kind: 'accepted',
        signer: { name: 'dev' },
        diff: what.diff,
        before: what.base,
        changes: what.changes,
      },
    ]);
  });

  test('makes a missing file and its folder', () => {
    rmSync(join(base, 'project/.claude'), { recursive: true });
    expect(accept().kind).toBe('applied');
    expect(JSON.parse(content() ?? '')).toEqual({ permissions: { allow: ['Bash(npm test)'] } });
  });

  test('writes nothing when the file changed since it was shown, and shows the new diff', () => {
    writeFileSync(file, BEFORE);
    const what = shown();
    writeFileSync(file, BEFORE.replace('Read', 'Edit'));
    const applied = apply(what, signature, archive);
    expect(applied).toMatchObject({
      kind: 'stale',
      now: { kind: 'shown', diff: expect.stringContaining('"Edit"') },
    });
    expect(content()).toBe(BEFORE.replace('Read', 'Edit'));
    expect(readArchive(archive).entries).toEqual([]);
  });

  test('notices a change between the comparison and the rename', () => {
    writeFileSync(file, BEFORE);
    const meddling: Files = {
      ...FAST,
      create(path, bytes, mode) {
        FAST.create(path, bytes, mode);
        if (path.endsWith('.tmp') && path.startsWith(join(base, 'project'))) writeFileSync(file, '{}');
      },
    };
    const applied = apply(shown(), signature, { ...archive, files: meddling });
    expect(applied.kind).toBe('stale');
    expect(content()).toBe('{}');
    expect(standing(readArchive(archive).entries)).toEqual([]);
    expect(readdirSync(join(base, 'project/.claude'))).toEqual(['settings.local.json']);
  });

  test('keeps ledger, head and backups for their owner only', () => {
    writeFileSync(file, BEFORE);
    accept();
    expect(statSync(archive.folder).mode & 0o777).toBe(0o700);
    const kept = readdirSync(archive.folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(archive.folder, name),
    );
    const open = kept.filter((path) => (statSync(path).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  test('leaves a file alone that the client rejects, and says where', () => {
    writeFileSync(file, '{\n  // mine\n}');
    expect(show({ file, within: undefined }, allowing('Read'), FAST)).toMatchObject({
      kind: 'refused',
      problems: [{ line: 2, column: 3 }],
    });
  });

  test('says which file the system would not let it write', () => {
    const full: Files = {
      ...FAST,
      rename(from, to) {
        if (to === file) throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' });
        FAST.rename(from, to);
      },
    };
    writeFileSync(file, BEFORE);
    const applied = apply(shown(), signature, { ...archive, files: full });
    expect(applied).toMatchObject({ kind: 'failed', file, why: expect.stringContaining('read-only') });
    expect(readArchive(archive).entries.map(({ kind }) => kind)).toEqual(['accepted', 'abandoned']);
  });
});

describe('a settings file that is a link', () => {
  test('stays a link, and its target is written', () => {
    writeFileSync(join(base, 'project/real.json'), BEFORE);
    symlinkSync('../real.json', file);
    expect(accept().kind).toBe('applied');
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(base, 'project/real.json'), 'utf8')).toContain('Bash(npm test)');
  });

  test('to a file that is not there yet makes that file', () => {
    symlinkSync('../later.json', file);
    expect(accept().kind).toBe('applied');
    expect(readFileSync(join(base, 'project/later.json'), 'utf8')).toContain('Bash(npm test)');
  });

  test.each([
    { name: 'the file', link: () => symlinkSync('../../elsewhere.json', file) },
    {
      name: 'its folder',
      link: () => {
        rmSync(join(base, 'project/.claude'), { recursive: true });
        symlinkSync(base, join(base, 'project/.claude'));
      },
    },
  ])('leading out of the project through $name is not followed', ({ link }) => {
    link();
    expect(show({ file, within: join(base, 'project') }, allowing('Read'), FAST)).toMatchObject({
      kind: 'refused',
      problems: [{ why: expect.stringContaining('out of the project') }],
    });
  });
});

function undoLast(): ReturnType<typeof undoing> {
  const of = standing(readArchive(archive).entries).at(-1);
  if (of === undefined) throw new Error('nothing to undo');
  return undoing(of, archive);
}

describe('undoing', () => {
  test('restores the bytes exactly', () => {
    writeFileSync(file, BEFORE);
    accept();
    const undo = undoLast();
    if (undo.kind !== 'restore') throw new Error(undo.kind);
    expect(restore(undo, signature, archive).kind).toBe('undone');
    expect(content()).toBe(BEFORE);
    expect(standing(readArchive(archive).entries)).toEqual([]);
  });

  test('takes a file away that was not there before', () => {
    accept();
    const undo = undoLast();
    if (undo.kind !== 'restore') throw new Error(undo.kind);
    restore(undo, signature, archive);
    expect(content()).toBeUndefined();
  });

  test('goes back one acceptance after the other', () => {
    writeFileSync(file, BEFORE);
    accept('Bash(one)');
    const middle = content();
    accept('Bash(two)');
    for (const expected of [middle, BEFORE]) {
      const undo = undoLast();
      if (undo.kind !== 'restore') throw new Error(undo.kind);
      restore(undo, signature, archive);
      expect(content()).toBe(expected);
    }
  });

  test('of a file changed since shows the change and takes out only its own rules', () => {
    writeFileSync(file, BEFORE);
    accept();
    writeFileSync(file, (content() ?? '').replace('"Bash(npm test)"', '"Bash(npm test)", "Bash(theirs)"'));
    const undo = undoLast();
    if (undo.kind !== 'changed-since' || undo.showing.kind !== 'shown') throw new Error(undo.kind);
    expect(undo.since).toContain('+\t\t"allow": ["Read", "Bash(npm test)", "Bash(theirs)"]');
    expect(removeRules(undo.of, undo.showing, { signature, archive }).kind).toBe('undone');
    expect(content()).toBe(BEFORE.replace('["Read"]', '["Read", "Bash(theirs)"]'));
  });

  test('leaves a rule alone that was there before', () => {
    writeFileSync(file, BEFORE);
    const both = [...allowing('Read'), ...allowing('Bash(npm test)')];
    const showing = show({ file, within: undefined }, both, FAST);
    if (showing.kind !== 'shown') throw new Error(showing.kind);
    apply(showing, signature, archive);
    writeFileSync(file, `${content()}\n`);
    const undo = undoLast();
    if (undo.kind !== 'changed-since' || undo.showing.kind !== 'shown') throw new Error(undo.kind);
    expect(undo.showing.after).toBe(`${BEFORE}\n`);
  });

  test('without its backup does not pretend to restore', () => {
    writeFileSync(file, BEFORE);
    accept();
    for (const name of readdirSync(join(archive.folder, 'backups')))
      unlinkSync(join(archive.folder, 'backups', name));
    expect(undoLast().kind).toBe('backup-lost');
  });
});

/** How many writes one acceptance takes, counted on a disk that never fails. */
function countWrites(): number {
  const disk = failingDisk(Number.POSITIVE_INFINITY, 'before', false);
  apply(shown(), signature, { ...archive, files: disk.files });
  const undo = undoLast();
  if (undo.kind !== 'restore') throw new Error(undo.kind);
  restore(undo, signature, archive);
  return disk.writes();
}

describe.each(['before', 'half', 'after'] as const satisfies readonly Accident[])(
  'an accident %s a write',
  (accident) => {
    test.each([
      { name: 'a power cut', dead: true, before: BEFORE },
      { name: 'a power cut with no file there', dead: true, before: undefined },
      { name: 'one failing step', dead: false, before: BEFORE },
    ])('never leaves half a file or an unrecorded rule: $name', ({ dead, before }) => {
      const restart = (): void => {
        rmSync(archive.folder, { recursive: true, force: true });
        if (before === undefined) rmSync(file, { force: true });
        else writeFileSync(file, before);
      };
      restart();
      const writes = countWrites();
      expect(writes).toBeGreaterThan(8);
      for (let n = 0; n < writes; n += 1) {
        restart();
        const what = shown();
        const { files } = failingDisk(n, accident, dead);
        try {
          apply(what, signature, { ...archive, files });
        } catch (error) {
          expect(error).toMatchObject({ code: 'EIO' });
        }
        const left = content();
        expect([before, what.after]).toContain(left);
        // Whatever is in force is accounted for already now, before anything is settled.
        const recorded = readArchive(archive).entries.some(({ kind }) => kind === 'accepted');
        if (left === what.after) expect(recorded).toBe(true);
        expect(readArchive(archive).check.kind).toBe('whole');
        // The next run works, and afterwards the ledger says exactly what is in the file.
        expect(accept('Bash(next)').kind).toBe('applied');
        const rules = standing(readArchive(archive).entries).flatMap(({ changes }) =>
          changes.map(({ change }) => ('rule' in change ? change.rule : '')),
        );
        const wanted = left === what.after ? ['Bash(npm test)', 'Bash(next)'] : ['Bash(next)'];
        expect({ n, rules }).toEqual({ n, rules: wanted });
        expect(readdirSync(join(base, 'project/.claude'))).toEqual(['settings.local.json']);
      }
    });
  },
);

describe('two runs at once', () => {
  test('wait for each other, and the chain holds', async () => {
    mkdirSync(archive.folder);
    const ledger = translated('src/accepted/ledger-file.ts', base);
    const files = translated('src/accepted/files.ts', base);
    const program = `
      import { append, exclusively } from ${JSON.stringify(ledger)};
      import { disk } from ${JSON.stringify(files)};
      const archive = { folder: ${JSON.stringify(archive.folder)}, files: disk(() => {}) };
      for (let round = 0; round < 10; round += 1) {
        exclusively(archive, () => append(archive, { kind: 'abandoned', of: 0, time: 'now', why: String(process.pid) }));
      }`;
    const runs = Array.from({ length: 4 }, () =>
      promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]),
    );
    await Promise.all(runs);
    expect(readArchive(archive).check).toEqual({ kind: 'whole', entries: 40 });
  });

  test('a lock whose process is gone is taken over', () => {
    mkdirSync(archive.folder);
    const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' });
    writeFileSync(join(archive.folder, 'ledger.lock'), gone);
    expect(accept().kind).toBe('applied');
    expect(readdirSync(archive.folder).filter((name) => name.includes('lock'))).toEqual([]);
  });

  test('a ledger that was tampered with takes no more entries', () => {
    accept('Bash(one)');
    writeFileSync(ledgerFile(archive), readFileSync(ledgerFile(archive), 'utf8').replace('"dev"', '"eve"'));
    expect(() => accept('Bash(two)')).toThrow(/its content does not fit its hash/);
    expect(content()).not.toContain('Bash(two)');
  });
});
