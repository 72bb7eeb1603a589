import type { Word } from '../../shell/word.ts';
import { type Answer, builtIn, byRule } from '../answer.ts';
import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import { readAllowedToCommands, targetOf } from '../path/access.ts';
import type { Rule } from '../rule.ts';
import { allowSpellings } from './allow-spellings.ts';
import { beyondRulesWhy } from './beyond-rules.ts';
import type { Part } from './command-line.ts';
import { type Directories, destination, isCd } from './directories.ts';
import { isEdit } from './edit-commands.ts';
import { closedPath, namesOnlyInside } from './path-checks.ts';
import { hasReadRules } from './path-rule-presence.ts';
import { isReadOnly } from './read-only/read-only.ts';
import { bashRules, ruleMatching } from './rule-list.ts';
import { writtenPathWhy } from './written-path.ts';

/** Read-only commands that are not taken for such behind an assignment (recorded from client 2.1.330). */
const WITHOUT_ENVIRONMENT: ReadonlySet<string> = new Set(['jq', 'uniq']);

/** What the client does with one simple command of a settled line, deny and ask rules aside. */
export function decidePart(policy: CompiledPolicy, part: Part, directories: Directories): Answer {
  const rule = allowRule(policy, part);
  const beyond = beyondRulesWhy(part.words);
  if (beyond !== undefined && !(rule !== undefined && isWhole(rule, part))) {
    return { verdict: 'ask', because: { kind: 'unsettled', why: beyond } };
  }
  const closed = closedPath(policy, part, { directories, hasRule: rule !== undefined });
  if (closed !== undefined) return closed;
  if (isCd(part)) return decideCd(policy, part, directories);
  if (rule !== undefined) return byRule(rule);
  return decideWithoutRule(policy, part, directories);
}

/** The allow rule that covers a command under one of its spellings. */
export function allowRule(policy: CompiledPolicy, { command }: Part): Rule | undefined {
  const rules = bashRules(policy, 'allow');
  if (rules.size === 0) return undefined;
  for (const { raw, normal, grows } of allowSpellings(command)) {
    const rule =
      ruleMatching(rules, normal, { raw, grows }) ??
      (isTimed(command) ? ruleMatching(rules, `time ${normal}`) : undefined);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

function isWhole({ content }: Rule, { command }: Part): boolean {
  return command.within.every((context) => context === 'pipeline') && content?.trim() === command.text.trim();
}

function decideCd(policy: CompiledPolicy, part: Part, { start }: Directories): Answer {
  const to = destination(policy, part, start);
  const [, target, more] = part.words;
  if (part.amongExports || !part.harmlessEnvironment) return noRule();
  if (!/^(cd|command|builtin)$/.test(part.command.words[0]?.value ?? '')) return noRule();
  if (more !== undefined || target?.text === '--') return { verdict: 'ask', because: { kind: 'no-rule' } };
  if (to === undefined) return target?.text === '-' ? inside() : noRule();
  const odd = writtenPathWhy(target?.value ?? '', 'read');
  if (odd !== undefined) return { verdict: 'ask', because: { kind: 'path', path: to, why: odd } };
  if (/(^|\/)[^/.][^/]*\/\.\.(\/|$)/.test(target?.value ?? unquoted(target?.text))) return outside(to);
  return readAllowedToCommands(policy, targetOf(policy, to, start)) === undefined ? outside(to) : inside();
}

function unquoted(text = ''): string {
  return text.replace(/["'$]/g, '');
}

function inside(): Answer {
  return builtIn('allow', 'cd inside the working directories');
}

function outside(path: string): Answer {
  return { verdict: 'ask', because: { kind: 'path', path, why: 'cd outside the working directories' } };
}

function noRule(): Answer {
  return { verdict: 'ask', because: { kind: 'no-rule' } };
}

/**
 * What the modes that accept edits take for one: behind env none, touch only bare, and sed stays inside whatever a rule
 * opens (recorded from client 2.1.330).
 */
function editsInside(policy: CompiledPolicy, part: Part, directories: Directories): boolean {
  const { command, words } = part;
  if (command.words[0]?.value === 'env' || !isEdit(words)) return false;
  if (words[0]?.value === 'touch') return isBare(part);
  return words[0]?.value !== 'sed' || namesOnlyInside(policy, part, directories);
}

/** What xargs hands to these programs may be a file that a Read deny rule guards (recorded from client 2.1.330). */
function feedsReader({ plainWords }: Part): boolean {
  return plainWords[0]?.value === 'xargs' && plainWords.some(({ value }) => FED_READERS.has(value ?? ''));
}

const FED_READERS: ReadonlySet<string> = new Set(['head', 'tail', 'grep', 'egrep', 'fgrep']);

/** The words that are looked up among the read-only commands. */
function readWords(policy: CompiledPolicy, { command, words, plainWords }: Part): readonly Word[] {
  if (has(policy, 'wrapped-reads-free')) return plainWords;
  return words[0]?.value === 'sed' ? words : command.words;
}

/** A redirect into a file before the name of the command. */
function writesFirst({ command, redirected }: Part): boolean {
  return redirected.some(
    ({ word, access }) => access === 'write' && word.end <= (command.words[0]?.start ?? 0),
  );
}

/** `time` before a pipeline stands before its first command to the client. */
function isTimed({ within, after }: Part['command']): boolean {
  return within.includes('time') && after !== '|' && after !== '|&';
}

function isBare({ command, words }: Part): boolean {
  return words === command.words && command.assignments.length === 0 && !isTimed(command);
}

function decideWithoutRule(policy: CompiledPolicy, part: Part, directories: Directories): Answer {
  const { mode } = policy.surroundings;
  const { command } = part;
  const settable = command.words.length === 0 && !has(policy, 'variables-ask');
  if (!part.harmlessEnvironment && !settable) return noRule();
  if (command.words.length === 0) {
    return command.redirects.length > 0 || command.assignments.length === 0
      ? noRule()
      : builtIn('allow', 'nothing runs');
  }
  const name = part.words[0]?.value ?? '';
  if ((mode === 'acceptEdits' || mode === 'auto') && editsInside(policy, part, directories)) {
    return {
      verdict: 'allow',
      because: { kind: 'mode', mode, what: `${name} inside the working directories` },
    };
  }
  if (isTimed(command) || part.amongExports || writesFirst(part)) return noRule();
  if (command.assignments.length > 0 && WITHOUT_ENVIRONMENT.has(part.words[0]?.value ?? '')) return noRule();
  if (feedsReader(part) && hasReadRules(policy, 'deny')) return noRule();
  if (isReadOnly(readWords(policy, part))) return builtIn('allow', 'a command that only reads');
  return noRule();
}
