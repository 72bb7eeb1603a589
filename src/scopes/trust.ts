import { execFileSync } from 'node:child_process';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Place, stateFile } from './place.ts';
import { ifPresent } from './present.ts';
import { repositoryAround } from './repository.ts';

/**
 * Whether the person accepted the trust dialog for the folder: remembered per main checkout, else per start directory
 * (documentation: permissions, workspace trust). A state file that cannot be parsed trusts nothing.
 */
export function isTrusted(place: Place): boolean {
  const text = ifPresent(() => readFileSync(stateFile(place), 'utf8'));
  if (text === undefined) return false;
  const key = repositoryAround(place.cwd)?.main ?? place.cwd;
  return member(member(member(parsed(text), 'projects'), key), 'hasTrustDialogAccepted') === true;
}

/**
 * Whether a local settings file came with the repository: git tracks it, or its `.claude` folder is a link. Its allow
 * rules then need trust like those of the project file (documentation: permissions, local settings).
 */
export function isSuppliedByRepository(localFile: string): boolean {
  const folder = dirname(localFile);
  if (ifPresent(() => lstatSync(folder))?.isSymbolicLink()) return true;
  if (repositoryAround(folder) === undefined) return false;
  return isTracked(localFile, folder);
}

function isTracked(file: string, folder: string): boolean {
  try {
    execFileSync('git', ['ls-files', '--error-unmatch', '--', file], { cwd: folder, stdio: 'ignore' });
    return true;
  } catch {
    // Exit 1 is git's way to say "not tracked"; without git nothing was checked out by it either.
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}
