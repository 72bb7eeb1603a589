import type { Arg } from './arg.ts';
import { addPath, type Scene } from './scene.ts';
import { addExecution, type Tally } from './tally.ts';

const SCHEME = /^([a-z][a-z0-9+.-]*):\/\//i;

/** `[user@]host:path` of ssh. */
const SSH_PATH = /^(?:[^@/\s]+@)?(\[[^\]]+\]|[^:/\s]+):(?!\/\/)/;

/** The host of a URL or of `[user@]host[:port]`; `*` where it is not known. */
export function hostOf(text: string): string {
  const rest = text.replace(SCHEME, '').replace(/^[^/?#@]*@/, '');
  const bracketed = /^\[[^\]]+\]/.exec(rest);
  if (bracketed !== null) return bracketed[0].toLowerCase();
  const host = /^[^/:?#\s]+/.exec(rest)?.[0] ?? '';
  return /^[A-Za-z0-9._-]+$/.test(host) ? host.toLowerCase() : '*';
}

/** True for this machine: asking a server that the project itself started is not the network. */
export function isLoopback(host: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d+){0,3}|\[?::1\]?|0\.0\.0\.0|host\.docker\.internal)$/.test(
    host,
  );
}

/** A URL that is fetched: the address itself carries data to its host. */
export function addUrl(tally: Tally, arg: Arg, scene: Scene): void {
  const { text } = arg;
  if (/^file:/i.test(text)) {
    addPath(tally, 'reads', { kind: 'exact', text: text.replace(/^file:(?:\/\/[^/]*)?/i, '') }, scene);
    return;
  }
  const known = arg.kind === 'exact' || (arg.kind === 'open' && /^(?:[a-z]+:\/\/)?[^/]+\//i.test(text));
  const host = known ? hostOf(text) : '*';
  tally.hosts.push(host);
  if (!isLoopback(host)) tally.sends = true;
}

/** A host that is talked to. */
export function addHost(tally: Tally, arg: Arg): void {
  tally.hosts.push(arg.kind === 'exact' ? hostOf(arg.text) : '*');
}

/** A git remote: `ext::` runs a command, a path is another repository on this machine (gitremote-helpers(7)). */
export function addRemote(tally: Tally, arg: Arg, scene: Scene): void {
  if (arg.kind !== 'exact') {
    tally.hosts.push('*');
    if (arg.kind !== 'open') addExecution(tally, 'anything', 'runs the command that the remote names');
    return;
  }
  const { text } = arg;
  if (/^[a-z0-9+.-]+::/i.test(text))
    addExecution(tally, 'anything', 'runs the command that the remote names');
  else if (/^file:/i.test(text)) addUrl(tally, arg, scene);
  else if (SCHEME.test(text) || SSH_PATH.test(text)) {
    // Not the remote that the project names but one of the caller's choice: its address carries data there.
    const host = hostOf(sshHost(text));
    tally.hosts.push(host);
    if (!isLoopback(host)) tally.sends = true;
  } else if (/^[./~]/.test(text)) addPath(tally, 'reads', arg, scene);
}

function sshHost(text: string): string {
  return SCHEME.test(text) ? text : (SSH_PATH.exec(text)?.[1] ?? '*');
}

/** One side of a copy between machines. */
export function addCopy(tally: Tally, side: 'copy-from' | 'copy-to', arg: Arg, scene: Scene): void {
  const access = side === 'copy-from' ? 'reads' : 'writes';
  if (arg.kind === 'any' || arg.kind === 'many') {
    tally.hosts.push('*');
    tally.sends = true;
    addPath(tally, access, arg, scene);
  } else if (SCHEME.test(arg.text) || SSH_PATH.test(arg.text)) {
    tally.hosts.push(hostOf(sshHost(arg.text)));
    // What is fetched from another machine goes through a login there: it is not a mere read either.
    tally.sends = true;
  } else addPath(tally, access, arg, scene);
}

/** A package by name comes from its registry; a path or URL is what it says. */
export function addPackage(tally: Tally, arg: Arg): void {
  const { text } = arg;
  const host = arg.kind === 'exact' && SCHEME.test(text.replace(/^git\+/, '')) ? hostOf(text) : undefined;
  tally.hosts.push(arg.kind === 'any' || arg.kind === 'many' ? '*' : (host ?? 'configured'));
}
