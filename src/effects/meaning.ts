import { addCopy, addHost, addPackage, addRemote, addUrl } from './address.ts';
import type { Arg } from './arg.ts';
import type { Meaning } from './description.ts';
import { addAwk, addGraphql, addJq, addSed, addSql } from './languages.ts';
import { addMakeTarget, addNamedTask, addNpmScript, addProgram, addShellText } from './running.ts';
import { addPath, type Scene } from './scene.ts';
import type { Tally } from './tally.ts';
import { addExecution } from './tally.ts';

/** Adds what a word does that has this meaning to its program. */
export function addMeaning(tally: Tally, meaning: Meaning, arg: Arg, scene: Scene): void {
  switch (meaning) {
    case 'text':
    case 'name-pattern':
      return;
    case 'read':
      addPath(tally, 'reads', arg, scene);
      return;
    case 'measure':
      // Asked for by name, a file of secrets is read; among all that another program found, it is merely counted.
      if (arg.kind === 'glob') addLook(tally, arg, scene);
      else addPath(tally, 'reads', arg, scene);
      return;
    case 'look':
      addLook(tally, arg, scene);
      return;
    case 'mode':
      addMode(tally, arg);
      return;
    case 'directory':
      addDirectory(tally, arg, scene);
      return;
    case 'write':
    case 'write-into':
      addPath(tally, 'writes', arg, scene);
      return;
    case 'change':
      addPath(tally, 'reads', arg, scene);
      addPath(tally, 'writes', arg, scene);
      return;
    case 'delete':
      addPath(tally, 'deletes', arg, scene);
      return;
    case 'url':
      addUrl(tally, arg, scene);
      return;
    case 'host':
      addHost(tally, arg);
      return;
    case 'remote':
      addRemote(tally, arg, scene);
      return;
    case 'archive':
      addCopy(tally, 'copy-from', arg, scene);
      addCopy(tally, 'copy-to', arg, scene);
      return;
    case 'copy-from':
    case 'copy-to':
      addCopy(tally, meaning, arg, scene);
      return;
    case 'data':
    case 'field':
      addData(tally, arg, scene);
      return;
    case 'shell':
      addShellText(tally, arg, scene);
      return;
    case 'sed':
      addSed(tally, arg, scene);
      return;
    case 'awk':
      addAwk(tally, arg, scene);
      return;
    case 'jq':
      addJq(tally, arg);
      return;
    case 'sql':
    case 'sqlite':
      addSql(tally, arg);
      return;
    case 'graphql':
      addGraphql(tally, arg);
      return;
    case 'revision':
      addRevision(tally, arg, scene);
      return;
    case 'ref-or-path':
      addRefOrPath(tally, arg, scene);
      return;
    case 'program':
      addProgram(tally, arg, scene);
      return;
    case 'npm-script':
      addNpmScript(tally, arg, scene);
      return;
    case 'make-target':
      addMakeTarget(tally, arg, scene);
      return;
    case 'task':
      addNamedTask(tally, arg);
      return;
    case 'package':
      addPackage(tally, arg);
      return;
    case 'code':
    case 'command':
    case 'command-to-semicolon':
    case 'module':
      addExecution(tally, 'anything', meaning === 'code' ? 'runs any code' : 'runs any program');
  }
}

/** Set-user-id and set-group-id bits, octal or symbolic (chmod(1)). */
function addMode(tally: Tally, { kind, text }: Arg): void {
  if (kind === 'exact' && !/^0*[2-7][0-7]{3}$|[+=][rwxXtugo]*s/.test(text)) return;
  tally.privilege = true;
  tally.notes.push('lets a program run as its owner');
}

/** Names and sizes of the project's own secrets are no secrets; those of another folder are its own affair. */
function addLook(tally: Tally, arg: Arg, scene: Scene): void {
  const before = tally.reads.length;
  addPath(tally, 'reads', arg, scene);
  for (const place of tally.reads.splice(before)) {
    const inside = place.path === scene.workspace || place.path.startsWith(`${scene.workspace}/`);
    tally.reads.push(place.zone === 'secret' && inside ? { ...place, zone: 'workspace' } : place);
  }
}

/** Another directory is another project, wherever it lies: what is configured there is not this project's. */
function addDirectory(tally: Tally, arg: Arg, scene: Scene): void {
  const before = tally.reads.length;
  addPath(tally, 'reads', arg, scene);
  for (const place of tally.reads.splice(before)) {
    tally.reads.push(place.zone === 'temporary' ? { ...place, zone: 'outside' } : place);
  }
}

/** `@file` and `name=@file` are read; `@-` is standard input (curl -d, -F; gh api -F). */
function addData(tally: Tally, arg: Arg, scene: Scene): void {
  if (arg.kind === 'any' || arg.kind === 'many') {
    addPath(tally, 'reads', arg, scene);
    return;
  }
  const match = /^(?:[^=@]*=)?[@<](.*)$/s.exec(arg.text);
  if (match === null) return;
  for (const part of (match[1] ?? '').split(',')) {
    const path = part.replace(/;.*$/s, '');
    addPath(
      tally,
      'reads',
      arg.kind === 'open' ? { ...arg, text: path } : { kind: 'exact', text: path },
      scene,
    );
  }
}

/** `revision:path` reads that path of a commit; a word that looks like a path is one (gitrevisions(7)). */
function addRevision(tally: Tally, arg: Arg, scene: Scene): void {
  if (arg.kind === 'any' || arg.kind === 'many') {
    tally.reads.push({ path: '*', zone: 'secret' });
    return;
  }
  if (arg.kind === 'open') return;
  const { text } = arg;
  const colon = text.indexOf(':');
  const path = colon >= 0 ? text.slice(colon + 1).replace(/^[./]*\//, './') : text;
  if (colon < 0 && !looksLikePath(text)) return;
  addPath(tally, 'reads', { kind: 'exact', text: path === '' ? '.' : path }, scene);
}

function looksLikePath(text: string): boolean {
  if (text.includes('..') && !text.includes('../') && !text.endsWith('/..')) return false;
  return /^(?:[~./]|.*\/\.)|[*]|\/$|\.[A-Za-z][\w-]*$|(?:^|\/)(?:id_[a-z0-9]+|credentials|secrets)$/.test(
    text,
  );
}

/** `git checkout X`: a path is overwritten, and the changes in it are lost; a ref is mere text. */
function addRefOrPath(tally: Tally, arg: Arg, scene: Scene): void {
  if (arg.kind === 'open') return;
  const isPath =
    arg.kind !== 'exact' ||
    /^(?:\.|\.\.|[~:/].*|\.\.?\/.*|.*\*.*|.*\/|(?:.*\/)?[^/]*\.[A-Za-z]+)$/s.test(arg.text);
  if (!isPath) return;
  addPath(tally, 'writes', arg.text.startsWith(':') ? { kind: 'exact', text: '.' } : arg, scene);
  tally.undoable = false;
}
