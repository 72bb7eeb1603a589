import { describe, expect, test } from 'vitest';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { recordedCalls } from '../../src/clusters/recorded-call.ts';
import type { Risk } from '../../src/effects/effects.ts';
import type { Observation } from '../../src/observations/observation.ts';
import { compilePolicy } from '../../src/permission/compile.ts';
import { judgeIn } from '../../src/proposals/judge.ts';
import { LIMITS } from '../../src/proposals/limits.ts';
import { plan } from '../../src/proposals/plan.ts';
import type { Judge } from '../../src/proposals/rung.ts';
import { bash, edit, inSessions, observed } from '../helpers/observed.ts';

const PROJECT = '/home/dev/proj';
const LOCAL: Risk = { tier: 'local', because: 'changes files of the project' };

/** Says the same of every rule: these tests are about choosing, not about risk. */
const MILD: Judge = { rule: () => ({ guards: [], risk: LOCAL, witnesses: [] }), call: () => LOCAL };

function planFor(seen: Iterable<Observation>, judge = MILD) {
  const policy = compilePolicy([], surroundingsOf(PROJECT, '/home/dev'));
  const policyAt = (one: Observation, mode = one.mode ?? 'default') =>
    compilePolicy([], { ...surroundingsOf(PROJECT, '/home/dev'), mode });
  const reading = { policyAt };
  return plan({
    calls: recordedCalls(seen, reading),
    reading,
    policy,
    judge,
    naming: () => 2,
    limits: LIMITS,
  });
}

const rulesOf = (seen: Iterable<Observation>, judge = MILD) =>
  planFor(seen, judge).proposals.map(({ rule }) => rule);

describe('a plan', () => {
  const docs = (name: string) => inSessions(2, (given) => edit(`${PROJECT}/docs/${name}.md`, given));

  test('takes the kind of file and the folder that cover what was approved, and no more', () => {
    expect(rulesOf([...docs('a'), ...docs('b')])).toEqual(['Edit(/docs/**/*.md)']);
  });

  test('needs three calls and two sessions', () => {
    expect(rulesOf(docs('a'))).toEqual([]);
    const looped = Array.from({ length: 500 }, () => edit(`${PROJECT}/docs/a.md`));
    expect(rulesOf(looped)).toEqual([]);
  });

  test('never covers a refused call, whatever else was approved', () => {
    const refused = edit(`${PROJECT}/docs/secret.md`, { outcome: { kind: 'rejected' } });
    const rules = rulesOf([...docs('a'), ...docs('b'), ...docs('a'), refused]);
    expect(rules).toEqual(['Edit(/docs/a.md)']);
  });

  test('leaves a rule contested whose pattern matches a refused call, though a guard would hold that call', () => {
    const commit = (message: string, given = {}) =>
      observed({ action: bash(`git commit -m ${message}`), ...given });
    const approved = inSessions(4, (given) => commit('tidy', given));
    const policy = compilePolicy([], surroundingsOf(PROJECT, '/home/dev'));
    const judge = judgeIn(policy);
    expect(rulesOf(approved, judge)).toContain('Bash(git commit -m tidy)');
    const varied = [...approved, ...inSessions(4, (given) => commit('clean', given))];
    expect(rulesOf(varied, judge)).toContain('Bash(git commit -m *)');
    const refused = commit('/x', { outcome: { kind: 'rejected', feedback: 'I did not say commit' } });
    expect(rulesOf([...varied, refused], judge)).not.toContain('Bash(git commit -m *)');
  });

  test('says of each guard which call it holds', () => {
    const seen = inSessions(4, (given) =>
      observed({ ...given, action: bash(`go test ./a${given.session}`) }),
    );
    const policy = compilePolicy([], surroundingsOf(PROJECT, '/home/dev'));
    const [guard] = planFor(seen, judgeIn(policy)).proposals.filter(
      ({ guards }) => guards === 'Bash(go test *)',
    );
    expect(guard?.because).toMatch(/^Keeps asking before `go test .+`, which .+\.$/);
  });

  test('learns nothing from calls that a mode let pass', () => {
    const unasked = (name: string) =>
      inSessions(4, (given) => edit(`${PROJECT}/docs/${name}.md`, { ...given, mode: 'acceptEdits' }));
    expect(rulesOf([...unasked('a'), ...unasked('b')])).toEqual([]);
  });

  test('proposes nothing above the ceiling and says why', () => {
    const risky: Judge = {
      ...MILD,
      rule: () => ({ guards: [], witnesses: [], risk: { tier: 'anything', because: 'runs anything' } }),
    };
    const { proposals, stays } = planFor([...docs('a'), ...docs('b')], risky);
    expect(proposals).toEqual([]);
    expect(stays).toMatchObject([{ what: 'write docs', tier: 'anything', because: 'It runs anything.' }]);
  });

  test('says how many prompts it would have saved', () => {
    const { prompts, saved, proposals } = planFor([...docs('a'), ...docs('b'), observed()]);
    expect({ prompts, saved }).toEqual({ prompts: 5, saved: 4 });
    expect(proposals[0]).toMatchObject({ promptsSaved: 4, support: { calls: 4, sessions: 2, days: 2 } });
  });

  test('is the same for the same evidence', () => {
    const seen = [...docs('a'), ...docs('b')];
    expect(planFor(seen)).toEqual(planFor(seen));
  });
});
