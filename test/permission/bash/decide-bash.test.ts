import { describe, expect, test } from 'vitest';
import { modeNamed } from '../../../src/permission/mode.ts';
import table from './cases/decisions.json' with { type: 'json' };
import { policyWith, type Rules, verdictOf } from './policies.ts';

type Group = {
  readonly about: string;
  readonly rules: Rules;
  readonly mode?: string;
  readonly version?: string;
  readonly allow?: readonly string[];
  readonly ask?: readonly string[];
  readonly deny?: readonly string[];
};

const groups: readonly Group[] = table.groups;

describe.each(groups)('$about', ({ rules, mode = 'default', version, allow = [], ask = [], deny = [] }) => {
  const policy = policyWith(rules, modeNamed(mode), version);

  test.each(allow)('%j passes', (command) => {
    expect(verdictOf(policy, command)).toBe('allow');
  });

  test.each(ask)('%j asks', (command) => {
    expect(verdictOf(policy, command)).toBe('ask');
  });

  test.each(deny)('%j is refused', (command) => {
    expect(verdictOf(policy, command)).toBe('deny');
  });
});
