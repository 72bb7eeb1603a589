import { parseShell } from '../../shell/parse-shell.ts';
import type { SimpleCommand } from '../../shell/shell.ts';
import { type Answer, builtIn, byRule, decisionOf } from '../answer.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { Decision, PartDecision, Reason } from '../decision.ts';
import { handedToClassifier } from '../modes-without-rules.ts';
import { parameterRule } from '../parameter-rules.ts';
import { readAllowed, readDenied, targetOf, writeAllowed, writeDenied } from '../path/access.ts';
import { protectedWhy } from '../path/protected-paths.ts';
import type { Rule } from '../rule.ts';
import { type ToolCall, textOf } from '../tool-call.ts';
import { wholeToolRule } from '../whole-tool.ts';
import { allowSpellings, bareWords } from './allow-spellings.ts';
import { denySpellings } from './deny-spellings.ts';
import { FILE_COMMANDS } from './file-commands.ts';
import { isReadOnly } from './read-only/read-only.ts';
import { redirectTarget } from './redirects.ts';
import { criticalRemovalWhy } from './removal.ts';
import { bashRules, ruleMatching } from './rule-list.ts';
import { unsettledWhy } from './unsettled.ts';

/** What the client does with a Bash command. Total: any text gets an answer. */
export function decideBash(policy: CompiledPolicy, call: ToolCall): Decision {
  const text = textOf(call, 'command') ?? '';
  const shell = parseShell(text);
  const { commands } = shell;
  const { mode } = policy.surroundings;

  const denied = commands.map((command) => strictRule(policy, 'deny', command));
  const deniedAt = denied.findIndex((rule) => rule !== undefined);
  if (deniedAt >= 0) return whole(text, byRule(must(denied[deniedAt])));
  for (const command of commands) {
    const rule = deniedPath(policy, command, call.cwd);
    if (rule !== undefined) return whole(text, byRule(rule));
  }
  const wide = wholeToolRule(policy, 'ask', 'Bash') ?? parameterRule(policy, 'ask', call);
  if (wide !== undefined) return whole(text, byRule(wide));
  for (const command of commands) {
    const rule = strictRule(policy, 'ask', command);
    if (rule !== undefined) return whole(text, byRule(rule));
  }
  for (const command of commands) {
    const critical = criticalRemovalWhy(policy, command.words, call.cwd);
    if (critical !== undefined)
      return whole(text, { verdict: 'ask', because: { kind: 'path', path: command.text, why: critical } });
  }
  if (mode === 'bypassPermissions')
    return whole(text, { verdict: 'allow', because: { kind: 'mode', mode, what: 'asks nothing' } });
  for (const command of commands) {
    const guarded = protectedTarget(policy, command, call.cwd);
    if (guarded !== undefined) return open(policy, text, { kind: 'path', path: guarded, why: 'protected' });
  }
  const bare = wholeToolRule(policy, 'allow', 'Bash');
  if (bare !== undefined && !handedToClassifier(policy)) return whole(text, byRule(bare));
  const exact = ruleMatching(bashRules(policy, 'allow'), text.trim());
  if (exact !== undefined && exact.content?.trim() === text.trim()) return whole(text, byRule(exact));
  const why = unsettledWhy(shell);
  if (why !== undefined) return open(policy, text, { kind: 'unsettled', why });
  if (shell.constructs.some(({ kind }) => kind === 'background'))
    return open(policy, text, { kind: 'unsettled', why: 'runs in the background' });
  const cds = commands.filter(({ words }) => words[0]?.value === 'cd');
  if (cds.length > 1)
    return open(policy, text, { kind: 'unsettled', why: 'changes directory more than once' });
  if (cds.length > 0 && commands.some(({ words }) => words[0]?.value === 'git'))
    return open(policy, text, { kind: 'unsettled', why: 'cd with git' });
  const parts = commands.map((command): PartDecision => {
    const answer = decidePart(policy, command, call.cwd, cds.length > 0);
    return { text: command.text, verdict: answer.verdict, because: answer.because };
  });
  const worst = parts.find(({ verdict }) => verdict !== 'allow') ?? parts[0];
  if (worst === undefined) return whole(text, builtIn('allow', 'nothing to run'));
  const decision: Decision = { verdict: worst.verdict, because: worst.because, parts };
  return worst.verdict === 'ask' && handedToClassifier(policy)
    ? { ...decision, handedTo: 'classifier' }
    : decision;
}

