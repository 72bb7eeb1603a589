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

/** Text that a shell runs: what it says, where it is known. */
export function addShellText(tally: Tally, arg: Arg, scene: Scene): void {
  if (arg.kind !== 'exact' || !mayFollow(scene)) {
    addExecution(tally, 'anything', 'runs any program');
    return;
  }
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
  if (text === '-' || /^[a-z][a-z0-9+.-]*:/i.test(text) || /@(?:latest|v?\d|[a-z]+$)/.test(text))
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
}

/** `make TARGET`: what the Makefile says. */
export function addMakeTarget(tally: Tally, arg: Arg, scene: Scene): void {
  addExecution(tally, 'project', "runs this project's own code");
  if (arg.kind === 'exact') addTask(tally, scene.facts.targets, arg.text, scene);
}

function addTask(
  tally: Tally,
  tasks: Readonly<Record<string, string>> | undefined,
  name: string,
  scene: Scene,
): void {
  if (tasks === undefined || !Object.hasOwn(tasks, name)) return;
  const text = tasks[name];
  if (text !== undefined && mayFollow(scene)) {
    addEffects(tally, scene.shell(text, { ...scene, depth: scene.depth + 1, cwd: scene.workspace }));
  }
}
