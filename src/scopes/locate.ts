import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { configDirectory, managedDirectory, type Place } from './place.ts';
import { ifPresent } from './present.ts';
import { repositoryAround } from './repository.ts';

/** The scopes that a person writes to. */
export const WRITABLE_SCOPES = ['local', 'project', 'user'] as const;

export type WritableScope = (typeof WRITABLE_SCOPES)[number];

/** One place where the client looks for settings; the file need not be there. */
export type SettingsPlace = {
  readonly scope: 'managed' | WritableScope;
  readonly file: string;
  /** The directory that `/x` patterns of this file start from. */
  readonly root: string;
};

/** The file that a person's settings of one scope go to. */
export function settingsFile(place: Place, scope: WritableScope): string {
  switch (scope) {
    case 'local':
      return localFile(localRoot(place));
    case 'project':
      return join(place.cwd, '.claude', 'settings.json');
    case 'user':
      return join(configDirectory(place), 'settings.json');
  }
}

/**
 * Every place that the client reads, strongest first. Documentation: settings, precedence; from client 2.1.211 on local
 * settings lie at the root of the main checkout, and a file left in the start directory is still read after it.
 */
export function settingsPlaces(place: Place): readonly SettingsPlace[] {
  const roots = [...new Set([localRoot(place), place.cwd])];
  return [
    ...managedPlaces(place),
    ...roots.map((root): SettingsPlace => ({ scope: 'local', file: localFile(root), root })),
    { scope: 'project', file: settingsFile(place, 'project'), root: place.cwd },
    { scope: 'user', file: settingsFile(place, 'user'), root: configDirectory(place) },
  ];
}

function localFile(root: string): string {
  return join(root, '.claude', 'settings.local.json');
}

/** The root of the main checkout, or the start directory where the client does not leave it. */
function localRoot(place: Place): string {
  const main = repositoryAround(place.cwd)?.main;
  if (main === undefined || main === place.home) return place.cwd;
  if ((place.platform ?? process.platform) === 'win32') return place.cwd;
  const owned = [main, join(main, '.git'), join(main, '.claude')].every(isOwn);
  return owned ? main : place.cwd;
}

function isOwn(path: string): boolean {
  const found = ifPresent(() => statSync(path));
  return found === undefined || found.uid === process.getuid?.();
}

/** One managed source counts: the one fetched from the organisation's server, else the files of this machine. */
function managedPlaces(place: Place): readonly SettingsPlace[] {
  const fetched = join(configDirectory(place), 'remote-settings.json');
  if (ifPresent(() => statSync(fetched)) !== undefined) {
    return [{ scope: 'managed', file: fetched, root: configDirectory(place) }];
  }
  const root = managedDirectory(place);
  const folder = join(root, 'managed-settings.d');
  const dropIns = (ifPresent(() => readdirSync(folder)) ?? [])
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .toSorted();
  return [join(root, 'managed-settings.json'), ...dropIns.map((name) => join(folder, name))].map(
    (file): SettingsPlace => ({ scope: 'managed', file, root }),
  );
}
