import { describe, expect, test } from 'vitest';
import { clusterCalls } from '../../src/clusters/cluster.ts';
import { namingWords } from '../../src/clusters/naming-words.ts';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { recordedCalls } from '../../src/clusters/recorded-call.ts';
import { COMMANDS } from '../../src/effects/commands/all.ts';
import { compilePolicy } from '../../src/permission/compile.ts';
import { blameOf } from '../../src/proposals/blame.ts';
import { judgeIn } from '../../src/proposals/judge.ts';
import { bash, observed } from '../helpers/observed.ts';

const POLICY = compilePolicy([], surroundingsOf('/home/dev/proj', '/home/dev'));

function blamedIn(command: string) {
  const refused = observed({ action: bash(command), outcome: { kind: 'rejected' } });
  const calls = recordedCalls([refused], { policyAt: () => POLICY });
  const { clusters, demands } = clusterCalls(calls, POLICY, namingWords(COMMANDS));
  const blame = blameOf(demands, judgeIn(POLICY));
  return {
    alone: [...blame.members].map(({ text }) => text),
    refusals: Object.fromEntries(
      clusters
        .flatMap(({ members }) => members)
        .map((member) => [member.text, blame.refusals([member]).calls]),
    ),
  };
}

describe('a refusal', () => {
  test('attaches to the part that carries the risk', () => {
    expect(blamedIn('git add src/a.ts && git push')).toEqual({
      alone: ['git push'],
      refusals: { 'git add src/a.ts': 0, 'git push': 1 },
    });
  });

  test('attaches to the only part that was asked about', () => {
    expect(blamedIn('git status && npm test')).toMatchObject({ alone: ['npm test'] });
  });

  test('attaches to the whole call where no part is worse than the others', () => {
    expect(blamedIn('mkdir a && mkdir b')).toEqual({ alone: [], refusals: { 'mkdir a': 1, 'mkdir b': 1 } });
  });
});
