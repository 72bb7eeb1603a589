import type { Surroundings as PermissionSurroundings } from '../permission/policy.ts';
import type { ZonePatterns } from './zone-pattern.ts';

/** What the project's own files say that its tasks run. */
export type ProjectFacts = {
  /** Name of an npm script -> its shell text (package.json, `scripts`). */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Name of a make target -> the lines of its recipe, prerequisites included. */
  readonly targets?: Readonly<Record<string, string>>;
};

/** Everything but the call that effects depend on; the permission model's surroundings will do. */
export type EffectSurroundings = Pick<PermissionSurroundings, 'home' | 'workspace'> &
  Partial<Pick<PermissionSurroundings, 'files' | 'addedDirectories'>> & {
    /** The user's own zones, besides the built-in ones. */
    readonly zones?: readonly ZonePatterns[];
    readonly facts?: ProjectFacts;
  };
