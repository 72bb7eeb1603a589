import { type CompiledPolicy, type RuleInForce, rulesFor } from '../compile.ts';
import { handedToClassifier } from '../modes-without-rules.ts';
import type { List, Rule } from '../rule.ts';
import { type RulePattern, rulePattern } from './rule-pattern.ts';
import { isSuspended } from './suspended-rules.ts';

/** The Bash rules of one list, found by the first word of a command. */
export type RuleList = {
  /** A rule for every use of Bash: `Bash` or `Bash(*)`. */
  readonly bare: Rule | undefined;
  readonly size: number;
  readonly byHead: ReadonlyMap<string, readonly RulePattern[]>;
  /** Rules without wildcards by their content. */
  readonly exact: ReadonlyMap<string, Rule>;
  /** Patterns whose first word is open. */
  readonly open: readonly RulePattern[];
};

const compiled = new WeakMap<readonly RuleInForce[], RuleList>();
const compiledForClassifier = new WeakMap<readonly RuleInForce[], RuleList>();
const NONE: RuleList = { bare: undefined, size: 0, byHead: new Map(), exact: new Map(), open: [] };

/** The Bash rules of a list, compiled once for as long as the policy keeps them. */
export function bashRules(policy: CompiledPolicy, list: List): RuleList {
  const rules = rulesFor(policy, list, 'Bash');
  if (rules.length === 0) return NONE;
  const wary = list === 'allow' && handedToClassifier(policy);
  const cache = wary ? compiledForClassifier : compiled;
  const known = cache.get(rules);
  if (known !== undefined) return known;
  const made = compile(wary ? rules.filter(({ rule }) => !isSuspended(rule)) : rules);
  cache.set(rules, made);
  return made;
}

function compile(rules: readonly RuleInForce[]): RuleList {
  const byHead = new Map<string, RulePattern[]>();
  const exact = new Map<string, Rule>();
  const open: RulePattern[] = [];
  let bare: Rule | undefined;
  for (const { rule } of rules) {
    if (rule.content === undefined || rule.content === '*') bare ??= rule;
    else {
      const pattern = rulePattern(rule);
      if (pattern === undefined) continue;
      if (pattern.exact) exact.set(rule.content.trim(), rule);
      else if (pattern.head === undefined) open.push(pattern);
      else {
        const present = byHead.get(pattern.head);
        if (present === undefined) byHead.set(pattern.head, [pattern]);
        else present.push(pattern);
      }
    }
  }
  return { bare, size: rules.length, byHead, exact, open };
}

/** How a text came about: `raw` as written, `grows` where words are appended when it runs. */
export type Written = { readonly raw: string; readonly grows: boolean };

/** The first rule of the list that matches the text of a command; blanks between its words are single. */
export function ruleMatching(list: RuleList, text: string, written?: Written): Rule | undefined {
  if (list.size === 0) return undefined;
  if (written?.grows !== true) {
    const exact = list.exact.get(written?.raw ?? text);
    if (exact !== undefined) return exact;
  }
  const end = text.search(/\s/);
  const patterns = list.byHead.get(end < 0 ? text : text.slice(0, end));
  return (patterns && firstOf(patterns, text, written)) ?? firstOf(list.open, text, written);
}

function firstOf(patterns: readonly RulePattern[], text: string, written?: Written): Rule | undefined {
  for (const { matches, openEnd, rule } of patterns) {
    if ((openEnd || rule.list !== 'allow' || written?.grows !== true) && matches(text)) return rule;
  }
  return undefined;
}
