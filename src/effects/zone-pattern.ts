import type { Zone } from './effects.ts';

/**
 * Which paths lie in a special zone. A pattern without `/` is a file or folder name at any depth; one that starts
 * with `~/` or `/` is a place of the machine; any other is the end of a path, or a folder in the middle of it.
 * `*` stays within one name. Case does not matter.
 */
export type ZonePatterns = {
  readonly zone: Exclude<Zone, 'workspace' | 'outside'>;
  readonly patterns: readonly string[];
  /** Names that look alike and are meant to be read: templates, public halves of keys. */
  readonly except?: readonly string[];
};
