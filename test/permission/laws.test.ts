import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compilePolicy, withRule } from '../../src/permission/compile.ts';
import { decide } from '../../src/permission/decide.ts';
import type { Verdict } from '../../src/permission/decision.ts';
import { MODES, type Mode } from '../../src/permission/mode.ts';
import type { Surroundings } from '../../src/permission/policy.ts';
import { LISTS, type List, parseRule, type Rule } from '../../src/permission/rule.ts';
import type { ToolCall } from '../../src/permission/tool-call.ts';

const CWD = '/home/dev/proj';
const STRICTNESS: Readonly<Record<Verdict, number>> = { allow: 0, ask: 1, deny: 2 };

function surroundings(mode: Mode): Surroundings {
  const files = { links: new Map([[`${CWD}/link`, '../other']]), directories: new Set<string>() };
  return {
    mode,
    home: '/home/dev',
    workspace: CWD,
    trusted: true,
    files,
    addedDirectories: [],
    clientVersion: '2.1.330',
  };
}

function ruleOf(list: List, text: string): Rule {
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed') throw new Error(`${text}: ${parsed.why}`);
  return { list, text, ...parsed.form, origin: { scope: 'project' } };
}

const anyText = fc.constantFrom(
  ...[
    'Bash(foo *)',
    'Bash(foo a)',
    'Bash(rm *)',
    'Bash(git * main)',
    'Bash',
    'Bash(cat:*)',
    'Read(.env)',
    'Read(//etc/**)',
  ],
  ...[
    'Edit(/src/**)',
    'Edit(**)',
    'Edit',
    'Write',
    'WebFetch(domain:*.example.com)',
    'WebFetch',
    'mcp__srv',
    'Skill(init)',
  ],
);
const anyRule = fc
  .record({ list: fc.constantFrom(...LISTS), text: anyText })
  .map(({ list, text }) => ruleOf(list, text));
const anyMode = fc.constantFrom(...MODES);
const anyCommand = fc
  .array(
    fc.constantFrom(
      'foo',
      'foo a',
      'rm x',
      'cat .env',
      'ls',
      'git push main',
      'cat < a',
      'foo > o',
      '(rm x)',
    ),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(' && '));
const anyCall: fc.Arbitrary<ToolCall> = fc.oneof(
  anyCommand.map((command) => ({ tool: 'Bash', input: { command }, cwd: CWD })),
  fc.constantFrom('a.txt', '.env', '/etc/hosts', 'src/x', 'link/o', '.git/x').chain((path) =>
    fc.constantFrom('Read', 'Write', 'Edit', 'Grep').map((tool) => ({
      tool,
      input: tool === 'Grep' ? { path } : { file_path: path },
      cwd: CWD,
    })),
  ),
  fc
    .constantFrom('https://a.example.com', 'https://docs.python.org/3')
    .map((url) => ({ tool: 'WebFetch', input: { url }, cwd: CWD })),
  fc.constant({ tool: 'mcp__srv__do', input: {}, cwd: CWD }),
);

function policyOf(rules: readonly Rule[], mode: Mode) {
  return compilePolicy(
    [{ scope: 'project', root: CWD, rules, additionalDirectories: [] }],
    surroundings(mode),
  );
}

describe('the model', () => {
  test('gives the same verdict whatever the order of the rules', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { maxLength: 5 }), anyMode, anyCall, (rules, mode, call) => {
        const forwards = decide(policyOf(rules, mode), call).verdict;
        expect(decide(policyOf([...rules].reverse(), mode), call).verdict).toBe(forwards);
      }),
    );
  });

  test('never becomes laxer by a deny rule, nor stricter by an allow rule', () => {
    fc.assert(
      fc.property(
        fc.array(anyRule, { maxLength: 4 }),
        anyText,
        anyMode,
        anyCall,
        (rules, text, mode, call) => {
          const policy = policyOf(rules, mode);
          const before = STRICTNESS[decide(policy, call).verdict];
          expect(
            STRICTNESS[decide(withRule(policy, ruleOf('deny', text)), call).verdict],
          ).toBeGreaterThanOrEqual(before);
          expect(
            STRICTNESS[decide(withRule(policy, ruleOf('allow', text)), call).verdict],
          ).toBeLessThanOrEqual(before);
        },
      ),
    );
  });

  test('answers any text in any field', () => {
    const tool = fc.constantFrom(
      'Bash',
      'Read',
      'Write',
      'WebFetch',
      'Skill',
      'Agent',
      'Grep',
      'Monitor',
      'mcp__x',
      'Other',
    );
    const field = fc.constantFrom('command', 'file_path', 'url', 'skill', 'path', 'subagent_type');
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), anyCommand);
    fc.assert(
      fc.property(tool, field, text, anyMode, (name, key, value, mode) => {
        const policy = policyOf([ruleOf('allow', 'Bash(foo *)'), ruleOf('deny', 'Read(.env)')], mode);
        const { verdict } = decide(policy, { tool: name, input: { [key]: value }, cwd: CWD });
        expect(['allow', 'ask', 'deny']).toContain(verdict);
      }),
      { numRuns: 2000 },
    );
  });
});
