import { parseRule, type Rule } from '../permission/rule.ts';
import { rejection } from '../permission/rule-validity.ts';

/** The command-line arguments of a session that permissions depend on. */
export type SessionArguments = {
  readonly addedDirectories: readonly string[];
  readonly rules: readonly Rule[];
  /** The values of --settings: a file name or inline JSON. */
  readonly settings: readonly string[];
};

const LISTS = {
  '--allowedTools': 'allow',
  '--allowed-tools': 'allow',
  '--disallowedTools': 'deny',
  '--disallowed-tools': 'deny',
} as const;

/** Reads --add-dir, --allowedTools, --disallowedTools and --settings; everything else is passed over. */
export function readArguments(args: readonly string[]): SessionArguments {
  const addedDirectories: string[] = [];
  const rules: Rule[] = [];
  const settings: string[] = [];
  for (const { flag, values } of options(args)) {
    if (flag === '--add-dir') addedDirectories.push(...values);
    if (flag === '--settings') settings.push(...values.slice(0, 1));
    const list = Object.entries(LISTS).find(([name]) => name === flag)?.[1];
    if (list !== undefined) rules.push(...values.flatMap(splitRules).flatMap((text) => ruleFrom(text, list)));
  }
  return { addedDirectories, rules, settings };
}

function options(
  args: readonly string[],
): readonly { readonly flag: string; readonly values: readonly string[] }[] {
  const found: { flag: string; values: string[] }[] = [];
  for (const arg of args) {
    const [, flag = '', inline] = /^(--[\w-]+)(?:=([\s\S]*))?$/.exec(arg) ?? [];
    if (flag !== '') found.push({ flag, values: inline === undefined ? [] : [inline] });
    else found.at(-1)?.values.push(arg);
  }
  return found;
}

/** Rules are separated by commas or blanks outside of parentheses (documentation: command line reference). */
export function splitRules(text: string): readonly string[] {
  const rules: string[] = [];
  let current = '';
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth <= 0 && /[,\s]/.test(character)) {
      rules.push(current);
      current = '';
    } else current += character;
  }
  return [...rules, current].filter((rule) => rule !== '');
}

function ruleFrom(text: string, list: 'allow' | 'deny'): readonly Rule[] {
  const parsed = parseRule(text);
  // On the command line an MCP rule may carry a parameter; in files it may not (documentation: permissions).
  const isMcpParameter = list === 'deny' && text.startsWith('mcp__') && text.includes('(');
  if (parsed.kind === 'malformed' || (!isMcpParameter && rejection(text, list) !== undefined)) return [];
  return [{ list, text, ...parsed.form, origin: { scope: 'cliArg' } }];
}
