import { parseShell } from '../shell/parse-shell.ts';
import type { Assignment, Context, Redirect, Shell, SimpleCommand } from '../shell/shell.ts';
import type { Word } from '../shell/word.ts';
import { type Arg, exact } from './arg.ts';
import { commandEffects, foundBy } from './command-effects.ts';
import type { Effects } from './effects.ts';
import { addCommandVariable, addVariable } from './environment.ts';
import { argsOf, secretsIn, secretsInText } from './expansion.ts';
import { readInvocation } from './invocation.ts';
import { describedAs } from './lookup.ts';
import { addPath, type Input, placeIn, type Scene } from './scene.ts';
import { addEffects, addExecution, emptyTally, settle, type Tally } from './tally.ts';

/** Contexts whose `cd` and variables end with them. */
const OWN_PROCESS: ReadonlySet<Context> = new Set([
  'subshell',
  'substitution',
  'process',
  'pipeline',
  'background',
  'coproc',
]);

/** A piece of the text with the directory that holds in it; undefined where that is not known. */
type Scope = { readonly start: number; readonly end: number; readonly cwd: string | undefined };

type Failed = { readonly cwd: string | undefined };

/** With more changes of directory inside of subshells than this, where the rest runs counts as unknown. */
const MOST_SCOPES = 40;

/** One walk over the commands of a text. */
type Walk = {
  readonly tally: Tally;
  readonly scene: Scene;
  readonly variables: Map<string, readonly Arg[]>;
  readonly functions: ReadonlySet<string>;
  cwd: string | undefined;
  /** Pieces of the text in which another directory holds: subshells and substitutions with a `cd` in them. */
  readonly scopes: Scope[];
  readonly shell: Shell;
  /** Where the shell still is if the `cd` just before failed. */
  failed: Failed | undefined;
  /** The words of the command before, for what it prints into a pipe. */
  before: readonly Arg[] | undefined;
};

/** What a command line does: every command in it, wherever it stands, and every redirect. */
export function bashEffects(text: string, scene: Scene): Effects {
  const shell = parseShell(text);
  const walk = startOf(shell, scene);
  for (const error of shell.errors.slice(0, 1))
    walk.tally.unknown.push(`the shell text cannot be read: ${error.message}`);
  readLoops(walk, shell);
  for (const command of shell.commands) addCommand(walk, command);
  for (const construct of shell.constructs) {
    addRedirects(walk, construct.redirects, walk.scene);
    for (const word of construct.words) addSecrets(walk, word);
  }
  return settle(walk.tally);
}

function startOf(shell: Shell, scene: Scene): Walk {
  const variables = new Map<string, readonly Arg[]>([
    ['HOME', [exact(scene.home)]],
    ['TMPDIR', [exact('/tmp')]],
  ]);
  if (scene.cwd !== undefined) variables.set('PWD', [exact(scene.cwd)]);
  const functions = shell.constructs
    .filter((construct) => construct.kind === 'function')
    .map((construct) => construct.name);
  return {
    tally: emptyTally(),
    scene,
    variables,
    functions: new Set(functions),
    cwd: scene.cwd,
    scopes: [],
    shell,
    failed: undefined,
    before: undefined,
  };
}

/** The variable of a loop takes each word of its list. */
function readLoops(walk: Walk, shell: Shell): void {
  for (const construct of shell.constructs) {
    if (construct.kind !== 'for' && construct.kind !== 'select') continue;
    const values = construct.words.flatMap((word) => argsOf(word, walk.variables));
    const settled = values.length > 0 && values.every((arg) => arg.kind === 'exact' || arg.kind === 'glob');
    if (settled && !walk.variables.has(construct.name)) walk.variables.set(construct.name, values);
    else walk.variables.delete(construct.name);
  }
}

function addCommand(walk: Walk, command: SimpleCommand): void {
  const here = { ...walk.scene, cwd: startOfCommand(walk, command), input: inputOf(walk, command) };
  for (const word of command.words) addSecrets(walk, word);
  addRedirects(walk, command.redirects, here);
  const args = command.words.flatMap((word) => argsOf(word, walk.variables));
  addAssignments(walk, command, here, args.length === 0);
  const name = args[0];
  walk.before = undefined;
  walk.failed = undefined;
  if (name === undefined || (name.kind === 'exact' && walk.functions.has(name.text))) return;
  if (name.kind === 'exact' && changesDirectory(walk, name.text, args, command)) return;
  noteVariables(walk, name, args);
  if (name.kind === 'exact' && describedAs(name.text)?.evaluates === true && args.some(hasSubscript))
    addExecution(walk.tally, 'anything', 'evaluates a subscript that runs a command');
  addEffects(walk.tally, commandEffects(args, here));
  walk.before = args;
}

