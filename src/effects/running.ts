import { hostOf } from './address.ts';
import type { Arg } from './arg.ts';
import { placeIn, type Scene } from './scene.ts';
import { addEffects, addExecution, type Tally } from './tally.ts';

/** Deeper nesting of shells and scripts than this is not followed. */
const DEEPEST = 6;

function mayFollow(scene: Scene): boolean {
  scene.budget.left -= 1;
  return scene.depth < DEEPEST && scene.budget.left > 0;
}

/** Text that a shell runs: a door to anything, and whatever else the text says where it is known. */
export function addShellText(tally: Tally, arg: Arg, scene: Scene): void {
  addExecution(tally, 'anything', 'runs a shell text');
  if (arg.kind !== 'exact' || !mayFollow(scene)) return;
  addEffects(tally, scene.shell(arg.text, { ...scene, depth: scene.depth + 1, input: { kind: 'none' } }));
}

/** A program or script by its path: the project's own inside the workspace, anything elsewhere. */
export function addProgram(tally: Tally, arg: Arg, scene: Scene): void {
  const execution = executionOf(arg, scene);
  addExecution(
    tally,
    execution,
    execution === 'anything' ? 'runs any program' : "runs this project's own code",
  );
  if (arg.kind === 'exact' && /^https?:\/\//.test(arg.text)) {
    tally.hosts.push(hostOf(arg.text));
    tally.sends = true;
  }
}

function executionOf(arg: Arg, scene: Scene): 'project' | 'anything' {
  if (arg.kind !== 'exact' && arg.kind !== 'glob') return 'anything';
  const { text } = arg;
  if (
    text === '-' ||
    text.startsWith('{') ||
    /^[a-z][a-z0-9+.-]*:/i.test(text) ||
    /@(?:latest|v?\d|[a-z]+$)/.test(text)
  )
    return 'anything';
  if (scene.cwd === undefined && !/^[/~]/.test(text)) return 'anything';
  const { zone } = placeIn(text, scene);
  return zone === 'workspace' || (zone === 'protected' && isInside(text, scene)) ? 'project' : 'anything';
}

function isInside(text: string, scene: Scene): boolean {
  const { path } = placeIn(text, scene);
  return path === scene.workspace || path.startsWith(`${scene.workspace}/`);
}

/** `npm run NAME`: what package.json says, with its pre and post scripts. */
export function addNpmScript(tally: Tally, arg: Arg, scene: Scene): void {
  addExecution(tally, 'project', "runs this project's own code");
  if (arg.kind !== 'exact') return;
  for (const name of [`pre${arg.text}`, arg.text, `post${arg.text}`]) {
    addTask(tally, scene.facts.scripts, name, scene);
  }
  if (isKnown(scene.facts.scripts, arg.text)) return;
  addByName(tally, arg.text);
  // Built in where the project has no such script (npm-run-script manual).
  if (arg.text === 'env') tally.reads.push({ path: 'the environment', zone: 'secret' });
}

/** `make TARGET`: what the Makefile says. */
export function addMakeTarget(tally: Tally, arg: Arg, scene: Scene): void {
  addExecution(tally, 'project', "runs this project's own code");
  if (arg.kind !== 'exact') return;
  addTask(tally, scene.facts.targets, arg.text, scene);
  if (isKnown(scene.facts.targets, arg.text)) return;
  addByName(tally, arg.text);
  if (/^(?:un)?install$/.test(arg.text)) tally.writes.push({ path: '/usr/local', zone: 'outside' });
}

/** `just NAME`, `mise run NAME`: what the runner's own file says, which is not read here. */
export function addNamedTask(tally: Tally, arg: Arg): void {
  addExecution(tally, 'project', "runs this project's own code");
  if (arg.kind === 'exact') addByName(tally, arg.text);
}

type Tasks = Readonly<Record<string, string>> | undefined;

function isKnown(tasks: Tasks, name: string): boolean {
  return tasks !== undefined && Object.hasOwn(tasks, name);
}

const PUBLISHING = /(?:^|[:._-])(?:deploy|publish|release|push|upload|ship|promote|rollout)(?:$|[:_-])/;
const DESTROYING =
  /(?:^|[:._-])(?:destroy|drop|wipe|nuke|purge|flush|truncate|teardown|reset|rollback)(?:$|[:_-])/;

/** Where the text of a task is not at hand, a name that promises to publish or to destroy is believed. */
export function addByName(tally: Tally, name: string): void {
  if (/dry|check|build|notes|test|lint/.test(name)) return;
  if (PUBLISHING.test(name)) {
    tally.sends = true;
    tally.notes.push(`runs the task ${name}, which by its name publishes`);
  } else if (DESTROYING.test(name)) {
    tally.undoable = false;
    tally.notes.push(`runs the task ${name}, which by its name deletes`);
  }
}

function addTask(tally: Tally, tasks: Tasks, name: string, scene: Scene): void {
  const text = tasks !== undefined && Object.hasOwn(tasks, name) ? tasks[name] : undefined;
  if (text !== undefined && mayFollow(scene)) {
    addEffects(tally, scene.shell(text, { ...scene, depth: scene.depth + 1, cwd: scene.workspace }));
  }
}
