import { type Arg, exact } from './arg.ts';
import { addSearchedSecrets, isPassedOver } from './content-search.ts';
import type { Meaning, Part } from './description.ts';
import type { Effects } from './effects.ts';
import { addCommandVariable, addVariable } from './environment.ts';
import { addChoice, addGain, addParts, cancelledBy } from './gain.ts';
import { type Invocation, readInvocation, splitAssignment } from './invocation.ts';
import { describedAs } from './lookup.ts';
import { addMeaning } from './meaning.ts';
import { placeIn, type Scene } from './scene.ts';
import { describedScript, scriptOf } from './script.ts';
import { addEffects, addExecution, cancel, emptyTally, settle, type Tally } from './tally.ts';
import { addStrangePaths, addTolerated } from './tolerance.ts';
import { addWorst, addWorstOfAll } from './worst.ts';

/** Folders of the machine whose programs are known by their plain name. */
const SYSTEM_PROGRAMS = /^(?:\/usr(?:\/local)?|\/opt\/homebrew|)\/s?bin\/([^/]+)$/;

/** Folders of a project that hold installed programs. */
const INSTALLED_PROGRAMS =
  /(?:^|\/)(?:node_modules\/\.bin|\.?venv\/bin|vendor\/bin|\.venv\/Scripts)\/([^/]+)$/;

/** What a simple command does, given its words with the program's name first. */
export function commandEffects(args: readonly Arg[], scene: Scene): Effects {
  const tally = emptyTally();
  const [name, ...rest] = args;
  if (name === undefined) return settle(tally);
  if (name.kind !== 'exact') {
    addExecution(
      tally,
      'anything',
      name.kind === 'any'
        ? 'runs any program'
        : 'runs whatever program the shell makes of a variable or pattern',
    );
    return settle(tally);
  }
  addProgramByName(tally, name.text, rest, scene);
  return settle(tally);
}

function addProgramByName(tally: Tally, name: string, rest: readonly Arg[], scene: Scene): void {
  const plain = SYSTEM_PROGRAMS.exec(name)?.[1] ?? (name.includes('/') ? undefined : name);
  if (plain !== undefined) {
    addDescribed(tally, plain.replace(/^\\/, ''), rest, scene);
    return;
  }
  const installed = INSTALLED_PROGRAMS.exec(name)?.[1] ?? /^\.\/(gradlew|mvnw)$/.exec(name)?.[1];
  const inside = scene.cwd !== undefined && placeIn(name, scene).path.startsWith(`${scene.workspace}/`);
  if (!inside) {
    addExecution(tally, 'anything', `runs ${name}, a program outside the project`);
    return;
  }
  addExecution(tally, 'project', "runs this project's own code");
  if (installed !== undefined && describedAs(installed) !== undefined)
    addDescribed(tally, installed, rest, scene);
  else addScript(tally, name, rest, scene);
}

function addDescribed(tally: Tally, name: string, rest: readonly Arg[], scene: Scene): void {
  const description = describedAs(name);
  if (description === undefined) {
    tally.unknown.push(`\`${name}\` is not described`);
    return;
  }
  addEffects(tally, invocationEffects(readInvocation(description, rest), scene));
}

/** What is known of a script by its name: `./manage.py flush`. */
function addScript(tally: Tally, path: string, rest: readonly Arg[], scene: Scene): void {
  const description = describedScript(path);
  if (description !== undefined)
    addEffects(tally, invocationEffects(readInvocation(description, rest), scene));
}

/** The same for a script that its interpreter runs. */
function addScriptOf(tally: Tally, call: Invocation, scene: Scene): void {
  const script = scriptOf(call);
  if (script !== undefined)
    addEffects(tally, invocationEffects(readInvocation(script.description, script.args), scene));
}

/** What a call of a described program does. */
export function invocationEffects(call: Invocation, scene: Scene): Effects {
  const tally = emptyTally();
  const here = workingDirectory(tally, call, scene);
  if (call.stopped) {
    // Whether a program looks at --help before it acts on its other flags differs: what they add stays.
    addFlags(tally, call, here);
    return settle(tally);
  }
  addParts(tally, call.parts, here);
  addFlags(tally, call, here);
  addOperands(tally, call, here);
  addAssignments(tally, call, here);
  addCommands(tally, call, here);
  addScriptOf(tally, call, here);
  addInput(tally, call, here);
  addTolerated(tally, call, here);
  addSearchedSecrets(tally, call, here);
  addStrangePaths(tally, call, here);
  if (call.loose) addOpenWords(tally, call, here);
  else takeBack(tally, call);
  if (tally.executes === 'project' && !isInProject(here)) {
    addExecution(tally, 'anything', 'runs the code of another directory');
  }
  for (const what of call.undescribed)
    tally.unknown.push(`${what} of \`${programOf(call)}\` is not described`);
  return settle(tally);
}

function isInProject({ cwd, workspace }: Scene): boolean {
  return cwd !== undefined && (cwd === workspace || cwd.startsWith(`${workspace}/`));
}

function programOf(call: Invocation): string {
  return [call.description.names.split(' ')[0] ?? '', ...call.subcommand].join(' ');
}

