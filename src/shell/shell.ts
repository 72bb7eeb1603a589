import type { Word } from './word.ts';

/** What a command stands in, from the outside in. */
export type Context =
  | 'pipeline'
  | 'background'
  | 'negation'
  | 'time'
  | 'subshell'
  | 'group'
  /** The body of for, while, until or select. */
  | 'loop'
  /** The condition or a branch of if; the condition of while and until. */
  | 'condition'
  | 'case'
  | 'function'
  | 'coproc'
  /** `$(...)` or backticks, in a word, an assignment or an unquoted here-document. */
  | 'substitution'
  /** `<(...)` or `>(...)`. */
  | 'process';

/** `NAME=value`, `NAME+=value`, `NAME[i]=value` or `NAME=(...)` before a command or alone. */
export type Assignment = {
  readonly text: string;
  readonly name: string;
  /** Undefined for an array. */
  readonly value: Word | undefined;
  /** False for `+=`, an array or an array element. */
  readonly plain: boolean;
  readonly start: number;
  readonly end: number;
};

export type RedirectOperator =
  | '>'
  | '>>'
  | '<'
  | '<>'
  | '<&'
  | '>&'
  | '>|'
  | '&>'
  | '&>>'
  | '<<'
  | '<<-'
  | '<<<';

export type Redirect = {
  readonly operator: RedirectOperator;
  /** The file descriptor as written: a number, `{name}` or empty. */
  readonly descriptor: string;
  /** The file, descriptor or here-string; undefined for a here-document and where it is missing. */
  readonly target: Word | undefined;
  readonly document: HereDocument | undefined;
  readonly start: number;
  readonly end: number;
};

export type HereDocument = {
  readonly delimiter: string;
  /** A quoted delimiter: nothing in the body is expanded. */
  readonly quoted: boolean;
  readonly body: string;
  /** The body holds an expansion the shell performs. */
  readonly dynamic: boolean;
  readonly closed: boolean;
};

/** A command with its words, wherever in the text it stands. */
export type SimpleCommand = {
  /** The command as written, with its redirects, without the bodies of here-documents. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Name and arguments; empty where only assignments or redirects stand. */
  readonly words: readonly Word[];
  readonly assignments: readonly Assignment[];
  readonly redirects: readonly Redirect[];
  readonly within: readonly Context[];
  /** What joins it to the command before it in its list or pipeline; empty for the first. */
  readonly after: '' | ';' | '&' | '&&' | '||' | '|' | '|&';
};

export type ConstructKind =
  | 'subshell'
  | 'group'
  | 'if'
  | 'for'
  | 'arithmetic-for'
  | 'select'
  | 'while'
  | 'until'
  | 'case'
  | 'function'
  | 'coproc'
  /** `[[ ... ]]` */
  | 'test'
  /** `(( ... ))` */
  | 'arithmetic'
  | 'time'
  | 'negation'
  | 'background';

/** A piece of syntax around commands. Substitutions are pieces of words, not constructs. */
export type Construct = {
  readonly kind: ConstructKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The variable of a loop, the name of a function or coprocess; empty elsewhere. */
  readonly name: string;
  /** The list of a for or select loop; subject and patterns of a case; operands of a test. */
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  readonly within: readonly Context[];
};

export type ShellError = { readonly message: string; readonly at: number };

/** A command line taken apart. */
export type Shell = {
  readonly text: string;
  /** In source order; a command in a substitution comes after the command that holds it. */
  readonly commands: readonly SimpleCommand[];
  readonly constructs: readonly Construct[];
  /** Not empty where the text is no complete shell command: the rest is then a best effort. */
  readonly errors: readonly ShellError[];
};
