import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/settings/read.ts';

const PROJECT = { scope: 'project', file: '/p/.claude/settings.json', root: '/p' } as const;

function read(value: unknown, source: Parameters<typeof readSettings>[1] = PROJECT) {
  return readSettings(typeof value === 'string' ? value : JSON.stringify(value), source);
}

/** Recorded from the settings resolution of the SDK 0.3.330: one wrong-typed known key voids the file. */
const VOID: readonly unknown[] = [
  { permissions: { defaultMode: 'yolo' } },
  { permissions: { allow: 'Bash(x)' } },
  { permissions: { deny: null } },
  { permissions: null },
  { permissions: { additionalDirectories: ['a', 3] } },
  { permissions: { disableBypassPermissionsMode: true } },
  { permissions: { denyInsteadOfPrompting: 1 } },
  { cleanupPeriodDays: 0 },
  { cleanupPeriodDays: 1.5 },
  { model: 5 },
  { sandbox: null },
  { sandbox: { enabled: 'true' } },
  { sandbox: { network: { allowedDomains: ['x', 3] } } },
  { sandbox: { excludedCommands: 'docker *' } },
  { sandbox: { credentials: { files: [{ path: 'x', mode: 'zz' }] } } },
  { hooks: { PreToolUse: [{ matcher: 1, hooks: [] }] } },
  { hooks: { PreToolUse: [{ hooks: [{ type: 'command' }] }] } },
  { statusLine: { type: 'command' } },
  '{"permissions":{"deny":["Read(x)"],}}',
  '{"permissions":{} // note\n}',
];

/** Recorded likewise: tolerated, and the rules stand. */
const TOLERATED: readonly object[] = [
  { unknown: 1 },
  { hooks: { Nope: [{ matcher: 1 }] } },
  { hooks: 'x' },
  { env: { A: 1, B: null } },
  { enabledMcpjsonServers: 'x' },
  { effortLevel: 3 },
  { sandbox: { zz: 1 } },
];

describe('a settings file', () => {
  test.each(VOID.map((value) => ({ value })))('is ignored as a whole: $value', ({ value }) => {
    expect(read(value)).toMatchObject({ kind: 'void', at: { line: 1 } });
  });

  test.each(TOLERATED.map((value) => ({ value })))('stands with $value in it', ({ value }) => {
    const reading = read({ ...value, permissions: { deny: ['Read(.env)'] } });
    expect(reading.kind === 'valid' && reading.permissions.rules.map(({ text }) => text)).toEqual([
      'Read(.env)',
    ]);
  });

  test('loses a bad rule alone, and says where it stood', () => {
    const reading = read('{\r\n "permissions": {\r\n  "allow": ["bad(", "Bash(ls)", 5]\r\n }\r\n}');
    expect(reading).toMatchObject({
      kind: 'valid',
      permissions: { rules: [{ text: 'Bash(ls)', origin: { scope: 'project', line: 3, column: 21 } }] },
      problems: [
        { line: 3, column: 13, rule: { list: 'allow', text: 'bad(' } },
        { line: 3, column: 33 },
      ],
    });
  });

  test('may start with a byte order mark, be blank, or hold no object', () => {
    for (const text of ['\uFEFF{"permissions":{}}', '', ' \n', '[]', 'null'])
      expect(read(text).kind).toBe('valid');
  });

  test('counts the last of two equal keys', () => {
    const reading = read('{"permissions":{"allow":["Bash(a)"]},"permissions":{"allow":["Bash(b)"]}}');
    expect(reading.kind === 'valid' && reading.permissions.rules.map(({ text }) => text)).toEqual([
      'Bash(b)',
    ]);
  });

  test('of the organisation loses only the bad key (recorded from client 2.1.330)', () => {
    const reading = read(
      { cleanupPeriodDays: 'x', permissions: { deny: ['Read(.env)'] } },
      { scope: 'managed', root: '/p' },
    );
    expect(reading).toMatchObject({ kind: 'valid', permissions: { rules: [{ text: 'Read(.env)' }] } });
    expect(reading.kind === 'valid' && reading.problems).toHaveLength(1);
  });
});
