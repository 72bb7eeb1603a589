import { describe, expect, test } from 'vitest';
import { namingWords } from '../../src/clusters/naming-words.ts';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { recordedCalls } from '../../src/clusters/recorded-call.ts';
import { attackPaths } from '../../src/effects/attack-paths.ts';
import { COMMANDS } from '../../src/effects/commands/all.ts';
import type { Observation } from '../../src/observations/observation.ts';
import { compilePolicy } from '../../src/permission/compile.ts';
import { judgeIn } from '../../src/proposals/judge.ts';
import { LIMITS } from '../../src/proposals/limits.ts';
import { work } from '../../src/proposals/workings.ts';
import { bash, edit, inSessions, observed } from '../helpers/observed.ts';

const PROJECT = '/home/dev/proj';
const POLICY = compilePolicy([], surroundingsOf(PROJECT, '/home/dev'));

function planned(...groups: readonly (readonly Observation[])[]) {
  const reading = { policyAt: () => POLICY };
  return work({
    calls: recordedCalls(groups.flat(), reading),
    reading,
    policy: POLICY,
    judge: judgeIn(POLICY),
    naming: namingWords(COMMANDS),
    limits: LIMITS,
  });
}

const rulesOf = (...groups: readonly (readonly Observation[])[]) =>
  planned(...groups)
    .chosen.map(({ rule }) => rule)
    .sort();

const edits = (path: string, times: number) =>
  inSessions(times, (given) => edit(`${PROJECT}/${path}`, given));
const runs = (command: string, times: number) =>
  inSessions(times, (given) => observed({ ...given, action: bash(command) }));

describe('a plan as a whole', () => {
  test('keeps edits asked where running the code saves more', () => {
    expect(rulesOf(edits('src/a.go', 4), runs('go test ./...', 9))).toEqual(['Bash(go test ./...)']);
  });

  test('keeps runs asked where editing saves more', () => {
    expect(rulesOf(edits('src/a.go', 9), runs('go test ./...', 4))).toEqual(['Edit(/src/a.go)']);
  });

  test('lets text that nothing runs be edited beside the tests', () => {
    expect(rulesOf(edits('docs/a.md', 4), edits('docs/b.md', 4), runs('go test ./...', 9))).toEqual([
      'Bash(go test ./...)',
      'Edit(/docs/**/*.md)',
    ]);
  });

  test('opens no attack path that was not there', () => {
    const { after } = planned(edits('src/a.go', 9), edits('docs/a.md', 5), runs('go test ./...', 7));
    expect(attackPaths(after, after.surroundings)).toEqual([]);
  });

  test('opens a temporary folder to the shell commands that read there', () => {
    const reads = ['a', 'b', 'c'].flatMap((name) => runs(`cd /tmp/logs && tail -20 ${name}.log`, 2));
    expect(rulesOf(reads)).toEqual(['Read(//tmp/logs/**)']);
  });
});
