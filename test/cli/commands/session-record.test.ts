import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PermissionRecord } from '../../../src/records/permission-record.ts';
import { runCli } from '../../helpers/cli.ts';
import { layOut, type SamplePlace } from '../../helpers/sample.ts';

let place: SamplePlace;

beforeEach(async () => {
  place = layOut(['refused-push']);
  await runCli(['learn', '--once', '--transcripts', place.transcripts, '--store', place.store], at());
});

afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const at = () => ({ cwd: place.project, home: place.home });

async function sessions(): Promise<readonly string[]> {
  // A beginning that fits every session is refused with the list of them.
  const { err } = await runCli(['audit', '--session', '', '--store', place.store], at());
  return err.trim().split(': ').at(-1)?.split(', ') ?? [];
}

async function recordOf(session: string): Promise<PermissionRecord> {
  const { out } = await runCli(['audit', '--session', session, '--store', place.store, '--json'], at());
  return JSON.parse(out);
}

describe('the permission record of a session', () => {
  test('says what was allowed, what was done, and who let it pass', async () => {
    const records = await Promise.all((await sessions()).map(recordOf));
    expect(records.length).toBeGreaterThan(1);
    const [record] = records;
    expect(record).toMatchObject({
      project: place.project,
      modes: ['default'],
      clientVersions: ['2.1.330'],
      rules: { allow: ['Bash(npm run lint)'], deny: ['Read(./.env)'] },
      blockedPaths: ['read ./.env'],
      networkAllowlist: [],
    });
    expect(record?.scopes).toContainEqual(
      expect.objectContaining({ tool: 'Edit', what: 'write in the workspace', verdict: 'ask' }),
    );
    const actions = records.flatMap((each) => each.actions);
    const pushes = actions.filter(({ what }) => what.includes('git push'));
    expect(pushes.length).toBeGreaterThan(2);
    expect(pushes.map(({ reviewer, outcome }) => `${reviewer} ${outcome}`)).not.toContain('human ran');
    expect(actions.some(({ reviewer, outcome }) => reviewer === 'human' && outcome === 'ran')).toBe(true);
  });

  test('holds the settings of that time, not those written since', async () => {
    const [session = ''] = await sessions();
    const before = await recordOf(session);
    await runCli(['apply', '--rule', 'Bash(git push *)', '--store', place.store], {
      ...at(),
      now: Date.now(),
    });
    const after = await recordOf(session);
    expect(after.rules).toEqual(before.rules);
    expect(after.settingsHash).toBe(before.settingsHash);
    expect(after.settings).toMatchObject([{ scope: 'local', known: 'ledger' }]);
  });

  test('of an unknown session is a mistake of the person', async () => {
    const got = await runCli(['audit', '--session', 'nobody', '--store', place.store], at());
    expect(got).toMatchObject({ exit: 2, err: expect.stringContaining('no session nobody') });
  });
});
