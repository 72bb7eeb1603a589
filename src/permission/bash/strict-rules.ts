import type { Context, SimpleCommand } from '../../shell/shell.ts';
import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { Rule } from '../rule.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { denySpellings } from './deny-spellings.ts';
import { roughSpellings } from './rough-spellings.ts';
import { bashRules, type RuleList, ruleMatching } from './rule-list.ts';
import { isQuotedDocument } from './unsettled-word.ts';

/**
 * The deny or ask rule that covers any command in the text, however deeply it is nested. What cannot be taken apart is
 * split roughly, so that a guard does not fail on a typing mistake (recorded from client 2.1.330).
 */
export function strictRule(
  policy: CompiledPolicy,
  list: 'deny' | 'ask',
  line: CommandLine,
  start?: string,
): Rule | undefined {
  const rules = bashRules(policy, list);
  if (rules.size === 0) return undefined;
  return (
    nestedMatch(policy, rules, line, start) ?? constructMatch(policy, rules, line) ?? roughMatch(rules, line)
  );
}

/** Contexts that rules have always reached into. */
const FLAT: ReadonlySet<Context> = new Set<Context>([
  'pipeline',
  'background',
  'loop',
  'condition',
  'negation',
]);

/**
 * The deny or ask rule whose wildcard reaches from one command of the line into the next. The client asks it only about a
 * line whose commands do not all pass by themselves (recorded from client 2.1.330).
 */
export function reachingRule(
  policy: CompiledPolicy,
  list: 'deny' | 'ask',
  { whole, parts }: CommandLine,
  start: string,
): Rule | undefined {
  const rules = bashRules(policy, list);
  if (whole === undefined || rules.size === 0) return undefined;
  const [first] = parts;
  if (first !== undefined && staysHere(first.command, policy.surroundings.home, start)) return undefined;
  return ruleMatching(rules, whole.replace(/[ \t]+/g, ' '), { raw: whole, grows: false });
}

/** A coprocess is matched with its keyword only; the script of `script -c` like any other text. */
function nestedMatch(
  policy: CompiledPolicy,
  rules: RuleList,
  { parts }: CommandLine,
  start?: string,
): Rule | undefined {
  const { home } = policy.surroundings;
  const deep = has(policy, 'strict-rules-reach-nested');
  for (const { command } of parts) {
    if (command.within.includes('coproc')) {
      const rule = ruleMatching(rules, `coproc ${command.text}`);
      if (rule !== undefined) return rule;
      continue;
    }
    if (isDocument(command, parts) || staysHere(command, home, start)) continue;
    if (!deep && !command.within.every((context) => FLAT.has(context))) continue;
    for (const { text, grows } of denySpellings(command, { home, deep })) {
      const rule = ruleMatching(rules, text, { raw: text, grows });
      if (rule !== undefined) return rule;
    }
    const script = scriptOf(command);
    if (script !== undefined) {
      const rule = nestedMatch(policy, rules, readCommandLine(script));
      if (rule !== undefined) return rule;
    }
  }
  return undefined;
}

/** A change to the directory of the call, spelled out: the client drops it before it looks at rules. */
function staysHere({ words: [name, target, more] }: SimpleCommand, home: string, start?: string): boolean {
  return name?.text === 'cd' && more === undefined && target?.text.replace(/^\$HOME\b/, home) === start;
}

/** `"$(cat <<'EOF' ...)"` is a text and no command. */
function isDocument({ start, end, within }: SimpleCommand, parts: CommandLine['parts']): boolean {
  if (within.at(-1) !== 'substitution') return false;
  return parts.some(({ command }) =>
    command.words.some(
      (word) =>
        word.start <= start &&
        end <= word.end &&
        word.pieces.some((piece) => piece.kind === 'substitution' && isQuotedDocument(piece)),
    ),
  );
}

/**
 * Where the line cannot be taken apart, a rule is also compared with its loops, conditions and groups as they stand;
 * elsewhere only with tests and what is timed (recorded from client 2.1.330).
 */
function constructMatch(
  policy: CompiledPolicy,
  rules: RuleList,
  { shell, opaque }: CommandLine,
): Rule | undefined {
  if (!has(policy, 'strict-rules-reach-nested')) return undefined;
  const seen =
    opaque === undefined
      ? shell.constructs.filter(({ kind }) => kind === 'test' || kind === 'time')
      : shell.constructs.filter(({ kind }) => kind !== 'background');
  return firstMatch(
    rules,
    seen.map(({ text }) => text),
  );
}

function scriptOf({ words }: SimpleCommand): string | undefined {
  return words[0]?.value === 'script' && words[1]?.text === '-c' ? words[2]?.value : undefined;
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
