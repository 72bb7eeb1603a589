import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NEWEST_KNOWN } from '../../../src/permission/client-version.ts';
import { runCli } from '../../helpers/cli.ts';

let base = '';

beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'precedent-questions-')));
  mkdirSync(join(base, 'project/.claude'), { recursive: true });
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

function run(argv: readonly string[], input = '') {
  return runCli(argv, { cwd: join(base, 'project'), home: join(base, 'home'), input });
}

/** The local settings of the project. */
function settled(permissions: object): string {
  const file = join(base, 'project/.claude/settings.local.json');
  writeFileSync(file, JSON.stringify({ permissions }, null, 2));
  return file;
}

describe('precedent decide', () => {
  const request = (id: number, command: string, more: object = {}) =>
    JSON.stringify({
      id,
      settings: { local: { permissions: { allow: ['Bash(npm test)'] } } },
      mode: 'default',
      cwd: '/home/dev/proj',
      tool: 'Bash',
      input: { command },
      ...more,
    });
  const answersTo = async (...lines: readonly string[]) => {
    const { exit, out } = await run(['decide'], lines.join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { exit, answers };
  };

  test('answers in the order of the lines, a bad one by its number', async () => {
    const { exit, answers } = await answersTo(request(1, 'npm test'), '{"id": 2}', request(3, 'npm publish'));
    expect(exit).toBe(1);
    expect(answers).toMatchObject([
      { id: 1, decision: 'allow', because: { kind: 'rule' } },
      { line: 2, error: expect.stringContaining('cwd') },
      { id: 3, decision: 'ask' },
    ]);
  });

  test('says which client it answered for where the one named is newer than any that is known', async () => {
    const { answers } = await answersTo(
      request(1, 'npm test', { clientVersion: '99.0.0' }),
      request(2, 'npm test', { clientVersion: NEWEST_KNOWN }),
    );
    expect(answers[0]).toMatchObject({ decision: 'allow', decidedAs: NEWEST_KNOWN });
    expect(answers[1]).not.toHaveProperty('decidedAs');
  });
});

describe('precedent explain', () => {
  test('takes a compound apart and names the rule, its file and its line', async () => {
    const file = settled({ allow: ['Bash(npm test)', 'Bash(npm run build:*)'] });
    const { exit, out } = await run(['explain', 'npm test && npm run lint']);
    expect(exit).toBe(0);
    expect(out.replaceAll(/\s+/g, '')).toContain(`${file}:4`);
    expect(out).toMatch(/allow\s+npm test/);
    expect(out).toMatch(/ask\s+npm run lint/);
    expect(out).toContain('Bash(npm run lint)');
    expect(out.replaceAll(/\s+/g, ' ')).toContain('it wants `build` where the command has `lint`');
  });

  test('answers about files, fetches and servers too', async () => {
    settled({ allow: ['WebFetch(domain:api.example.com)'], deny: ['Read(./.env)'] });
    const env = join(base, 'project/.env');
    expect((await run(['explain', '--tool', 'Read', '--path', env])).out).toMatch(/^deny/);
    expect((await run(['explain', '--fetch', 'https://api.example.com/v1'])).out).toMatch(/^allow/);
    expect((await run(['explain', '--mcp', 'tracker/get_issue'])).out).toMatch(/^ask/);
  });
});

describe('precedent lint', () => {
  test('finds rules that do nothing, with their place and what would work, and ends with 1', async () => {
    const file = settled({ allow: ['Write(src/**)', 'WebFetch(example.com)'] });
    const { exit, out } = await run(['lint', file, '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(out).findings).toMatchObject([
      { code: 'never-matches', file, line: 4, column: 7 },
      { code: 'dropped-rule', file, line: 5, column: 7 },
    ]);
    const before = readFileSync(file, 'utf8');
    expect((await run(['lint', file])).out).toContain('Edit(src/**)');
    await run(['lint', file, '--fix']);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('speaks SARIF, and ends with 0 where nothing is found', async () => {
    const file = settled({ allow: ['Write(src/**)'] });
    const { runs } = JSON.parse((await run(['lint', file, '--sarif'])).out);
    expect(runs[0].results).toMatchObject([{ ruleId: 'never-matches' }]);
    settled({ allow: ['Bash(npm test)'] });
    expect((await run(['lint', file])).exit).toBe(0);
  });
});
