import { type Arg, restOf } from './arg.ts';
import type { Place } from './effects.ts';
import type { Invocation } from './invocation.ts';
import { addByName } from './running.ts';
import { placeIn, type Scene } from './scene.ts';
import { addExecution, type Tally } from './tally.ts';

/**
 * Names of flags that promise more than a change of what is printed: they write, run, load, fetch or remove.
 * A description that lets flags pass which it does not name means the plain ones.
 */
const POWER =
  /^-{1,2}(?!no-)(?:[a-z0-9]+[-._])*(?:out(?:put)?-?(?:file|dir|path|document)|save|write|dump|exec|execute|command|cmd|script|plugins?|preload|load|rcfile|init|hooks?|shell|pager|editor|browser|delete|remove|purge|prune|destroy|import|require|eval|upload|send|publish|deploy|listen|serve|daemon|install|log-?file|trace-?file|profile-?out|wrapper|launcher|proxy|listen)(?:[-._=]|$)/i;

/** Adds what words may do that a description lets pass unread: powerful names, and paths that lead elsewhere. */
export function addTolerated(tally: Tally, call: Invocation, scene: Scene): void {
  for (const arg of call.tolerated) {
    const equals = arg.text.indexOf('=');
    const name = equals < 0 ? arg.text : arg.text.slice(0, equals);
    if (POWER.test(name) && !isKnownWorse(tally)) tally.unknown.push(`what the flag ${name} does`);
    else if (equals > 0) addValue(tally, name, restOf(arg, equals + 1), scene);
  }
  if (call.tolerated.length > 0 || isTolerant(call)) addSettings(tally, call, scene);
}

/** What a call does for certain is said as such, whatever one of its flags may add. */
function isKnownWorse(tally: Tally): boolean {
  return tally.sends || !tally.undoable || tally.privilege || tally.machine || tally.executes === 'anything';
}

function isTolerant(call: Invocation): boolean {
  return call.parts.some((part) => part.otherFlags === 'harmless');
}

/** Several programs share a tolerant description: what is a setting to one may be a flag and a file to another. */
function addSettings(tally: Tally, call: Invocation, scene: Scene): void {
  for (const { entry, value } of call.flags) {
    if (entry.flag === undefined && value !== undefined) addValue(tally, entry.name, value, scene);
  }
}

function addValue(tally: Tally, name: string, value: Arg, scene: Scene): void {
  const place = elsewhere(value, scene);
  if (place === undefined) return;
  if (place.zone === 'secret') tally.reads.push(place);
  else tally.unknown.push(`what the flag ${name} does with ${place.path}`);
}

/** A project's own program that is given a path outside of the project may load what lies there. */
export function addStrangePaths(tally: Tally, call: Invocation, scene: Scene): void {
  if (tally.executes !== 'project') return;
  for (const { arg, meanings } of call.operands) {
    if (!meanings.includes('text')) continue;
    if (arg.kind === 'exact' && !isScripted(call)) addByName(tally, arg.text);
    const place = elsewhere(arg, scene);
    if (place?.zone === 'secret') tally.reads.push(place);
    else if (place !== undefined) addStrange(tally, call, place);
  }
}

function isScripted(call: Invocation): boolean {
  return call.parts.some((part) => part.flagsEndAtOperand === true);
}

/** What stands after the name of a script are words for the script: it can use such a file, not be replaced by it. */
function addStrange(tally: Tally, call: Invocation, place: Place): void {
  if (!isScripted(call)) addExecution(tally, 'anything', `may load code from ${place.path}`);
  else if (place.zone !== 'temporary') tally.reads.push(place);
}

/** Where a word leads that is written as a path out of the project, or that names a secret. */
function elsewhere(arg: Arg, scene: Scene): Place | undefined {
  if (arg.kind !== 'exact' || arg.text === '/' || arg.text === '') return undefined;
  const leadsAway = /^(?:\/[\w.]|~|\.\.(?:\/|$))|\/\.\.(?:\/|$)/.test(arg.text);
  if (!leadsAway && !/^[\w./-]+$/.test(arg.text)) return undefined;
  if (scene.cwd === undefined) return undefined;
  const place = placeIn(arg.text, scene);
  if (place.zone === 'secret') return place;
  return leadsAway && (place.zone === 'outside' || place.zone === 'temporary' || place.zone === 'protected')
    ? place
    : undefined;
}
