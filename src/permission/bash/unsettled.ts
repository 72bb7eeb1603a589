import type { Construct, Redirect, Shell, SimpleCommand } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';
import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import { isSafeAssignment, isSafeSetting } from './safe-environment.ts';
import { oddTextWhy } from './unsettled-text.ts';
import { holdsText, isKnownLate, wordWhy } from './unsettled-word.ts';

/**
 * Why the client cannot take the text apart into commands with known words, or undefined. No rule but one that names
 * the whole text settles such a command, and path rules are not asked (recorded from client 2.1.330).
 */
export function opaqueWhy(shell: Shell): string | undefined {
  const odd = oddTextWhy(shell.text);
  if (odd !== undefined) return odd;
  if (shell.errors.length > 0) return `no complete shell command: ${shell.errors[0]?.message ?? ''}`;
  for (const construct of shell.constructs) {
    const why = constructWhy(construct, shell);
    if (why !== undefined) return why;
  }
  for (const command of shell.commands) {
    const why = commandWhy(command) ?? documentWhy(command, shell.text);
    if (why !== undefined) return why;
  }
  return undefined;
}

const OPAQUE_CONSTRUCTS: ReadonlyMap<Construct['kind'], string> = new Map([
  ['group', 'commands in braces'],
  ['case', 'a case statement'],
  ['function', 'a function definition'],
  ['select', 'a select loop'],
  ['arithmetic', 'commands in double parentheses'],
  ['arithmetic-for', 'a counting loop'],
]);

function constructWhy(construct: Construct, shell: Shell): string | undefined {
  const { kind, redirects, words, within } = construct;
  const why = OPAQUE_CONSTRUCTS.get(kind);
  if (why !== undefined) return why;
  if (kind === 'subshell' && (within.includes('time') || !holdsOneCommand(construct, shell))) {
    return 'commands in parentheses';
  }
  if (redirects.length > 0) return 'a redirect of a whole compound';
  if (kind === 'test' && words.some(({ text }) => text.includes('$'))) return 'a test of a variable';
  return firstWhy(words, wordWhy);
}

function holdsOneCommand({ start, end }: Construct, { commands }: Shell): boolean {
  return commands.filter((command) => command.start >= start && command.end <= end).length === 1;
}

function commandWhy({ words, assignments, redirects }: SimpleCommand): string | undefined {
  for (const { name, value, plain } of assignments) {
    if (name === 'IFS') return 'IFS is set';
    if (!plain || value === undefined) return 'an assignment that is not plain';
    if (value.text.startsWith('~')) return 'a home directory in an assignment';
    const why = valueWhy(value);
    if (why !== undefined) return why;
  }
  if (words[0]?.value === 'export' && words.some(isExportedLate))
    return 'an exported value known at run time only';
  return firstWhy(words, wordWhy) ?? firstWhy(redirects, redirectWhy);
}

/** A command inside the value of an assignment is looked at like any other (recorded from client 2.1.330). */
function valueWhy(value: Word): string | undefined {
  const settable = value.pieces.every(
    (piece) =>
      (piece.kind === 'substitution' && (!piece.quoted || holdsText(value.pieces))) ||
      piece.kind === 'literal',
  );
  return settable ? undefined : wordWhy(value);
}

