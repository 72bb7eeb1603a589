import type { Construct, Redirect, Shell, SimpleCommand } from '../../shell/shell.ts';
import type { Piece, Word } from '../../shell/word.ts';

/** Variables whose value the client takes as known (recorded from client 2.1.330). */
const KNOWN_VARIABLES: ReadonlySet<string> = new Set(['HOME', 'PWD', 'USER', 'SHELL', 'LOGNAME', 'TMPDIR']);

/** Builtins that take their arguments as shell code, or change what later words mean. */
const CODE_BUILTINS: ReadonlySet<string> = new Set([
  'eval',
  'exec',
  'source',
  '.',
  'trap',
  'alias',
  'coproc',
  'hash',
  'enable',
  'mapfile',
  'readarray',
  'bind',
  'complete',
  'compgen',
  'compopt',
  'let',
  'fc',
  'noglob',
  'nocorrect',
  'zmodload',
  'emulate',
  'sysopen',
  'sysread',
  'syswrite',
  'sysseek',
  'zpty',
  'ztcp',
  'zsocket',
  'zf_rm',
  'zf_mv',
  'zf_ln',
  'zf_chmod',
  'zf_chown',
  'zf_mkdir',
  'zf_rmdir',
  'zf_chgrp',
  'shopt',
  'set',
  'setopt',
  'unsetopt',
]);

/** Programs that start another one in a way the client does not look through. */
const STARTERS: ReadonlySet<string> = new Set([
  'ionice',
  'setsid',
  'watch',
  'strace',
  'flock',
  'script',
  'chrt',
  'taskset',
  'unshare',
  'nsenter',
  'ltrace',
  'prlimit',
]);

/**
 * Why the client cannot tell from the text what would run, or undefined where it can. No prefix rule settles such a
 * text (recorded from client 2.1.330).
 */
export function unsettledWhy(shell: Shell): string | undefined {
  const { text, errors } = shell;
  if (text.length > 10_000) return 'longer than 10,000 characters';
  if (errors.length > 0) return `no complete shell command: ${errors[0]?.message ?? ''}`;
  const odd = oddText(text);
  if (odd !== undefined) return odd;
  for (const construct of shell.constructs) {
    const why = constructWhy(construct);
    if (why !== undefined) return why;
  }
  for (const command of shell.commands) {
    if (command.within.includes('substitution')) continue;
    const why = commandWhy(command);
    if (why !== undefined) return why;
  }
  return undefined;
}

function oddText(text: string): string | undefined {
  if (/[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/.test(text))
    return 'a blank that is not ASCII';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\r]/.test(text)) return 'a control character';
  return undefined;
}

const UNSETTLED_CONSTRUCTS: ReadonlyMap<Construct['kind'], string> = new Map([
  ['subshell', 'commands in parentheses'],
  ['group', 'commands in braces'],
  ['case', 'a case statement'],
  ['function', 'a function definition'],
  ['select', 'a select loop'],
  ['coproc', 'a coprocess'],
  ['arithmetic', 'commands in double parentheses'],
  ['arithmetic-for', 'a counting loop'],
  ['for', 'a variable set by a loop'],
]);

function constructWhy(construct: Construct): string | undefined {
  const why = UNSETTLED_CONSTRUCTS.get(construct.kind);
  if (why !== undefined) return why;
  if (construct.kind === 'time' && construct.text.includes('-')) return 'time with options';
  if (construct.redirects.length > 0) return 'a redirect of a whole compound';
  for (const word of construct.words) {
    const unsettled = wordWhy(word);
    if (unsettled !== undefined) return unsettled;
  }
  return undefined;
}

function commandWhy(command: SimpleCommand): string | undefined {
  const { words, assignments, redirects } = command;
  const name = words[0];
  if (name === undefined && assignments.length > 0) return 'a variable set in this command';
  for (const { value, plain, name: variable } of assignments) {
    if (variable === 'IFS') return 'IFS is set';
    if (!plain || value === undefined) return 'an assignment that is not plain';
    const why = wordWhy(value);
    if (why !== undefined) return why;
  }
  if (name !== undefined) {
    const why = nameWhy(name, words);
    if (why !== undefined) return why;
  }
  for (const word of words) {
    const why = wordWhy(word);
    if (why !== undefined) return why;
  }
  for (const redirect of redirects) {
    const why = redirectWhy(redirect);
    if (why !== undefined) return why;
  }
  return undefined;
}

