import type { Arg } from './arg.ts';
import type { Cancels, Flag, Gain, Part } from './description.ts';
import { addNpmScript } from './running.ts';
import { addPath, type Scene } from './scene.ts';
import { addExecution, type Tally } from './tally.ts';

/** Said where a description gives no sentence of its own. */
const RUNS = { project: "runs this project's own code", anything: 'runs any program' } as const;

/** Adds what a description says that something always does. */
export function addGain(tally: Tally, gain: Gain, scene: Scene): void {
  for (const path of gain.reads ?? []) addFixed(tally, 'reads', path, scene);
  for (const path of gain.writes ?? []) addFixed(tally, 'writes', path, scene);
  for (const path of gain.deletes ?? []) addFixed(tally, 'deletes', path, scene);
  tally.hosts.push(...(gain.hosts ?? []));
  tally.sends ||= gain.sends === true;
  if (gain.runs !== undefined) addExecution(tally, gain.runs, gain.why ?? RUNS[gain.runs]);
  if (gain.script !== undefined) addNpmScript(tally, { kind: 'exact', text: gain.script }, scene);
  if (gain.reveals !== undefined) tally.reads.push({ path: gain.reveals, zone: 'secret' });
  tally.privilege ||= gain.privilege === true;
  tally.machine ||= gain.machine === true;
  tally.undoable &&= gain.loses !== true;
  if (gain.unknown !== undefined) tally.unknown.push(gain.unknown);
  if (gain.why !== undefined && gain.runs === undefined) tally.notes.push(gain.why);
}

function addFixed(tally: Tally, access: 'reads' | 'writes' | 'deletes', path: string, scene: Scene): void {
  const undoable = tally.undoable;
  addPath(tally, access, { kind: 'exact', text: path }, scene);
  // A description that means lost work says so with `loses`; a path it always removes is its own affair.
  if (access === 'deletes' && path !== '.') tally.undoable = undoable;
}

/** What particular values of a flag or operand add. */
export function addChoice(
  tally: Tally,
  choices: Readonly<Record<string, Gain>>,
  value: Arg | undefined,
  scene: Scene,
): void {
  if (value !== undefined && value.kind === 'exact') {
    const gain = choiceFor(choices, value.text);
    if (gain !== undefined) addGain(tally, gain, scene);
    return;
  }
  for (const gain of Object.values(choices)) addGain(tally, gain, scene);
}

function choiceFor(choices: Readonly<Record<string, Gain>>, text: string): Gain | undefined {
  let found: string | undefined;
  for (const key of Object.keys(choices)) {
    if (fits(key, text) && (found === undefined || weight(key) > weight(found))) found = key;
  }
  return found === undefined ? undefined : choices[found];
}

/** `*` alone fits everything, and counts least. */
function weight(key: string): number {
  return key === '*' ? -1 : key.length;
}

/** Case does not matter; `*` may begin and end the shape, and alone fits everything. */
export function fits(shape: string, text: string): boolean {
  const wanted = shape.toLowerCase();
  const given = text.toLowerCase();
  const open = wanted.endsWith('*');
  if (wanted === '*') return true;
  if (wanted.startsWith('*')) {
    return open ? given.includes(wanted.slice(1, -1)) : given.endsWith(wanted.slice(1));
  }
  return open ? given.startsWith(wanted.slice(0, -1)) : given === wanted;
}

/** What a flag takes back with this value. */
export function cancelledBy(flag: Flag, value: Arg | undefined): readonly Cancels[] {
  if (flag.cancels === undefined) return [];
  if (flag.cancelsWhen === undefined) return flag.cancels;
  const text = value?.kind === 'exact' ? value.text : undefined;
  const holds = text !== undefined && flag.cancelsWhen.some((shape) => fits(shape, text));
  return holds ? flag.cancels : [];
}

/** All that descriptions may say of the parts along a call. */
export function addParts(tally: Tally, parts: readonly Part[], scene: Scene): void {
  for (const part of parts) if (part.does !== undefined) addGain(tally, part.does, scene);
}
