import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { callJudge } from '../../src/call-risk.ts';
import { ownZones } from '../../src/own-zones.ts';

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'zones-')), 'zones.json');
  writeFileSync(file, text);
  return file;
}

function tierOf(command: string, zones = ownZones(fileWith('[]'))): string {
  const line = { tool: 'Bash', input: { command }, cwd: '/home/dev/project' };
  const answer = callJudge(zones)(JSON.stringify(line), 1);
  return 'tier' in answer ? answer.tier : answer.error;
}

describe('own zones', () => {
  const ZONES = ownZones(
    fileWith(
      JSON.stringify([
        { zone: 'secret', patterns: ['payroll', '*.vault'] },
        { zone: 'protected', patterns: ['release/notes.md'] },
        { zone: 'temporary', patterns: ['/scratch'] },
      ]),
    ),
  );

  test.each([
    ['cat payroll/2026.csv', 'inert', 'outside'],
    ['cat a.vault', 'inert', 'outside'],
    ['touch release/notes.md', 'local', 'outside'],
    ['touch /scratch/x', 'outside', 'local'],
    ['cat .env', 'outside', 'outside'],
  ])('%s is %s without them and %s with them', (command, without, within) => {
    expect([tierOf(command), tierOf(command, ZONES)]).toEqual([without, within]);
  });

  test('are none where there is no file', () => {
    expect(ownZones('/nowhere/zones.json')).toEqual([]);
  });

  test.each([
    ['{', 'is not JSON'],
    ['{"zone":"secret"}', 'the file'],
    ['[{"zone":"outside","patterns":["x"]}]', '0.zone'],
    ['[{"zone":"secret","patterns":[]}]', '0.patterns'],
    ['[{"zone":"secret","pattern":["x"]}]', '0'],
  ])('%s is refused, naming %s', (text, named) => {
    expect(() => ownZones(fileWith(text))).toThrow(named);
  });
});
