import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';
import { z } from 'zod';
import type { ZonePatterns } from './effects/zone-pattern.ts';
import { UserError } from './user-error.ts';

const ZONES = z.array(
  z.strictObject({
    zone: z.enum(['secret', 'protected', 'temporary']),
    patterns: z.array(z.string().min(1)).min(1),
    except: z.array(z.string().min(1)).optional(),
  }),
);

/** Where the user's own zones are written down: `zones.json` in the configuration folder of this program. */
export function zonesFile(): string {
  return join(envPaths('precedent', { suffix: '' }).config, 'zones.json');
}

/** The user's own zones, besides the built-in ones; none where there is no such file. Throws UserError where it cannot be used. */
export function ownZones(file = zonesFile()): readonly ZonePatterns[] {
  const text = textOf(file);
  if (text === undefined) return [];
  const read = ZONES.safeParse(jsonOf(file, text));
  if (!read.success) {
    const [first] = read.error.issues;
    throw new UserError(`${file}: ${first?.path.join('.') || 'the file'}: ${first?.message ?? 'no zones'}`);
  }
  return read.data.map(({ zone, patterns, except }) => ({
    zone,
    patterns,
    ...(except === undefined ? {} : { except }),
  }));
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UserError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
