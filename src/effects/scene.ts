import { absolute } from '../permission/path/place.ts';
import type { Arg } from './arg.ts';
import type { Effects, Place } from './effects.ts';
import type { ProjectFacts } from './surroundings.ts';
import type { Tally } from './tally.ts';
import type { ZoneOf } from './zones.ts';

/** What a command finds around itself when it starts. */
export type Scene = {
  /** Absolute; undefined after a `cd` that could not be followed. */
  readonly cwd: string | undefined;
  readonly home: string;
  readonly workspace: string;
  readonly zoneOf: ZoneOf;
  readonly facts: ProjectFacts;
  /** How it gets standard input: from a pipe, from a text in the command itself, or not at all. */
  readonly input: Input;
  /** Levels of `sh -c`, scripts and the like around it. */
  readonly depth: number;
  /** How many nested texts may still be followed in this call: shared by all of it, so that work stays bounded. */
  readonly budget: { left: number };
  /** The effects of a nested command given as words. */
  readonly command: (args: readonly Arg[], scene: Scene) => Effects;
  /** The effects of a nested shell text. */
  readonly shell: (text: string, scene: Scene) => Effects;
};

export type Input =
  | { readonly kind: 'none' }
  /** From another command; `words` is what that prints, where its text tells. */
  | { readonly kind: 'pipe'; readonly words: readonly Arg[] | undefined }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file' };

type Access = 'reads' | 'writes' | 'deletes';

/** Paths that stand for standard input and output, and for nothing. */
const STREAMS =
  /^(?:-|\/dev\/(?:null|zero|random|urandom|full|stdin|stdout|stderr|tty|fd\/\d+)|\/proc\/self\/fd\/\d+)$/;

const WORST: Readonly<Record<Access, Place>> = {
  reads: { path: '*', zone: 'secret' },
  writes: { path: '*', zone: 'protected' },
  deletes: { path: '*', zone: 'protected' },
};

/** Adds the use of a path to the tally. */
export function addPath(tally: Tally, access: Access, arg: Arg, scene: Scene): void {
  if (arg.kind === 'any' || arg.kind === 'many') {
    tally[access].push(WORST[access]);
    if (access === 'deletes') tally.undoable = false;
  } else if (arg.kind === 'open' && !isSettledEnough(arg.text)) {
    tally.unknown.push(`which file ${arg.written} names`);
  } else addText(tally, access, arg.text, scene);
}

/** A temporary file with an unknown end is a temporary file all the same. */
function isSettledEnough(start: string): boolean {
  return /^\/(?:tmp|var\/tmp)\/[^/]/.test(start);
}

function addText(tally: Tally, access: Access, text: string, scene: Scene): void {
  if (text === '' || STREAMS.test(text)) return;
  if (text.startsWith('/dev/') && !text.startsWith('/dev/shm/')) {
    addDevice(tally, access, text);
    return;
  }
  if (scene.cwd === undefined && !/^[/~]/.test(text)) {
    tally.unknown.push(`in which directory ${text} lies`);
    return;
  }
  addPlace(tally, access, placeIn(text, scene), scene);
}

/** Where a path lies, as written in a command. `~user` is somebody else's home. */
export function placeIn(text: string, scene: Scene): Place {
  const start = /^~[A-Za-z_+-]/.test(text) ? `/home/${text.slice(1)}` : text;
  const path = absolute(start, scene.cwd ?? '/', scene.home);
  return { path, zone: scene.zoneOf(path) };
}

function addPlace(tally: Tally, access: Access, place: Place, { workspace }: Scene): void {
  // What is protected against change may be read inside of the project; elsewhere it is not the project's.
  const strange = access === 'reads' && place.zone === 'protected' && !isBelow(place.path, workspace);
  tally[access].push(strange ? { ...place, zone: 'outside' } : place);
  if (access === 'deletes' && place.zone !== 'temporary') tally.undoable = false;
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

function addDevice(tally: Tally, access: Access, text: string): void {
  const network = /^\/dev\/(?:tcp|udp)\/([^/]+)/.exec(text);
  if (network !== null) {
    tally.hosts.push(network[1] ?? '*');
    tally.sends = true;
  } else if (access === 'reads') tally.reads.push({ path: text, zone: 'outside' });
  else {
    tally.machine = true;
    tally.writes.push({ path: text, zone: 'outside' });
  }
}
