import { PROTECTED_PATHS } from './protected-paths.ts';
import { SECRET_PATHS } from './secret-paths.ts';
import type { ZonePatterns } from './zone-pattern.ts';

/** The zones that are known by name, the first that fits wins. */
export const ZONE_PATTERNS: readonly ZonePatterns[] = [
  SECRET_PATHS,
  PROTECTED_PATHS,
  {
    zone: 'temporary',
    patterns: ['/tmp', '/var/tmp', '/private/tmp', '/private/var/folders', '/var/folders', '/dev/shm'],
  },
];
