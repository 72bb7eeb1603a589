import type { CompiledPolicy } from '../compile.ts';
import type { Reason } from '../decision.ts';
import type { Rule } from '../rule.ts';
import { isOwnMemory, isOwnPlace } from './own-places.ts';
import { type Access, pathRule } from './path-rules.ts';
import { absolute, type Place, placeOf } from './place.ts';
import { protectedWhy } from './protected-paths.ts';
import { insideWorkingDirectories } from './working-directories.ts';

/** A place together with the directory that relative patterns start from. */
export type Target = { readonly place: Place; readonly cwd: string };

/** The place that a path written in a call or a command stands for. */
export function targetOf(policy: CompiledPolicy, path: string, cwd: string): Target {
  const { home, files } = policy.surroundings;
  return { place: placeOf(absolute(path, cwd, home), files), cwd };
}

/** The Read deny rule that covers a place. */
export function readDenied(policy: CompiledPolicy, target: Target): Rule | undefined {
  return pathRule(policy, 'deny', { access: 'read', ...target });
}

/** The Edit deny rule that covers a place; a Read deny rule is another question. */
export function writeDenied(policy: CompiledPolicy, target: Target): Rule | undefined {
  return pathRule(policy, 'deny', { access: 'write', ...target });
}

/** Why a place may be read without a question in every mode: it lies inside, or a Read rule opens it. */
export function readAllowed(policy: CompiledPolicy, target: Target): Reason | undefined {
  if (insideWorkingDirectories(policy, target.place)) {
    return { kind: 'built-in', what: 'reads inside the working directories are free' };
  }
  if (isOwnPlace(policy, target.place.named)) {
    return { kind: 'built-in', what: "the client's records of this project are its own" };
  }
  return openedBy(policy, 'read', target);
}

/** A command may also read through a link that leads inside (recorded from client 2.1.330). */
export function readAllowedToCommands(policy: CompiledPolicy, target: Target): Reason | undefined {
  const final = target.place.targets.at(-1);
  if (final !== undefined && insideWorkingDirectories(policy, { named: final, targets: [] })) {
    return { kind: 'built-in', what: 'reads inside the working directories are free' };
  }
  return readAllowed(policy, target);
}

/** An Edit rule opens its places to the read tools as well, not to commands (recorded from client 2.1.330). */
export function readAllowedToTools(policy: CompiledPolicy, target: Target): Reason | undefined {
  const opened = readAllowed(policy, target);
  if (opened !== undefined || protectedWhy(target.place) !== undefined) return opened;
  return openedBy(policy, 'write', target);
}

function openedBy(policy: CompiledPolicy, access: Access, target: Target): Reason | undefined {
  const rule = pathRule(policy, 'allow', { access, ...target });
  return rule === undefined ? undefined : { kind: 'rule', rule };
}

/** Why a place may be written without a question: a mode that accepts edits inside, or an Edit rule. */
export function writeAllowed(policy: CompiledPolicy, target: Target): Reason | undefined {
  const { mode } = policy.surroundings;
  if ((mode === 'acceptEdits' || mode === 'auto') && insideWorkingDirectories(policy, target.place)) {
    return modeReason(policy, 'edits inside the working directories');
  }
  if (isOwnMemory(policy, target.place.named)) {
    return { kind: 'built-in', what: "the client's memory of this project is its own" };
  }
  return openedBy(policy, 'write', target);
}

/** The reason that the mode in force gives by itself. */
export function modeReason(policy: CompiledPolicy, what: string): Reason {
  return { kind: 'mode', mode: policy.surroundings.mode, what };
}
