import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectFacts } from './effects/surroundings.ts';
import { makeTargets, npmScripts } from './effects/task-files.ts';

/** What the task files of a project directory say; nothing where it has none, or is not on this machine. */
export function projectFacts(directory: string): ProjectFacts {
  const manifest = textOf(join(directory, 'package.json'));
  const makefile = textOf(join(directory, 'Makefile'));
  return {
    ...(manifest === undefined ? {} : { scripts: npmScripts(manifest) }),
    ...(makefile === undefined ? {} : { targets: makeTargets(makefile) }),
  };
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // A project without such a file is the usual case, and one that cannot be read tells nothing either.
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}
