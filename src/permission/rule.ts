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
