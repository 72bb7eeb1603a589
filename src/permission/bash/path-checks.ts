import type { Word } from '../../shell/word.ts';
import type { Answer } from '../answer.ts';
import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { Reason } from '../decision.ts';
import {
  readAllowedToCommands,
  readDenied,
  type Target,
  targetOf,
  writeAllowed,
  writeDenied,
} from '../path/access.ts';
import { isOwnMemory } from '../path/own-places.ts';
import { ruleSomewhere } from '../path/path-rules.ts';
import { relativeTo } from '../path/place.ts';
import { protectedWhy } from '../path/protected-paths.ts';
import { insideWorkingDirectories } from '../path/working-directories.ts';
import type { Rule } from '../rule.ts';
import type { CommandLine, Part } from './command-line.ts';
import { type Directories, destination, isCd, knownPath } from './directories.ts';
import { type Access, HERE } from './file-commands.ts';
import { hasPathRules } from './path-rule-presence.ts';
import { isKnownLate } from './unsettled-word.ts';
import { flaggedCopyWhy, redirectPathWhy, writtenPathWhy } from './written-path.ts';

type Named = { readonly word: Word; readonly access: Access };

/** The Read or Edit deny rule that covers a file some command of the line names, seen from any directory it may run in. */
export function deniedPath(
  policy: CompiledPolicy,
  line: CommandLine,
  directories: Directories,
): Rule | undefined {
  if (!hasPathRules(policy, 'deny')) return undefined;
  for (const part of line.parts) {
    const rule = isCd(part)
      ? deniedDestination(policy, part, directories)
      : deniedSomewhere(policy, part, directories);
    if (rule !== undefined) return rule;
    for (const named of knownFiles(policy, part)) {
      for (const target of targetsOf(policy, named.word, directories)) {
        const rule = deniedTarget(policy, named.access, target);
        if (rule !== undefined) return rule;
      }
    }
  }
  return undefined;
}

/** A change into a directory reads it. */
function deniedDestination(policy: CompiledPolicy, part: Part, { start }: Directories): Rule | undefined {
  const to = has(policy, 'more-file-commands') ? destination(policy, part, start) : undefined;
  return to === undefined ? undefined : readDenied(policy, targetOf(policy, to, start));
}

/** Behind a change to an unknown directory a relative path may be any file of that name (recorded from client 2.1.330). */
function deniedSomewhere(policy: CompiledPolicy, part: Part, { unknown }: Directories): Rule | undefined {
  if (!unknown || !has(policy, 'read-behind-cd-asks')) return undefined;
  for (const { word, access } of knownFiles(policy, part)) {
    const written = word === HERE ? undefined : knownPath(word.value, word.text, policy);
    if (access === 'write' || written === undefined || /^[/~]/.test(written)) continue;
    const rule = ruleSomewhere(policy, 'deny', written);
    if (rule !== undefined) return rule;
  }
  return undefined;
}

/** Commands and redirects whose files path rules have not always been asked about. */
const LATER_KNOWN: ReadonlySet<string> = new Set(['tac', 'comm', 'cp', 'mv', 'tee', 'git']);

function knownFiles(policy: CompiledPolicy, part: Part): readonly Named[] {
  const redirected = has(policy, 'input-redirect-is-a-read')
    ? part.redirected
    : part.redirected.filter(({ access }) => access !== 'read');
  const later = !has(policy, 'more-file-commands') && LATER_KNOWN.has(part.words[0]?.value ?? '');
  const operands = later ? part.operands.filter(({ access }) => access === 'write') : part.operands;
  return namedFiles({ ...part, redirected, operands });
}

function deniedTarget(policy: CompiledPolicy, access: Access, target: Target): Rule | undefined {
  return (
    (access === 'write' ? undefined : readDenied(policy, target)) ??
    (access === 'read' ? undefined : writeDenied(policy, target))
  );
}

/** The first protected file that the line writes, with the reason. */
export function protectedFile(
  policy: CompiledPolicy,
  line: CommandLine,
  directories: Directories,
): Reason | undefined {
  for (const part of line.parts) {
    for (const { word, access } of namedFiles(part)) {
      if (access === 'read' || (access === 'both' && !changesOperands(part))) continue;
      for (const { place } of targetsOf(policy, word, directories)) {
        if (isOwnMemory(policy, place.named)) continue;
        const why =
          protectedWhy(place) ??
          (access === 'both' ? holdsCredentials(policy, part, place.named) : undefined);
        if (why !== undefined) return { kind: 'path', path: place.named, why };
      }
    }
  }
  return undefined;
}

/** Moving a directory moves the client's own credentials with it. */
function holdsCredentials(policy: CompiledPolicy, { words }: Part, path: string): string | undefined {
  const holds = relativeTo(path, `${policy.surroundings.home}/.claude/.credentials.json`) !== undefined;
  return holds && words[0]?.value === 'mv' ? "the client's credentials lie in it" : undefined;
}

/** The first file that the line names outside the working directories. */
export function outsideFile(
  policy: CompiledPolicy,
  line: CommandLine,
  directories: Directories,
): Reason | undefined {
  for (const part of line.parts) {
    for (const { word } of namedFiles(part)) {
      for (const { place } of targetsOf(policy, word, directories)) {
        if (!insideWorkingDirectories(policy, place))
          return { kind: 'path', path: place.named, why: 'outside the working directories' };
      }
    }
  }
  return undefined;
}