function redirectWhy({ operator, target, document, descriptor }: Redirect): string | undefined {
  if (document !== undefined)
    return document.quoted ? undefined : 'a here-document in which the shell expands';
  if (target === undefined) return 'a redirect without a target';
  if (descriptor.startsWith('{') || descriptor.length > 1) return 'a redirect of an odd descriptor';
  if (operator === '<>') return 'a redirect for reading and writing';
  if (target.text === '-') return 'a descriptor is closed';
  if (/^\/dev\/(tcp|udp)\//.test(target.value ?? '')) return 'a redirect to the network';
  const why = wordWhy(target);
  if (why !== undefined) return why;
  if (operator !== '<<<' && isKnownLate(target)) return 'a redirect target known at run time only';
  return target.glob && operator !== '<<<' ? 'a redirect target the shell expands' : undefined;
}

/** A here-document is settled only as the last thing on its line, and alone (recorded from client 2.1.330). */
function documentWhy({ redirects }: SimpleCommand, text: string): string | undefined {
  const documents = redirects.filter(({ document }) => document !== undefined);
  const [first] = documents;
  if (first === undefined) return undefined;
  if (documents.length > 1) return 'two here-documents';
  const line = text.slice(first.end, text.indexOf('\n', first.end));
  return line.trim() === '' ? undefined : 'text behind the start of a here-document';
}

/** Builtins that take their arguments as code, of bash and of zsh (recorded from client 2.1.330). */
const CODE_BUILTINS: ReadonlySet<string> = new Set(
  [
    'eval exec source . trap alias coproc hash enable mapfile readarray bind complete compgen compopt let fc nocorrect',
    'zmodload emulate sysopen sysread syswrite sysseek zpty ztcp zsocket zf_rm zf_mv zf_ln zf_chmod zf_chown zf_mkdir',
    'zf_rmdir zf_chgrp shopt setopt unsetopt functions autoload vared zstyle integer float private',
  ].flatMap((line) => line.split(' ')),
);

/** Programs that start another one in a way the client does not look through (recorded from client 2.1.330). */
const STARTERS: ReadonlySet<string> = new Set(
  'ionice setsid watch strace ltrace flock script chrt taskset unshare nsenter'.split(' '),
);

/**
 * Why no prefix rule settles a text that could be taken apart, or undefined: what runs, or what later words mean,
 * depends on more than its words (recorded from client 2.1.330).
 */
export function unsettledWhy(policy: CompiledPolicy, shell: Shell): string | undefined {
  const settable = !has(policy, 'variables-ask');
  const answers = settable ? whileSettable : sinceVariablesAsk;
  const known = answers.get(shell);
  if (known !== undefined) return known.why;
  const why = unsettledIn(shell, settable);
  answers.set(shell, { why });
  return why;
}

/** A line that is decided again, under other rules, is not looked through again. */
const whileSettable = new WeakMap<Shell, { readonly why: string | undefined }>();
const sinceVariablesAsk = new WeakMap<Shell, { readonly why: string | undefined }>();

function unsettledIn({ text, constructs, commands }: Shell, settable: boolean): string | undefined {
  for (const { kind, text: construct, within } of constructs) {
    if (kind === 'test' && within.includes('time')) return 'time before a test';
    if (kind === 'subshell') return 'commands in parentheses';
    if (kind === 'for' && !settable) return 'a variable set by a loop';
    if (kind === 'coproc') return 'a coprocess';
    if (kind === 'time' && construct.includes('-')) return 'time with options';
  }
  return firstWhy(
    commands,
    (command) =>
      meaningWhy(command, settable) ??
      brokenWhy(command) ??
      declaredWhy(command) ??
      swallowedWhy(command, text),
  );
}

/** The client splits at pipes first: what is left of a loop or condition around one is no command. */
function brokenWhy({ after, within }: SimpleCommand): string | undefined {
  if (after !== '|' && after !== '|&') return undefined;
  return within.some((context) => context === 'loop' || context === 'condition')
    ? 'a pipe inside a loop or a condition'
    : undefined;
}

function meaningWhy({ words, assignments, within }: SimpleCommand, settable: boolean): string | undefined {
  const [name, next] = words;
  if (
    !settable &&
    within.at(-1) === 'time' &&
    (assignments.length > 0 || !/^[\w./-]+$/.test(name?.value ?? ''))
  ) {
    return 'time before an odd word';
  }
  if (name !== undefined && /^[A-Za-z_]\w*=/.test(name.value ?? '') && !/\s/.test(name.value ?? ''))
    return 'a variable set in this command';
  for (const assignment of assignments) {
    if (assignment.value?.value === undefined) return 'a command inside an assignment';
    if (name === undefined && !settable && !isSafeAssignment(assignment))
      return 'a variable set in this command';
  }
  const hiding = words.some(({ pieces }) =>
    pieces.some((piece) => piece.kind === 'literal' && /\n\s*#/.test(piece.value)),
  );
  if (hiding) return 'a line that starts with # inside a quoted argument';
  return name?.value === undefined ? undefined : nameWhy(name.value, settable ? undefined : next);
}

/** What declares a variable, apart from `export`, or gives it a type. */
function declaredWhy({ words }: SimpleCommand): string | undefined {
  const [name, next] = words;
  if (name?.value === 'printf' && next?.text === '-v') return 'a variable set in this command';
  if (!/^(declare|typeset|local|readonly)$/.test(name?.value ?? '')) return undefined;
  if (words.some(({ text }) => isSetting(text))) return 'a variable set in this command';
  return words.some(({ text }) => /^[-+]\w*[aAEFiLlnRuZ]/.test(text))
    ? 'a variable of a type of its own'
    : undefined;
}

function isExportedLate({ text, pieces }: Word): boolean {
  if (/[=:]~/.test(text) || /^\w+\[/.test(text)) return true;
  return pieces.some(
    ({ kind, ...piece }) =>
      kind === 'substitution' || (kind === 'variable' && 'name' in piece && piece.name !== 'HOME'),
  );
}

/** Whether a command exports a value that may change what the other commands of its line are. */
export function exportsMore({ words }: SimpleCommand): boolean {
  if (words[0]?.value !== 'export') return false;
  return words.some(({ text }) => {
    const [, name = '', value = ''] = /^([A-Za-z_]\w*)\+?=([\s\S]*)$/.exec(text) ?? [];
    return name !== '' && !isSafeSetting(name, value);
  });
}

function isSetting(text: string): boolean {
  return /^[A-Za-z_]\w*\+?=/.test(text);
}

/** The client fears that a word behind a redirect is one more target, and takes a comment there for a word. */
function swallowedWhy({ words, redirects, end }: SimpleCommand, text: string): string | undefined {
  if (redirects.length === 0) return undefined;
  const [name] = words;
  const into = redirects.filter(
    ({ operator, start }) => !operator.startsWith('<<') && start > (name?.start ?? 0),
  );
  const last = into.at(-1);
  if (into.some((redirect) => words.some(({ start }) => start > redirect.start)))
    return 'a word behind a redirect';
  const commented = last !== undefined && last.end === end && /^[ \t]+#/.test(text.slice(end, end + 80));
  return commented ? 'a comment behind a redirect' : undefined;
}

function nameWhy(program: string, next: Word | undefined): string | undefined {
  if (CODE_BUILTINS.has(program)) return `${program} takes its arguments as code`;
  if (STARTERS.has(program)) return `what ${program} starts cannot be known`;
  if (program.startsWith('-')) return 'an incomplete command';
  return next === undefined ? undefined : wrappedWhy(program, next.text);
}

function wrappedWhy(program: string, next: string): string | undefined {
  switch (program) {
    case 'time':
    case 'nohup':
      return /^["'\\]?[\w./-]+["']?$/.test(next) && !next.startsWith('-')
        ? undefined
        : `${program} before an odd word`;
    case 'nice':
      return next.startsWith('-') && !/^-(n|\d+)$/.test(next) ? 'nice with odd options' : undefined;
    case 'builtin':
    case 'command':
      if (/^[A-Za-z_]\w*=/.test(next)) return 'a variable set in this command';
      return /[*?[]/.test(next) ? `${program} before a pattern` : undefined;
    case 'read':
    case 'getopts':
      return 'a variable set in this command';
    case 'unset':
      return /^(PATH|IFS|PS4|LD_PRELOAD|BASH_ENV|ENV|SHELLOPTS|BASHOPTS|path)$/.test(next)
        ? 'a special variable is unset'
        : undefined;
    default:
      return undefined;
  }
}

function firstWhy<T>(items: readonly T[], why: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = why(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
