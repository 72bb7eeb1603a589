import { type SettingsText, settingsInForce } from './scopes/in-force.ts';
import type { Place } from './scopes/place.ts';
import { readSettingsBytes } from './scopes/settings-bytes.ts';
import { UserError } from './user-error.ts';

/** The settings in force at a place, or one file as if it were the project's only one. */
export function settingsToCheck(place: Place, file: string | undefined): readonly SettingsText[] {
  if (file === undefined) return settingsInForce(place).texts;
  const bytes = readSettingsBytes(file);
  if (bytes.kind === 'absent') throw new UserError(`${file} does not exist`);
  if (bytes.kind === 'undecodable') throw new UserError(`${file} is ${bytes.why}`);
  const { text, hash } = bytes;
  const source = { scope: 'local', file, root: place.cwd, suppliedByRepository: false } as const;
  return [{ ...source, text, hash }];
}
