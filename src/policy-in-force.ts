import { existsSync } from 'node:fs';
import type { Permissions } from './permission/policy.ts';
import { type SettingsText, settingsInForce } from './scopes/in-force.ts';
import type { Place } from './scopes/place.ts';
import { readSettings } from './settings/read.ts';
import { UserError } from './user-error.ts';

/**
 * What the settings in force contribute in a project; nothing where the project is not on this machine, for then the
 * transcripts come from another one. A file that the client ignores is ignored here too.
 */
export function permissionsInForce(project: string, place: Omit<Place, 'cwd'>): readonly Permissions[] {
  if (!existsSync(project)) return [];
  return permissionsOf(settingsInForce({ ...place, cwd: project }).texts);
}

/** The permissions of settings texts; those of a void file are nothing, as for the client. */
export function permissionsOf(texts: readonly SettingsText[]): readonly Permissions[] {
  return texts.flatMap(({ text, ...source }) => {
    const reading = readSettings(text, source);
    return reading.kind === 'valid' ? [reading.permissions] : [];
  });
}

/** The permissions of one settings text that a person named: a file that the client would ignore is their mistake. */
export function permissionsGiven(file: string, text: string, project: string): readonly Permissions[] {
  const reading = readSettings(text, { scope: 'local', file, root: project });
  if (reading.kind === 'void') {
    throw new UserError(
      `${file}:${reading.at.line}:${reading.at.column}: the client ignores this file: ${reading.why}`,
    );
  }
  return [reading.permissions];
}
