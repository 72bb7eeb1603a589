import { describe, expect, test } from 'vitest';
import { dismiss } from '../src/evidence/dismissing.ts';
import { openStore } from '../src/evidence/store.ts';
import type { ProjectPlan } from '../src/proposals/proposal.ts';
import { wantedPlan } from '../src/wanted-plan.ts';
import { PLAN, proposal } from './cli/tui/plans.ts';

const project = '/home/dev/shop';
const guard = proposal('Bash(npm run test -u *)', {
  list: 'ask',
  guards: 'Bash(npm run test *)',
  promptsSaved: 0,
});
const plan: ProjectPlan = {
  ...PLAN,
  proposals: [...PLAN.proposals, guard],
  project,
  prompts: 60,
  saved: 52,
  needed: 0,
  reflexes: 0,
  unknownMode: 0,
  setAside: [],
  advice: [],
};

describe('a rule that is never to be suggested again', () => {
  test('leaves the plan with its guards, and stays with the person who said so', () => {
    const store = openStore(':memory:');
    dismiss(store, { project, list: 'allow', rule: 'Bash(npm run test *)' }, 1);
    dismiss(store, { project, list: 'allow', rule: 'Bash(npm run test *)' }, 2);
    const wanted = wantedPlan(plan, store);
    expect(wanted.proposals.map(({ rule }) => rule)).toEqual(['Bash(git log *)', 'Edit(/src/**)']);
    expect(wanted.stays.at(-1)).toMatchObject({ what: 'Bash(npm run test *)', tool: 'Bash' });
    expect(wanted.saved).toBe(21);
    store.close();
  });

  test('is proposed in other projects as before', () => {
    const store = openStore(':memory:');
    dismiss(store, { project: '/home/dev/other', list: 'allow', rule: 'Bash(npm run test *)' }, 1);
    expect(wantedPlan(plan, store)).toBe(plan);
    store.close();
  });
});