function must(rule: Rule | undefined): Rule {
  if (rule === undefined) throw new Error('a rule was found and lost');
  return rule;
}

function whole(text: string, answer: Answer): Decision {
  return decisionOf(text, answer);
}

function open(policy: CompiledPolicy, text: string, because: Reason): Decision {
  return decisionOf(
    text,
    handedToClassifier(policy)
      ? { verdict: 'ask', because, handedTo: 'classifier' }
      : { verdict: 'ask', because },
  );
}

function strictRule(policy: CompiledPolicy, list: 'deny' | 'ask', command: SimpleCommand): Rule | undefined {
  const rules = bashRules(policy, list);
  if (rules.size === 0) return undefined;
  for (const text of denySpellings(command)) {
    const rule = ruleMatching(rules, text);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function targetsOf(command: SimpleCommand) {
  const words = bareWords({ ...command, assignments: [] }) ?? command.words;
  const operands = FILE_COMMANDS.get(words[0]?.value ?? '')?.(words) ?? [];
  const redirected = command.redirects.map(redirectTarget).filter((target) => target !== undefined);
  return { operands, redirected };
}

function deniedPath(policy: CompiledPolicy, command: SimpleCommand, cwd: string): Rule | undefined {
  if (command.within.includes('substitution')) return undefined;
  const { operands, redirected } = targetsOf(command);
  for (const { word, access } of [...operands, ...redirected]) {
    if (word.value === undefined) continue;
    const target = targetOf(policy, word.value, cwd);
    const rule = access === 'read' ? readDenied(policy, target) : writeDenied(policy, target);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function protectedTarget(policy: CompiledPolicy, command: SimpleCommand, cwd: string): string | undefined {
  const { operands, redirected } = targetsOf(command);
  for (const { word, access } of [...operands, ...redirected]) {
    if (access === 'read' || word.value === undefined) continue;
    if (protectedWhy(targetOf(policy, word.value, cwd).place) !== undefined) return word.value;
  }
  return undefined;
}

function decidePart(policy: CompiledPolicy, command: SimpleCommand, cwd: string, afterCd: boolean): Answer {
  const rules = bashRules(policy, 'allow');
  let rule: Rule | undefined;
  for (const { raw, normal } of allowSpellings(command)) {
    rule ??= ruleMatching(rules, raw) ?? ruleMatching(rules, normal);
  }
  const { operands, redirected } = targetsOf(command);
  for (const { word, access } of redirected) {
    const target = targetOf(policy, word.value ?? word.text, cwd);
    const why = access === 'read' ? readAllowed(policy, target) : writeAllowed(policy, target);
    if (why === undefined || (afterCd && access === 'write'))
      return { verdict: 'ask', because: { kind: 'path', path: word.text, why: 'not open' } };
  }
  const words = bareWords(command);
  const name = words?.[0]?.value;
  let writes = false;
  for (const { word, access } of operands) {
    const target = targetOf(policy, word.value ?? word.text, cwd);
    if (access === 'read') {
      if (readAllowed(policy, target) === undefined)
        return { verdict: 'ask', because: { kind: 'path', path: word.text, why: 'outside' } };
    } else {
      writes = true;
      if (afterCd)
        return { verdict: 'ask', because: { kind: 'path', path: word.text, why: 'cd with write' } };
      const inside = readAllowed(policy, target)?.kind === 'built-in';
      const rights = writeAllowed(policy, target);
      if (rights === undefined && !(rule !== undefined && inside))
        return { verdict: 'ask', because: { kind: 'path', path: word.text, why: 'write' } };
    }
  }
  if (rule !== undefined) return byRule(rule);
  if (words === undefined) return { verdict: 'ask', because: { kind: 'no-rule' } };
  if (words.length === 0) return builtIn('allow', 'nothing runs');
  if (name === 'cd') {
    const target = targetOf(policy, words[1]?.value ?? policy.surroundings.home, cwd);
    return words[1]?.value === '-' || readAllowed(policy, target) !== undefined
      ? builtIn('allow', 'cd inside')
      : { verdict: 'ask', because: { kind: 'path', path: words[1]?.text ?? '~', why: 'outside' } };
  }
  if (isReadOnly(words)) return builtIn('allow', 'read-only');
  if (writes && policy.surroundings.mode === 'acceptEdits' && name !== 'tee')
    return { verdict: 'allow', because: { kind: 'mode', mode: 'acceptEdits', what: 'file commands' } };
  return { verdict: 'ask', because: { kind: 'no-rule' } };
}