/** Whether all operands of a part lie inside the working directories. */
export function namesOnlyInside(policy: CompiledPolicy, part: Part, directories: Directories): boolean {
  return part.operands.every(({ word }) =>
    targetsOf(policy, word, directories).every(({ place }) => insideWorkingDirectories(policy, place)),
  );
}

/** mv takes its sources away, sed writes back with -i; cp and other seds leave them. */
function changesOperands({ words }: Part): boolean {
  return words[0]?.value === 'mv' || words.some(({ text }) => /^(-[a-zA-Z]*i|--in-place)/.test(text));
}

function namedFiles({ operands, redirected }: Part): readonly Named[] {
  if (redirected.length === 0) return operands;
  return operands.length === 0 ? redirected : [...operands, ...redirected];
}

function targetsOf(policy: CompiledPolicy, word: Word, { start, moved }: Directories): readonly Target[] {
  const written = knownPath(word.value, word.text, policy);
  if (written === undefined) return [];
  const here = targetOf(policy, written, start);
  return moved === undefined ||
    !has(policy, 'more-file-commands') ||
    written.startsWith('/') ||
    written.startsWith('~')
    ? [here]
    : [here, targetOf(policy, written, moved)];
}

/** Why the files that a part names stop it, or undefined where all of them are open. */
export function closedPath(
  policy: CompiledPolicy,
  part: Part,
  { directories, hasRule }: { readonly directories: Directories; readonly hasRule: boolean },
): Answer | undefined {
  for (const { word, access } of part.redirected) {
    const why = redirectWhy(policy, word, access, directories);
    if (why !== undefined) return asks(word, why);
  }
  return closedOperand(policy, part, directories, hasRule);
}

/** Whether a part reads a file through a redirect that is not open to it. */
export function closedInput(policy: CompiledPolicy, part: Part, directories: Directories): boolean {
  return part.redirected.some(
    ({ word, access }) => access === 'read' && redirectWhy(policy, word, access, directories) !== undefined,
  );
}

/** Why a file among the operands stops a part, or undefined; a rule for the command opens writing inside. */
function closedOperand(
  policy: CompiledPolicy,
  part: Part,
  directories: Directories,
  hasRule = false,
): Answer | undefined {
  const flagged = flaggedCopyWhy(part.words);
  if (flagged !== undefined) return { verdict: 'ask', because: { kind: 'unsettled', why: flagged } };
  for (const { word, access } of part.operands) {
    const why = operandWhy(policy, word, {
      access,
      directories,
      hasRule,
    });
    if (why !== undefined) return asks(word, why);
  }
  return undefined;
}

function redirectWhy(
  policy: CompiledPolicy,
  word: Word,
  access: Access,
  directories: Directories,
): string | undefined {
  const written = knownPath(word.value, word.text, policy) ?? word.text;
  const why = redirectPathWhy(written, access);
  if (why !== undefined) return why;
  if (access === 'read') return inputWhy(policy, word, directories);
  if (directories.changes > 0) return 'a redirect behind a cd';
  const target = targetOf(policy, written, directories.start);
  return writeAllowed(policy, target) === undefined ? 'no rule and no mode opens it for writing' : undefined;
}

function inputWhy(policy: CompiledPolicy, word: Word, directories: Directories): string | undefined {
  const settled = directories.changes === 0 || directories.certain || word.text.startsWith('/');
  if (!settled) return 'a redirect behind a cd';
  if (!has(policy, 'input-redirect-is-a-read')) return undefined;
  const open = targetsOf(policy, word, directories).every(
    (target) => readAllowedToCommands(policy, target) !== undefined,
  );
  return open ? undefined : 'read outside the working directories';
}

type Circumstances = {
  readonly access: Access;
  readonly directories: Directories;
  readonly hasRule: boolean;
};

function operandWhy(
  policy: CompiledPolicy,
  word: Word,
  { access, directories, hasRule }: Circumstances,
): string | undefined {
  const written = knownPath(word.value, word.text, policy);
  if (written === undefined || (access !== 'read' && isKnownLate(word))) return 'known at run time only';
  if (/(^|\/)[^/.][^/]*\/\.\.(\/|$)/.test(written)) return '.. behind a directory may follow a link';
  const targets = targetsOf(policy, word, directories);
  const readable = targets.every((target) => readAllowedToCommands(policy, target) !== undefined);
  const odd =
    writtenPathWhy(written, access) ??
    (word.glob && access !== 'read' ? 'a pattern in a command that writes' : undefined);
  if (odd !== undefined) return odd;
  if (access === 'read') return readable ? undefined : 'outside the working directories';
  const guarded = targets
    .filter(({ place }) => !isOwnMemory(policy, place.named))
    .map(({ place }) => protectedWhy(place))
    .find((why) => why !== undefined);
  if (guarded !== undefined) return guarded;
  if (directories.changes > 0) return 'a command that writes behind a cd';
  const writable = targets.every(
    (target) =>
      writeAllowed(policy, target) !== undefined ||
      (hasRule && insideWorkingDirectories(policy, target.place)),
  );
  return writable ? undefined : 'no rule and no mode opens it for writing';
}

function asks(word: Word, why: string): Answer {
  return { verdict: 'ask', because: { kind: 'path', path: word.value ?? word.text, why } };
}