function hasSubscript({ text }: Arg): boolean {
  return /\[[^\]]*(?:\$\(|`)/.test(text);
}

/** `cd x || y`: y runs where cd failed. */
function startOfCommand(walk: Walk, command: SimpleCommand): string | undefined {
  if (command.after === '||' && walk.failed !== undefined) return walk.failed.cwd;
  return cwdAt(walk, command.start);
}

/** The directory that holds at a place of the text: that of the scope opened last around it. */
function cwdAt(walk: Walk, at: number): string | undefined {
  if (walk.scopes.length > MOST_SCOPES) return undefined;
  const scope = walk.scopes.findLast(({ start, end }) => start <= at && at < end);
  return scope === undefined ? walk.cwd : scope.cwd;
}

function inputOf(walk: Walk, command: SimpleCommand): Input {
  for (const redirect of command.redirects) {
    if (redirect.document !== undefined) {
      return redirect.document.dynamic ? { kind: 'file' } : { kind: 'text', text: redirect.document.body };
    }
    if (redirect.operator === '<<<' && redirect.target?.value !== undefined)
      return { kind: 'text', text: redirect.target.value };
    if (redirect.operator === '<' || redirect.operator === '<>' || redirect.operator === '<<<')
      return { kind: 'file' };
  }
  if (command.after === '|' || command.after === '|&')
    return { kind: 'pipe', words: walk.before === undefined ? undefined : printedBy(walk.before) };
  return walk.scene.input.kind === 'text' ? { kind: 'none' } : walk.scene.input;
}

function addSecrets(walk: Walk, word: Word): void {
  for (const name of secretsIn(word)) walk.tally.reads.push({ path: name, zone: 'secret' });
}

function addAssignments(walk: Walk, command: SimpleCommand, here: Scene, alone: boolean): void {
  for (const assignment of command.assignments) {
    const values =
      assignment.value === undefined ? emptyValue(assignment) : argsOf(assignment.value, walk.variables);
    const add = alone ? addVariable : addCommandVariable;
    add(walk.tally, assignment.name, values.length === 1 ? values[0] : undefined, here);
    if (!alone) continue;
    if (values.some(hasSubscript))
      addExecution(walk.tally, 'anything', 'keeps a subscript that runs a command where it is evaluated');
    const settled =
      assignment.plain &&
      values.length > 0 &&
      values.every((arg) => arg.kind === 'exact' || arg.kind === 'glob');
    if (settled && isAssignedOnce(walk, assignment.name)) walk.variables.set(assignment.name, values);
    else walk.variables.delete(assignment.name);
  }
}

/** `NAME=` sets nothing, an array is not followed. */
function emptyValue({ plain, text }: Assignment): readonly Arg[] {
  return plain && text.endsWith('=') ? [exact('')] : [];
}

// INVARIANT: a variable is only known while all its assignments are: a second one makes it open.
function isAssignedOnce(walk: Walk, name: string): boolean {
  return !walk.variables.has(name);
}

/** `export X=1` in front of other commands; `read X` makes a variable open. */
function noteVariables(walk: Walk, name: Arg, args: readonly Arg[]): void {
  if (name.kind !== 'exact') return;
  if (/^(?:read|mapfile|readarray|getopts|unset)$/.test(name.text)) {
    for (const arg of args.slice(1)) walk.variables.delete(arg.text);
  } else if (/^(?:export|declare|typeset|local|readonly)$/.test(name.text)) {
    for (const arg of args.slice(1)) noteExport(walk, arg);
  }
}

function noteExport(walk: Walk, arg: Arg): void {
  const match = /^(\w+)=(.*)$/s.exec(arg.text);
  if (match === null) return;
  const variable = match[1] ?? '';
  const value: Arg = arg.kind === 'open' ? { ...arg, text: match[2] ?? '' } : exact(match[2] ?? '');
  addCommandVariable(walk.tally, variable, value, walk.scene);
  if (arg.kind === 'exact' && isAssignedOnce(walk, variable)) walk.variables.set(variable, [value]);
  else walk.variables.delete(variable);
}

/** Follows `cd`, `pushd` and `popd`; true where the command was one. */
function changesDirectory(walk: Walk, name: string, args: readonly Arg[], command: SimpleCommand): boolean {
  if (name !== 'cd' && name !== 'pushd' && name !== 'popd') return false;
  const from = cwdAt(walk, command.start);
  walk.failed = { cwd: from };
  const to = name === 'popd' ? undefined : target(walk, args.slice(1), from);
  const own = command.within.filter((context) => OWN_PROCESS.has(context)).at(-1);
  const branches = command.within.includes('condition') || command.within.includes('case');
  const settled = branches ? sameOrOpen(from, to) : to;
  // A command of a pipeline or in the background is a process of its own: its directory ends with it.
  if (own === 'pipeline' || own === 'background' || own === 'coproc') return true;
  if (own === undefined) {
    walk.cwd = settled;
    if (settled === undefined) walk.variables.delete('PWD');
    else walk.variables.set('PWD', [exact(settled)]);
  } else walk.scopes.push({ ...spanAround(walk, command.start), cwd: settled });
  return true;
}

/** The innermost subshell, or word with a substitution, around a place of the text. */
function spanAround(walk: Walk, at: number): { readonly start: number; readonly end: number } {
  let found = { start: at, end: walk.shell.text.length };
  const consider = ({ start, end }: { readonly start: number; readonly end: number }): void => {
    if (start <= at && at < end && end - start < found.end - found.start) found = { start, end };
  };
  if (walk.scopes.length > MOST_SCOPES) return found;
  for (const construct of walk.shell.constructs) if (construct.kind === 'subshell') consider(construct);
  for (const command of walk.shell.commands) {
    for (const word of command.words) if (word.pieces.length > 0) consider(word);
    for (const assignment of command.assignments) consider(assignment);
  }
  return { start: at, end: found.end };
}

function sameOrOpen(a: string | undefined, b: string | undefined): string | undefined {
  return a === b ? a : undefined;
}

function target(walk: Walk, args: readonly Arg[], from: string | undefined): string | undefined {
  const operand = args.find((arg) => !/^-[LPe@]+$|^--$/.test(arg.text));
  if (operand === undefined) return walk.scene.home;
  if (operand.kind !== 'exact' || operand.text === '-') return undefined;
  if (from === undefined && !/^[/~]/.test(operand.text)) return undefined;
  return placeIn(operand.text, { ...walk.scene, cwd: from }).path;
}

const TRACKED: readonly Arg[] = [
  { kind: 'glob', text: './**/*' },
  { kind: 'glob', text: './**/.*' },
];

/** The words in what echo and printf print; undefined where escapes or formats make other words of them. */
function printedWords(args: readonly Arg[]): readonly Arg[] | undefined {
  const printed: Arg[] = [];
  for (const arg of args) {
    if (/^-[neE]+$/.test(arg.text) || /^(?:%[sbq](?:\\[0nt]|\s)*)+$/.test(arg.text)) continue;
    if (arg.kind !== 'exact' || !/[\\%\s]/.test(arg.text)) printed.push(arg);
    else {
      const texts = arg.text.split(/\\0(?:00)?(?!\d)|\\[nt]|\s+/).filter((text) => text !== '');
      if (texts.some((text) => /[\\%]/.test(text))) return undefined;
      printed.push(...texts.map(exact));
    }
  }
  return printed;
}

/** The words that a command prints for the next one in a pipe: file names of find, ls, grep -l; text of echo. */
function printedBy(args: readonly Arg[]): readonly Arg[] | undefined {
  const name = args[0]?.text.replace(/^.*\//, '');
  const rest = args.slice(1);
  const description = name === undefined ? undefined : describedAs(name);
  if (name === undefined || description === undefined) return undefined;
  if (name === 'echo' || name === 'printf') return printedWords(rest);
  if (/^(?:find|gfind|fd|fdfind)$/.test(name)) return foundBy(readInvocation(description, rest));
  const lists = rest.some((arg) => /^-[A-Za-z]*[lL]|^--files/.test(arg.text));
  if (
    /^(?:grep|egrep|fgrep|rg|ag|git)$/.test(name) &&
    (lists || rest.some((arg) => arg.text === 'ls-files' || arg.text === '--name-only'))
  ) {
    return name === 'git' ? TRACKED : foundBy(readInvocation(description, rest));
  }
  return name === 'ls' ? foundBy(readInvocation(description, rest)) : undefined;
}

function addRedirects(walk: Walk, redirects: readonly Redirect[], here: Scene): void {
  for (const redirect of redirects) {
    const { target: word, operator, document } = redirect;
    if (document?.dynamic === true)
      for (const name of secretsInText(document.body)) walk.tally.reads.push({ path: name, zone: 'secret' });
    if (word === undefined || operator === '<<<') {
      if (word !== undefined) addSecrets(walk, word);
      continue;
    }
    if (
      (operator === '>&' || operator === '<&') &&
      word.value !== undefined &&
      /^(?:\d+-?|-)$/.test(word.value)
    )
      continue;
    for (const arg of argsOf(word, walk.variables)) {
      const path: Arg = arg.kind === 'many' ? { kind: 'open', text: '', written: arg.written } : arg;
      if (operator === '<' || operator === '<&') addPath(walk.tally, 'reads', path, here);
      else addPath(walk.tally, 'writes', path, here);
    }
  }
}
