import type { Rule } from '../rule.ts';

/** The content of a `Bash(...)` rule, ready to be matched against the text of one command. */
export type RulePattern = {
  readonly rule: Rule;
  /** The first word that every match starts with; undefined where the pattern leaves it open. */
  readonly head: string | undefined;
  /** True for a rule without wildcards: it names one command, blanks included. */
  readonly exact: boolean;
  /** Whatever follows a match matches too. */
  readonly openEnd: boolean;
  readonly matches: (text: string) => boolean;
};

const compiled = new WeakMap<Rule, RulePattern | null>();

/**
 * The pattern of a rule, or undefined for content that can never match. `foo:*` and `foo *` match `foo` and whatever
 * follows a blank; elsewhere `*` stands for any text (documentation: permissions, wildcard patterns). The blank before
 * the last ` *` is optional only where it is the only wildcard (recorded from client 2.1.330).
 */
export function rulePattern(rule: Rule): RulePattern | undefined {
  const known = compiled.get(rule);
  if (known !== undefined) return known ?? undefined;
  const pattern = readPattern(rule, rule.content?.trim() ?? '');
  compiled.set(rule, pattern ?? null);
  return pattern;
}

function readPattern(rule: Rule, content: string): RulePattern | undefined {
  if (content === '' || content === ':*') return undefined;
  // Behind `:*` the rest is literal, stars included.
  if (content.endsWith(':*')) return prefixPattern(rule, content.slice(0, -2));
  if (!hasWildcard(content)) {
    return {
      rule,
      head: firstWord(content),
      exact: true,
      openEnd: false,
      matches: (text) => text === content,
    };
  }
  if (content.endsWith(' *') && !hasWildcard(content.slice(0, -2))) {
    return prefixPattern(rule, content.slice(0, -2));
  }
  return wildcardPattern(rule, content);
}

function prefixPattern(rule: Rule, written: string): RulePattern {
  const prefix = unescaped(written.trim().replace(/\s+/g, ' '));
  const start = `${prefix} `;
  return {
    rule,
    head: firstWord(prefix),
    exact: false,
    openEnd: true,
    matches: (text) => text.startsWith(start) || text === prefix,
  };
}

function wildcardPattern(rule: Rule, content: string): RulePattern {
  const source = content
    .replace(/\s+/g, ' ')
    .split(/(?<!\\)\*/)
    .map((literal) => unescaped(literal).replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[^]*');
  const expression = new RegExp(`^${source}$`);
  const fixed = content.slice(0, content.search(/(?<!\\)\*/));
  const head = /\s/.test(fixed.trimStart()) ? firstWord(fixed.trimStart()) : undefined;
  return {
    rule,
    head,
    exact: false,
    openEnd: content.endsWith('*'),
    matches: (text) => expression.test(text),
  };
}

function hasWildcard(content: string): boolean {
  return /(?<!\\)\*/.test(content);
}

/** `\*` in a rule is a star that stands for itself (recorded from client 2.1.330). */
function unescaped(literal: string): string {
  return literal.replace(/\\\*/g, '*');
}

function firstWord(content: string): string {
  return /^\S*/.exec(content)?.[0] ?? '';
}
