import { describe, expect, test } from 'vitest';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { widening } from '../../src/effects/compare-policies.ts';
import { covers } from '../../src/effects/covers.ts';
import { type CompiledPolicy, compilePolicy, withRule } from '../../src/permission/compile.ts';
import type { Rule } from '../../src/permission/rule.ts';
import { ruleOf } from '../../src/proposals/rule-of.ts';

const EMPTY = compilePolicy([], surroundingsOf('/home/dev/project', '/home/dev'));

function rule(text: string, list: 'allow' | 'deny' = 'allow'): Rule {
  const made = ruleOf(list, text);
  if (made === undefined) throw new Error(`${text} is no rule`);
  return made;
}

function policy(allow: readonly string[], deny: readonly string[] = []): CompiledPolicy {
  const rules = [...allow.map((text) => rule(text)), ...deny.map((text) => rule(text, 'deny'))];
  return rules.reduce((made, each) => withRule(made, each), EMPTY);
}

function compared(before: CompiledPolicy, after: CompiledPolicy) {
  return widening(before, after, { surroundings: EMPTY.surroundings, recorded: [] });
}

// Documentation: permissions, wildcard patterns; the optional blank before ` *` recorded from client 2.1.330.
describe('a rule covers another where the texts prove it', () => {
  test.each([
    ['Bash(git *)', 'Bash(git log *)', true],
    ['Bash(git *)', 'Bash(git)', true],
    ['Bash(git:*)', 'Bash(git *)', true],
    ['Bash(git * main)', 'Bash(git push main)', true],
    ['Bash(git * main)', 'Bash(git push * main)', true],
    ['Bash(git * main)', 'Bash(git push origin)', false],
    ['Bash(git push * main)', 'Bash(git * main)', false],
    ['Bash(* --version)', 'Bash(node --version)', true],
    ['Bash(*)', 'Bash(rm *)', true],
    ['Bash(npm run test*)', 'Bash(npm run test:unit)', true],
    ['Bash(npm run test:*)', 'Bash(npm run test:unit)', false],
    ['Bash(a * b *)', 'Bash(a x b)', false],
    ['Bash(git log *)', 'Bash(git log; rm x)', false],
    ['Bash(git * x:*)', 'Bash(git a x)', false],
    ['WebFetch(domain:*.github.com)', 'WebFetch(domain:api.github.com)', true],
    ['WebFetch(domain:*.github.com)', 'WebFetch(domain:github.com)', false],
    ['WebFetch(domain:*.github.com)', 'WebFetch(domain:*.api.github.com)', true],
    ['WebFetch(domain:*.api.github.com)', 'WebFetch(domain:*.github.com)', false],
    ['Edit(/src/**)', 'Edit(/src/a/**)', true],
    ['Edit(/src/**)', 'Edit(src/**)', false],
    ['mcp__github', 'mcp__github__get_issue', true],
  ])('%s, %s: %s', (outer, inner, expected) => {
    expect(covers(rule(outer), rule(inner))).toBe(expected);
  });
});

describe('widening', () => {
  test('none is proved where every rule is covered', () => {
    expect(compared(policy(['Bash(git *)']), policy(['Bash(git * main)', 'Bash(git)'])).kind).toBe('none');
  });

  test('is shown by the shortest call of a pattern that names no program', () => {
    const found = compared(policy([]), policy(['Bash(* --version)']));
    expect(found.kind === 'some' ? found.calls[0]?.text : found.kind).toBe('x --version');
  });

  test('is shown by what a dropped deny rule held back', () => {
    const before = policy(['Bash(git diff *)'], ['Bash(git diff --output:*)']);
    const found = compared(before, policy(['Bash(git diff *)']));
    expect(found.kind).toBe('some');
  });

  test('stays undecided, never equal, where neither a proof nor a call settles it', () => {
    expect(
      compared(policy(['Edit(/src/**)']), policy(['Edit(/src/*.ts)', 'Edit(/src/**/*.ts)'])).kind,
    ).not.toBe('some');
    const undecided = compared(policy(['Edit(/src/**)']), policy(['Edit(src/**)']));
    expect(undecided.kind).toBe('undecided');
  });
});
