/** The client's permission modes by their configuration values (documentation: permission-modes). */
export const MODES = ['default', 'acceptEdits', 'plan', 'auto', 'dontAsk', 'bypassPermissions'] as const;

export type Mode = (typeof MODES)[number];

/** The mode a configuration value names; `manual` is the display name of `default`. */
export function modeNamed(value: string): Mode | undefined {
  if (value === 'manual') return 'default';
  return MODES.find((mode) => mode === value);
}
