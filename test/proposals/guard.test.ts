import { describe, expect, test } from 'vitest';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { isWorse } from '../../src/effects/risk.ts';
import { residualRisk } from '../../src/effects/witnesses.ts';
import { compilePolicy, withRule } from '../../src/permission/compile.ts';
import { decide } from '../../src/permission/decide.ts';
import { withGuards } from '../../src/proposals/guard.ts';
import { judgeIn } from '../../src/proposals/judge.ts';
import { ruleOf } from '../../src/proposals/rule-of.ts';

const POLICY = compilePolicy([], surroundingsOf('/home/dev/proj', '/home/dev'));
const JUDGE = judgeIn(POLICY);

/** What was let pass under these rules: guards must not cost it. */
const APPROVED = ['go test -v -count=1 -run TestX ./cmd/...', 'go test ./...', 'git add src/a.ts'];

function verdictWith(rule: string, command: string) {
  const allow = ruleOf('allow', rule);
  if (allow === undefined) throw new Error(`${rule} is no rule`);
  const start = rule.slice('Bash('.length, -' *)'.length);
  const approved = APPROVED.filter((text) => text.startsWith(start));
  const policy = withRule(withGuards(POLICY, JUDGE.rule(rule, approved).guards), allow);
  return decide(policy, { tool: 'Bash', input: { command }, cwd: '/home/dev/proj' }).verdict;
}

describe('a fence', () => {
  test.each([
    ['Bash(pytest *)', 'project-code', 'pytest /tmp/x'],
    ['Bash(python -m pytest *)', 'project-code', 'python -m pytest /tmp/x'],
    ['Bash(npm run test *)', 'project-code', 'npm run test --prefix /tmp/x'],
    ['Bash(gh api *)', 'local', 'gh api https://example.com/x'],
  ])('around %s makes it %s and holds %s', (text, tier, command) => {
    const { risk, guards } = JUDGE.rule(text);
    expect(risk.tier).toBe(tier);
    const rule = ruleOf('allow', text);
    const after = rule === undefined ? POLICY : withRule(withGuards(POLICY, guards), rule);
    const call = { tool: 'Bash', input: { command }, cwd: POLICY.surroundings.workspace };
    expect(decide(after, call).verdict).toBe('ask');
  });

  test.each([
    'Bash(python3 *)',
    'Bash(node *)',
    'Bash(tsx *)',
    'Bash(go run *)',
    'Bash(make *)',
    'Bash(npm run *)',
    'Bash(mise run *)',
  ])('is not to be had around %s: it runs what its operand says', (text) => {
    expect(['inert', 'local', 'project-code']).not.toContain(JUDGE.rule(text).risk.tier);
  });
});

describe('guards', () => {
  // Recorded from client 2.1.330 with `Bash(go test *)` allowed and the dangerous flags in ask.
  test.each([
    ['Bash(go test *)', 'go test ./...', 'allow'],
    ['Bash(go test *)', 'go test -run TestX ./cmd/...', 'allow'],
    ['Bash(go test *)', 'go test -exec x', 'ask'],
    ['Bash(go test *)', 'go test ./... -exec=x', 'ask'],
    ['Bash(go test *)', 'go test "-ex"ec x', 'ask'],
    ['Bash(go test *)', 'cd src && go test -exec x', 'ask'],
    ['Bash(go test *)', 'go test -toolexec=/tmp/x ./...', 'ask'],
    ['Bash(git add *)', 'git add src/a.ts', 'allow'],
    // Refused in a held-out session: a sweeping add takes in what nobody named.
    ['Bash(git add *)', 'git add -A', 'ask'],
    ['Bash(git add *)', 'git add -A && git status', 'ask'],
    ['Bash(git add *)', 'git add .env', 'ask'],
    ['Bash(git add *)', 'git add x "/etc/passwd"', 'ask'],
    ['Bash(git add *)', 'git add $HOME/.ssh/id_rsa', 'ask'],
    ['Bash(git add *)', 'git add ../../other', 'ask'],
    ['Bash(git add *)', 'git add --pathspec-from-fil=x', 'ask'],
  ])('of %s: %s -> %s', (rule, command, verdict) => {
    expect(verdictWith(rule, command)).toBe(verdict);
  });

  test.each([
    'Bash(git log *)',
    'Bash(git diff *)',
    'Bash(go test *)',
    'Bash(go build *)',
    'Bash(git add *)',
  ])('of %s leave nothing above the ceiling', (text) => {
    const judged = JUDGE.rule(text);
    expect(judged.guards.length).toBeGreaterThan(0);
    const rule = ruleOf('allow', text);
    if (rule === undefined) throw new Error(`${text} is no rule`);
    const { found } = residualRisk(rule, withGuards(POLICY, judged.guards), POLICY.surroundings);
    expect(found.filter(({ risk }) => isWorse(risk.tier, 'project-code'))).toEqual([]);
  });

  test('are few enough to be read with their rule', () => {
    const few = ['git add', 'git commit -m', 'git log', 'git diff', 'cargo build', 'golangci-lint run'];
    const counts = few.map((start) => JUDGE.rule(`Bash(${start} *)`).guards.length);
    expect(counts.filter((count) => count === 0 || count > 6)).toEqual([]);
    expect(JUDGE.rule('Bash(go test *)').guards.length).toBeLessThanOrEqual(14);
  });

  test.each([
    'Bash(git push *)',
    'Bash(node *)',
    'Bash(bash *)',
    'Bash(npx *)',
    'Bash(rm *)',
    'Bash(curl *)',
    'Bash(find *)',
  ])('cannot make %s proposable', (rule) => {
    expect(isWorse(JUDGE.rule(rule).risk.tier, 'project-code')).toBe(true);
  });
});
