import type { CompiledPolicy } from '../compile.ts';
import type { Rule } from '../rule.ts';
import type { CommandLine } from './command-line.ts';
import { denySpellings } from './deny-spellings.ts';
import { roughSpellings } from './rough-spellings.ts';
import { bashRules, type RuleList, ruleMatching } from './rule-list.ts';

/**
 * The deny or ask rule that covers any command in the text, however deeply it is nested. What cannot be taken apart is
 * split roughly, so that a guard does not fail on a typing mistake (recorded from client 2.1.330).
 */
export function strictRule(
  policy: CompiledPolicy,
  list: 'deny' | 'ask',
  line: CommandLine,
): Rule | undefined {
  const rules = bashRules(policy, list);
  if (rules.size === 0) return undefined;
  const whole = line.shell.text.trim();
  return firstMatch(rules, [whole]) ?? nestedMatch(rules, line) ?? roughMatch(rules, line);
}

function nestedMatch(rules: RuleList, { parts }: CommandLine): Rule | undefined {
  for (const { command } of parts) {
    const rule = firstMatch(rules, denySpellings(command));
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function roughMatch(rules: RuleList, { shell }: CommandLine): Rule | undefined {
  return shell.errors.length === 0 ? undefined : firstMatch(rules, roughSpellings(shell.text));
}

function firstMatch(rules: RuleList, texts: Iterable<string>): Rule | undefined {
  for (const text of texts) {
    const rule = ruleMatching(rules, text);
    if (rule !== undefined) return rule;
  }
  return undefined;
}
