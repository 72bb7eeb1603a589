import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { bench, describe } from 'vitest';
import { namingWords } from '../../src/clusters/naming-words.ts';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { recordedCalls } from '../../src/clusters/recorded-call.ts';
import { COMMANDS } from '../../src/effects/commands/all.ts';
import { evaluate } from '../../src/evaluate.ts';
import { openStore } from '../../src/evidence/store.ts';
import type { Observation } from '../../src/observations/observation.ts';
import { compilePolicy } from '../../src/permission/compile.ts';
import { judgeIn } from '../../src/proposals/judge.ts';
import { LIMITS } from '../../src/proposals/limits.ts';
import { plan } from '../../src/proposals/plan.ts';
import { bash, observed } from '../helpers/observed.ts';
import { BASELINES } from './baselines.ts';

const PROJECT = '/home/dev/proj';
const STORE = process.env['PRECEDENT_STORE'];

/** Calls of a busy project: every fifth form is new, the rest repeat. */
function* generated(calls: number, distinct: number): Iterable<Observation> {
  for (let at = 0; at < calls; at += 1) {
    const form = at % distinct;
    const command = [
      `go test ./pkg${form}/...`,
      `git add src/file${form}.ts`,
      `mise run task${form % 50}`,
      `git log --oneline -${form}`,
      `gh pr view ${form}`,
    ][form % 5];
    yield { ...observed({ session: `session-${at % 200}` }), action: bash(command ?? 'npm test') };
  }
}

function planned(calls: number, distinct: number): void {
  const policy = compilePolicy([], surroundingsOf(PROJECT, '/home/dev'));
  const reading = { policyAt: () => policy };
  plan({
    calls: recordedCalls(generated(calls, distinct), reading),
    reading,
    policy,
    judge: judgeIn(policy),
    naming: namingWords(COMMANDS),
    limits: LIMITS,
  });
}

/** Measured once: the runner calls a function that is not async a first time to see what it returns. */
const ONCE = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };

describe('a plan', () => {
  bench('from 100,000 calls in 2,000 forms', async () => planned(100_000, 2_000), ONCE);
  bench('from 1,000,000 calls in 20,000 forms', async () => planned(1_000_000, 20_000), ONCE);
});

// PRECEDENT_STORE names a store filled by `precedent learn --once`: the learner against its baselines.
describe.runIf(STORE !== undefined && existsSync(resolve(STORE)))('the learner and its baselines', () => {
  bench(
    'on the held-out sessions of a store',
    async () => {
      const store = openStore(resolve(STORE ?? ''));
      const { projects } = evaluate({ store, home: '/home/dev', learners: BASELINES });
      store.close();
      for (const { prompts, ceiling, scores } of projects) {
        const rows = scores.map(({ learner, removed, rules, refusedCovered }) => ({
          learner,
          removed,
          rules,
          refusedCovered,
        }));
        console.log(`${prompts} prompts, ceiling ${ceiling}`);
        console.table(rows);
      }
    },
    ONCE,
  );
});
