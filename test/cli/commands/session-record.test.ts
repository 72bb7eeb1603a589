import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** The same sessions, as the client records them when a rule settles what a human settled there. */
async function learnWithoutHuman(): Promise<void> {
  const asked = /"source":"user_temporary","grantScope":"once","reasonCode":"[^"]*"/g;
  const settled = '"source":"config","reasonType":"subcommandResults"';
  for (const name of readdirSync(place.transcripts, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.jsonl')) continue;
    const file = join(place.transcripts, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(asked, settled));
  }
  rmSync(place.store);
  await runCli(['learn', '--once', '--transcripts', place.transcripts, '--store', place.store], at());
}

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

  test('ties what a rule let pass to the person who accepted the rule', async () => {
    const signed = { ...at(), now: Date.parse('2026-01-01T00:00:00Z') };
    await runCli(['apply', '--rule', 'Bash(git add *)', '--store', place.store], signed);
    await learnWithoutHuman();
    const records = await Promise.all((await sessions()).map(recordOf));
    const byRule = records.flatMap(({ actions }) => actions).filter(({ rules }) => rules.length > 0);
    expect(byRule.map(({ what }) => what)).toContain('git add src/cart.js');
    expect(byRule[0]?.rules).toMatchObject([{ rule: 'Bash(git add *)', entry: 1 }]);
    expect(records[0]?.settings).toMatchObject([{ scope: 'local', known: 'ledger' }]);
  });

  test('of an unknown session is a mistake of the person', async () => {
    const got = await runCli(['audit', '--session', 'nobody', '--store', place.store], at());
    expect(got).toMatchObject({ exit: 2, err: expect.stringContaining('no session nobody') });
  });
});