/** The scene after flags such as `git -C dir`. */
function workingDirectory(tally: Tally, call: Invocation, scene: Scene): Scene {
  let here = scene;
  const words = [
    ...call.flags.filter((use) => use.entry.flag?.value === 'directory').map((use) => use.value),
    ...call.operands.filter((use) => use.meanings.includes('directory')).map((use) => use.arg),
  ];
  for (const word of words) {
    if (word === undefined || word.kind === 'any') continue;
    const known = word.kind === 'exact' && (here.cwd !== undefined || /^[/~]/.test(word.text));
    addMeaning(tally, 'directory', word, here);
    here = { ...here, cwd: known ? placeIn(word.text, here).path : undefined };
  }
  return here;
}

function addFlags(tally: Tally, call: Invocation, scene: Scene): void {
  for (const { entry, value, values } of call.flags) {
    const { flag } = entry;
    if (flag === undefined) continue;
    for (const [index, arg] of (values ?? []).entries())
      addMeaning(tally, flag.values?.[index] ?? 'text', arg, scene);
    if (flag.adds !== undefined) addGain(tally, flag.adds, scene);
    if (flag.choices !== undefined && value !== undefined) addChoice(tally, flag.choices, value, scene);
    if (flag.value !== undefined && value !== undefined && !TAKEN_ELSEWHERE.has(flag.value)) {
      if (flag.value !== 'directory') addMeaning(tally, flag.value, value, scene);
    }
  }
}

/** Meanings whose words the invocation has set aside. */
const TAKEN_ELSEWHERE: ReadonlySet<Meaning> = new Set(['command', 'module', 'command-to-semicolon']);

function addOperands(tally: Tally, call: Invocation, scene: Scene): void {
  for (const { arg, meanings } of call.operands) {
    for (const meaning of meanings)
      if (meaning !== 'directory' && !isPassedOver(call, arg)) addMeaning(tally, meaning, arg, scene);
    if (call.spec.choices !== undefined) addChoice(tally, call.spec.choices, arg, scene);
  }
  const count = call.operands.length + (call.command === undefined ? 0 : 1);
  const { none, some, several } = call.spec;
  if (count === 0 && none !== undefined) addGain(tally, none, scene);
  if (count > 0 && some !== undefined) addGain(tally, some, scene);
  if (count > 1 && several !== undefined) addGain(tally, several, scene);
  const last: Part | undefined = call.parts[call.parts.length - 1];
  if (call.bare && last?.bare !== undefined) addGain(tally, last.bare, scene);
  if (call.undescribed.length === 0 && isContentSearch(call)) addPatterns(tally, call, scene);
}

/** Programs that print what is in the files their name patterns choose. */
function isContentSearch(call: Invocation): boolean {
  return (
    call.nested.length === 0 &&
    call.flags.some((use) => use.entry.flag?.value === 'name-pattern') &&
    call.description.names.includes('g')
  );
}

function addPatterns(tally: Tally, call: Invocation, scene: Scene): void {
  if (/\b(?:find|fd|ls|tree)\b/.test(call.description.names)) return;
  for (const arg of foundBy(call)) addMeaning(tally, 'read', arg, scene);
}

/** Names with and without a dot in front, which a shell pattern tells apart. */
const EVERY_NAME = ['*', '.*'];

/** find looks at hidden files by itself, fd where it is told to. */
function seesHidden(call: Invocation): boolean {
  if (/^find\b/.test(call.description.names)) return true;
  return call.tolerated.some(({ text }) => /^-\w*[HIu]|^--(?:hidden|unrestricted|no-ignore)/.test(text));
}

