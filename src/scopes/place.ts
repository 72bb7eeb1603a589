import { join } from 'node:path';

/** Where a session starts, and whose settings count: all that finding settings files depends on. */
export type Place = {
  /** The start directory of the session, absolute: its primary working directory. */
  readonly cwd: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform?: NodeJS.Platform;
  /** Where the organisation's settings lie; tests pass their own. */
  readonly managedDirectory?: string;
};

/** The client's config folder: `CLAUDE_CONFIG_DIR`, else `~/.claude` (documentation: settings). */
export function configDirectory(place: Place): string {
  const named = place.env['CLAUDE_CONFIG_DIR'];
  return named === undefined || named === '' ? join(place.home, '.claude') : named;
}

/** The client's state file, which is no settings file but remembers which folders are trusted. */
export function stateFile(place: Place): string {
  const named = place.env['CLAUDE_CONFIG_DIR'];
  return join(named === undefined || named === '' ? place.home : named, '.claude.json');
}

/** The folder of `managed-settings.json` (documentation: managed settings, file locations). */
export function managedDirectory(place: Place): string {
  if (place.managedDirectory !== undefined) return place.managedDirectory;
  switch (place.platform ?? process.platform) {
    case 'darwin':
      return '/Library/Application Support/ClaudeCode';
    case 'win32':
      return 'C:\\Program Files\\ClaudeCode';
    default:
      return '/etc/claude-code';
  }
}