function nameWhy(name: Word, words: readonly Word[]): string | undefined {
  const program = name.value;
  if (program === undefined) return 'the command name is known at run time only';
  if (CODE_BUILTINS.has(program)) return `${program} takes its arguments as shell code`;
  if (STARTERS.has(program)) return `what ${program} starts cannot be known`;
  if (/^(time|nohup|nice|builtin|command)$/.test(program)) {
    const next = words[1]?.text;
    if (
      (program === 'time' || program === 'nohup') &&
      next !== undefined &&
      !/^["'\\]?[A-Za-z0-9_./-]+/.test(next)
    )
      return `${program} before an odd word`;
    if (next?.startsWith('-') && !(program === 'nice' && /^-(n|\d+)$/.test(next))) {
      return program === 'command' && /^-[pvV]/.test(next) ? undefined : `${program} with options`;
    }
  }
  if (program.startsWith('-')) return 'an incomplete command';
  return undefined;
}

function redirectWhy({ operator, target, document, descriptor }: Redirect): string | undefined {
  if (document !== undefined) {
    return document.quoted ? undefined : 'a here-document in which the shell expands';
  }
  if (target === undefined) return 'a redirect without a target';
  if (descriptor.startsWith('{')) return 'a redirect to a variable descriptor';
  if (operator === '<>') return 'a redirect for reading and writing';
  const why = wordWhy(target);
  if (why !== undefined) return why;
  return target.glob && operator !== '<<<' ? 'a redirect target the shell expands' : undefined;
}

function wordWhy(word: Word): string | undefined {
  const { text, pieces } = word;
  if (text.startsWith('=') && text.length > 1) return 'zsh takes =word for a path';
  if (pieces.length === 0) return undefined;
  if (
    /\\\s/.test(text) &&
    pieces.some((piece) => piece.kind === 'literal' && piece.quoted) &&
    /(^|[^\\])\\[ \t]/.test(withoutQuotes(text))
  ) {
    return 'a blank behind a backslash';
  }
  for (const piece of pieces) {
    const why = pieceWhy(piece);
    if (why !== undefined) return why;
  }
  if (/\n\s*#/.test(text)) return 'a line that starts with # inside a quoted argument';
  return undefined;
}

function withoutQuotes(text: string): string {
  return text.replace(/'[^']*'|"(?:\\.|[^"\\])*"/gs, '""');
}

function pieceWhy(piece: Piece): string | undefined {
  switch (piece.kind) {
    case 'variable':
      if (piece.text.startsWith('${')) return 'a variable in braces';
      return KNOWN_VARIABLES.has(piece.name) ? undefined : `the variable ${piece.name}`;
    case 'parameter':
      return 'a variable in braces';
    case 'substitution':
      return isQuotedDocument(piece) ? undefined : 'a command inside the command';
    case 'arithmetic':
      return /^\$\(\([\d\s+*/%()-]*\)\)$/.test(piece.text) ? undefined : 'arithmetic with names';
    case 'process':
      return 'a command used as a file';
    case 'brace':
      return 'brace expansion';
    case 'ansi-c':
      return 'text with escape codes';
    case 'locale':
      return 'a translated string';
    default:
      return undefined;
  }
}

/** `"$(cat <<'EOF' ... )"`: text, not a command, as long as the delimiter is quoted (recorded from client 2.1.330). */
function isQuotedDocument(piece: { readonly quoted: boolean; readonly text: string }): boolean {
  return piece.quoted && /^\$\(cat <<-?\s*(['"])([A-Za-z_]\w*)\1\n(.*\n)?\s*\2\s*\)$/s.test(piece.text);
}
