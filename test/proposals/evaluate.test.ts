import { describe, expect, test } from 'vitest';
import { surroundingsOf } from '../../src/clusters/place.ts';
import type { Observation } from '../../src/observations/observation.ts';
import { compilePolicy } from '../../src/permission/compile.ts';
import { evaluate, OURS } from '../../src/proposals/evaluate.ts';
import { sessionsInOrder, splitByTime } from '../../src/proposals/held-out.ts';
import { judgeIn } from '../../src/proposals/judge.ts';
import { LIMITS } from '../../src/proposals/limits.ts';
import { bash, inSessions, observed } from '../helpers/observed.ts';

const POLICY = compilePolicy([], surroundingsOf('/home/dev/proj', '/home/dev'));

function evaluated(seen: readonly Observation[]) {
  return evaluate({
    project: '/home/dev/proj',
    seen,
    policy: POLICY,
    judge: judgeIn(POLICY),
    naming: () => 2,
    limits: LIMITS,
    share: 0.7,
    learners: [OURS],
  });
}

describe('the split', () => {
  const seen = inSessions(10, (given) => observed(given));

  test('keeps sessions whole and in the order of time, however the lines lie', () => {
    const { earlier, later } = splitByTime([...seen].reverse(), 0.7);
    expect(sessionsInOrder(earlier)).toEqual(seen.slice(0, 7).map(({ session }) => session));
    expect(new Set([...earlier, ...later]).size).toBe(10);
  });
});

describe('an evaluation', () => {
  test('counts only the prompts of the held-out sessions, whoever was asked when they ran', () => {
    const tests = inSessions(10, (given) => observed({ ...given, mode: 'bypassPermissions' }));
    const { prompts, ceiling, scores } = evaluated(tests);
    expect({ prompts, ceiling }).toEqual({ prompts: 3, ceiling: 3 });
    expect(scores).toMatchObject([{ learner: 'precedent', removed: 3, rules: 1, refusedCovered: 0 }]);
  });

  test('says when a refusal of the held-out sessions would have been covered', () => {
    const tests = inSessions(10, (given) => observed(given));
    const refused = observed({
      session: 'session-10',
      at: tests[9]?.at ?? 0,
      outcome: { kind: 'rejected' },
    });
    expect(evaluated([...tests, refused])).toMatchObject({ ceiling: 0, scores: [{ refusedCovered: 1 }] });
  });

  test('gives every remaining prompt one reason', () => {
    const seen = ['curl https://example.com', 'echo $(date) $X', 'git push', 'npm test'].flatMap((command) =>
      inSessions(10, (given) => observed({ ...given, action: bash(command) })),
    );
    const { prompts, scores, remaining } = evaluated(seen);
    const left = remaining.reduce((sum, residual) => sum + residual.prompts, 0);
    expect(left).toBe(prompts - (scores[0]?.removed ?? 0));
  });
});
