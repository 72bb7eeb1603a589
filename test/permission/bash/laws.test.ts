import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../src/permission/decide.ts';
import { MODES } from '../../../src/permission/mode.ts';
import { policyWith, type Rules, verdictOf } from './policies.ts';

const STRICTNESS: Readonly<Record<Verdict, number>> = { allow: 0, ask: 1, deny: 2 };

const RULES = [
  'Bash',
  'Bash(npm *)',
  'Bash(npm test)',
  'Bash(git push:*)',
  'Bash(rm *)',
  'Bash(* --version)',
  'Bash(foo*bar)',
  'Bash(cat *)',
  'Bash(foo a && foo b)',
  'Read(./.env)',
  'Edit(/src/**)',
];

const COMMANDS = [
  'ls',
  'npm test',
  'npm run x',
  'git push origin',
  'git status',
  'rm x',
  'cat .env',
  'cat a.txt',
  'foo bar',
  'foo a',
  'foo b',
  'echo hi > src/x',
  'cd src',
  'node --version',
];

const someRules = fc.subarray(RULES);
const policies = fc.record({ allow: someRules, ask: someRules, deny: someRules });
const simple = fc.constantFrom(...COMMANDS);
const wrapped = fc.constantFrom(
  (text: string) => text,
  (text: string) => `(${text})`,
  (text: string) => `{ ${text}; }`,
  (text: string) => `timeout 5 ${text}`,
  (text: string) => `A=1 ${text}`,
  (text: string) => `sudo ${text}`,
  (text: string) => `echo $(${text})`,
  (text: string) => `if true; then ${text}; fi`,
  (text: string) => `${text} &`,
);
const command = fc.tuple(wrapped, simple).map(([wrap, text]) => wrap(text));
const line = fc
  .tuple(
    fc.array(command, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(' && ', '; ', ' | ', ' || ', '\n'),
  )
  .map(([parts, joint]) => parts.join(joint));

function strictness(rules: Rules, text: string): number {
  return STRICTNESS[verdictOf(policyWith(rules), text)];
}

describe('the decision about a command', () => {
  test('does not depend on the order of the rules', () => {
    fc.assert(
      fc.property(policies, line, ({ allow, ask, deny }, text) => {
        const turned = { allow: allow.toReversed(), ask: ask.toReversed(), deny: deny.toReversed() };
        expect(strictness(turned, text)).toBe(strictness({ allow, ask, deny }, text));
      }),
    );
  });

  test('is never widened by one more deny or ask rule', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...RULES), line, (rules, rule, text) => {
        const before = strictness(rules, text);
        expect(strictness({ ...rules, deny: [...rules.deny, rule] }, text)).toBeGreaterThanOrEqual(before);
        expect(strictness({ ...rules, ask: [...rules.ask, rule] }, text)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  test('is never narrowed by one more allow rule', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...RULES), line, (rules, rule, text) => {
        const more = strictness({ ...rules, allow: [...rules.allow, rule] }, text);
        expect(more).toBeLessThanOrEqual(strictness(rules, text));
      }),
    );
  });

  test('is never laxer for a list of commands than for its strictest command', () => {
    const parts = fc.array(simple, { minLength: 2, maxLength: 4 });
    const withoutCompounds = policies.map(({ allow, ask, deny }) => ({
      allow: allow.filter((rule) => !rule.includes('&&')),
      ask,
      deny,
    }));
    fc.assert(
      fc.property(withoutCompounds, parts, fc.constantFrom(' && ', '; ', ' | '), (rules, commands, joint) => {
        const strictest = Math.max(...commands.map((text) => strictness(rules, text)));
        expect(strictness(rules, commands.join(joint))).toBeGreaterThanOrEqual(strictest);
      }),
    );
  });

  test('exists for any text, in any mode', () => {
    const shellish = fc
      .array(
        fc.constantFrom(...COMMANDS, ...'$(){}[]<>|&;`\'"\\#!*?~= \n', '<<EOF\n', '$((', '2>', 'x=', 'case'),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join(''));
    const text = fc.oneof(fc.string({ unit: 'binary' }), shellish);
    fc.assert(
      fc.property(policies, fc.constantFrom(...MODES), text, (rules, mode, written) => {
        expect(['allow', 'ask', 'deny']).toContain(verdictOf(policyWith(rules, mode), written));
      }),
      { numRuns: 3000 },
    );
  });
});
