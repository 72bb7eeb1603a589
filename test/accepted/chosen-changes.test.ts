import { describe, expect, test } from 'vitest';
import { changesFrom } from '../../src/chosen-changes.ts';
import type { Proposal } from '../../src/proposals/proposal.ts';
import { ruleInScope } from '../../src/rule-in-scope.ts';

function proposal(id: string, rule: string, more: Partial<Proposal> = {}): Proposal {
  return {
    id,
    project: '/home/dev/shop',
    rule,
    list: 'allow',
    tier: 'local',
    support: { calls: 3, sessions: 2, days: 2 },
    refusals: 0,
    promptsSaved: 3,
    examples: [],
    witnesses: [],
    evidence: [`toolu_${id}`],
    because: 'You approved it.',
    ...more,
  };
}

const PLAN = [
  proposal('a', 'Bash(go test *)'),
  proposal('b', 'Bash(go test *-exec*)', { list: 'ask', guards: 'Bash(go test *)', evidence: [] }),
  proposal('c', 'Edit(/docs/**)'),
];

const ADVICE = [
  {
    id: 'd',
    project: '/home/dev/shop',
    what: 'additional directory /srv/data',
    because: 'You let 4 reads there pass.',
    change: { kind: 'add-directory', directory: '/srv/data' },
  },
] as const;

const rulesOf = (accept: readonly string[], all = false): readonly string[] =>
  changesFrom({ proposals: PLAN, advice: ADVICE }, { accept, all, scope: 'local' }).map(({ change }) =>
    'rule' in change ? change.rule : '',
  );

describe('choosing proposals', () => {
  test('by rule or by id brings the guards of an allow rule along', () => {
    expect(rulesOf(['Bash(go test *)'])).toEqual(['Bash(go test *)', 'Bash(go test *-exec*)']);
    expect(rulesOf(['a'])).toEqual(['Bash(go test *)', 'Bash(go test *-exec*)']);
    expect(rulesOf(['c'])).toEqual(['Edit(/docs/**)']);
  });

  test('takes everything once with all', () => {
    expect(rulesOf(['a'], true)).toEqual(['Bash(go test *)', 'Bash(go test *-exec*)', 'Edit(/docs/**)']);
  });

  test('takes advice by its id only', () => {
    const taken = changesFrom(
      { proposals: PLAN, advice: ADVICE },
      { accept: ['d'], all: false, scope: 'local' },
    );
    expect(taken).toEqual([
      {
        change: { kind: 'add-directory', directory: '/srv/data' },
        evidence: [],
        because: 'You let 4 reads there pass.',
      },
    ]);
    expect(rulesOf([], true)).not.toContain('');
  });

  test('refuses what nobody proposed', () => {
    expect(() => rulesOf(['Bash(rm *)'])).toThrow(/not proposed/);
  });
});

describe('a rule in the settings of the user', () => {
  test.each([
    { rule: 'Edit(/docs/**)', user: 'Edit(//home/dev/shop/docs/**)' },
    { rule: 'Edit(//srv/docs/**)', user: 'Edit(//srv/docs/**)' },
    { rule: 'Read(~/notes/**)', user: 'Read(~/notes/**)' },
    { rule: 'Bash(/opt/tool *)', user: 'Bash(/opt/tool *)' },
  ])('$rule is spelled $user', ({ rule, user }) => {
    expect(ruleInScope(rule, 'user', '/home/dev/shop')).toBe(user);
    expect(ruleInScope(rule, 'local', '/home/dev/shop')).toBe(rule);
  });

  test('is refused where the path of the project is itself a pattern', () => {
    expect(() => ruleInScope('Edit(/docs/**)', 'user', '/home/dev/[shop]')).toThrow(/cannot be spelled/);
  });
});