/** The files that a program such as find looks at, as patterns: its start folders with its name patterns. */
export function foundBy(call: Invocation): readonly Arg[] {
  const roots = call.operands
    .filter((use) => use.meanings.some((meaning) => meaning === 'read' || meaning === 'look'))
    .map((use) => use.arg);
  const patterns = call.flags
    .filter((use) => use.entry.flag?.value === 'name-pattern' && use.value !== undefined)
    .map((use) => (use.value?.text ?? '').replace(/^.*\//, '').replace(/^!/, ''));
  const hidden = seesHidden(call) ? EVERY_NAME : ['*'];
  return (roots.length === 0 ? [exact('.')] : roots).flatMap((root) =>
    (patterns.length === 0 ? hidden : patterns).map((pattern): Arg => below(root, pattern)),
  );
}

function below(root: Arg, pattern: string): Arg {
  if (root.kind !== 'exact' && root.kind !== 'glob') return root;
  return { kind: 'glob', text: `${root.text.replace(/\/$/, '')}/**/${pattern}` };
}

function addAssignments(tally: Tally, call: Invocation, scene: Scene): void {
  const how = call.spec.assignments;
  for (const word of call.assignments) {
    const { name, value } = splitAssignment(word);
    if (how === 'environment') addCommandVariable(tally, name, value, scene);
    else if (how !== undefined) {
      addGain(tally, how, scene);
      addVariable(tally, name, value, scene);
    }
  }
}

function addCommands(tally: Tally, call: Invocation, scene: Scene): void {
  const found = call.nested.length === 0 ? [] : foundBy(call);
  for (const nested of call.nested) addEffects(tally, scene.command(filled(nested, found), inner(scene)));
  if (call.command === undefined) return;
  addEffects(tally, call.module ? moduleEffects(call.command, scene) : commandOf(call, call.command, scene));
}

function inner(scene: Scene): Scene {
  return { ...scene, depth: scene.depth + 1, input: { kind: 'none' } };
}

/** The words with `{}` replaced by what was found. */
function filled(words: readonly Arg[], found: readonly Arg[]): readonly Arg[] {
  return words.flatMap((word): readonly Arg[] => {
    if (!word.text.includes('{}')) return [word];
    if (word.text === '{}') return found;
    return [{ kind: 'open', text: word.text.slice(0, word.text.indexOf('{}')), written: word.text }];
  });
}

/** xargs and parallel add words from their input to the command; all others run it as it stands. */
function commandOf(call: Invocation, words: readonly Arg[], scene: Scene): Effects {
  const appends = /^(?:xargs|gxargs|parallel)$/.test(call.description.names.split(' ')[0] ?? '');
  if (!appends) return scene.command(words, { ...scene, depth: scene.depth + 1 });
  const given = scene.input.kind === 'pipe' ? scene.input.words : undefined;
  const added: readonly Arg[] = given ?? [{ kind: 'many', text: '', written: 'the words from its input' }];
  const placed = call.flags.some((use) => /^-[IiJ]$|^--replace$/.test(use.entry.name));
  const mark = words.some((word) => word.text.includes('{}'));
  const all =
    placed || mark
      ? filled(words, given ?? [{ kind: 'open', text: '', written: '{}' }])
      : [...words, ...added];
  return scene.command(all, inner(scene));
}

function moduleEffects(words: readonly Arg[], scene: Scene): Effects {
  const [name, ...rest] = words;
  const full = name?.kind === 'exact' ? `python -m ${name.text}` : '';
  const description = describedAs(full) ?? (name?.kind === 'exact' ? describedAs(name.text) : undefined);
  if (description !== undefined) return invocationEffects(readInvocation(description, rest), scene);
  const tally = emptyTally();
  addExecution(tally, 'anything', `runs the module ${name?.text ?? ''}`);
  return settle(tally);
}

/** What is piped or written into an interpreter runs, unless a script was named. */
function addInput(tally: Tally, call: Invocation, scene: Scene): void {
  const part = call.parts.findLast((candidate) => candidate.stdin !== undefined);
  if (part?.stdin === undefined || namesItsProgram(call)) return;
  if (part.stdin === 'shell' && scene.input.kind === 'text') {
    addMeaning(tally, 'shell', exact(scene.input.text), scene);
    return;
  }
  if (part.stdin === 'sql') {
    addStatements(tally, scene);
    return;
  }
  addExecution(tally, 'anything', 'runs what it reads from standard input');
}

/** Statements that are written or piped into a database client; without any it waits for them at a prompt. */
function addStatements(tally: Tally, scene: Scene): void {
  const { input } = scene;
  if (input.kind === 'text') addMeaning(tally, 'sql', exact(input.text), scene);
  else if (input.kind === 'pipe' && input.words?.every((word) => word.kind === 'exact') === true)
    addMeaning(tally, 'sql', exact(input.words.map((word) => word.text).join(' ')), scene);
  else tally.unknown.push('which statements it is given');
}

const PROGRAMS: ReadonlySet<Meaning> = new Set([
  'shell',
  'code',
  'program',
  'sql',
  'sqlite',
  'module',
  'command',
]);

function namesItsProgram(call: Invocation): boolean {
  const named = call.operands.filter((use) => !/^(?:-|\/dev\/stdin)$/.test(use.arg.text));
  const data = call.parts.some((part) => part.stdin === 'sql');
  if (call.command !== undefined || named.some((use) => !data || use.meanings.includes('sqlite')))
    return true;
  return call.flags.some((use) => use.entry.flag?.value !== undefined && PROGRAMS.has(use.entry.flag.value));
}

/** Words that only the shell will know could be any flag and operand. */
function addOpenWords(tally: Tally, call: Invocation, scene: Scene): void {
  const [last] = call.parts.slice(-1);
  if (last === undefined) return;
  if ((last.subcommands?.length ?? 0) > 0) addWorstOfAll(tally, last, scene);
  else addWorst(tally, last, scene);
  for (const part of call.parts.slice(0, -1)) if (part.flagsAnywhere === true) addWorst(tally, part, scene);
}

function takeBack(tally: Tally, call: Invocation): void {
  for (const { entry, value } of call.flags) {
    if (entry.flag === undefined || isNegatedLater(call, entry.name)) continue;
    for (const what of cancelledBy(entry.flag, value)) cancel(tally, what);
  }
}

function isNegatedLater(call: Invocation, name: string): boolean {
  return call.flags.some((use) => use.entry.name === `--no-${name.replace(/^-+/, '')}`);
}
