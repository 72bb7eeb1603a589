/** The three lists of rules, strictest first: the order in which the client consults them. */
export const LISTS = ['deny', 'ask', 'allow'] as const;

export type List = (typeof LISTS)[number];

/** Where settings come from, strongest first (documentation: settings, precedence). */
export const SCOPES = ['managed', 'flag', 'cliArg', 'local', 'project', 'user'] as const;

export type Scope = (typeof SCOPES)[number];

/** The place a rule was written at: enough to open it in an editor. */
export type Origin = {
  readonly scope: Scope;
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
};

/** One permission rule, `Tool` or `Tool(content)`, of one list. */
export type Rule = {
  readonly list: List;
  /** The rule as written. */
  readonly text: string;
  readonly tool: string;
  /** What stands between the parentheses; undefined for a bare tool name. */
  readonly content: string | undefined;
  readonly origin: Origin;
};

/** A rule's text taken apart. */
export type RuleForm = { readonly tool: string; readonly content: string | undefined };

export type ParsedRule =
  | { readonly kind: 'rule'; readonly form: RuleForm }
  | { readonly kind: 'malformed'; readonly why: string };

/**
 * Takes `Tool` or `Tool(content)` apart: the content runs from the first bare `(` to a bare `)` that must end the text.
 * Recorded from client 2.1.330: a parenthesis after an odd number of backslashes does not count, and in the content
 * `\(`, `\)` and a doubled backslash stand for the plain characters.
 */
export function parseRule(text: string): ParsedRule {
  const open = bareIndex(text, '(', 0);
  if (open === undefined) {
    if (bareIndex(text, ')', 0) !== undefined) return malformed('a `)` without its `(`');
    return { kind: 'rule', form: { tool: text, content: undefined } };
  }
  const end = text.length - 1;
  if (text[end] !== ')' || isEscaped(text, end)) return malformed('the closing `)` must end the rule');
  const content = text.slice(open + 1, end).replace(/\\([()\\])/g, '$1');
  return { kind: 'rule', form: { tool: text.slice(0, open), content } };
}

/** The text that `parseRule` takes apart into the same form: a backslash that would vanish is doubled. */
export function formatRule({ tool, content }: RuleForm): string {
  return content === undefined ? tool : `${tool}(${content.replace(/\\(?=[()\\]|$)/g, '\\\\')})`;
}

function malformed(why: string): ParsedRule {
  return { kind: 'malformed', why };
}

function bareIndex(text: string, sought: string, from: number): number | undefined {
  for (let index = from; index < text.length; index += 1) {
    if (text[index] === sought && !isEscaped(text, index)) return index;
  }
  return undefined;
}

function isEscaped(text: string, index: number): boolean {
  let backslashes = 0;
  while (text[index - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
