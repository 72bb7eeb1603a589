import type { Effects, Tier } from '../../src/effects/effects.ts';
import { effectsOf } from '../../src/effects/effects-of.ts';
import { riskOf } from '../../src/effects/risk.ts';
import type { EffectSurroundings } from '../../src/effects/surroundings.ts';

/** The place of every case: an ordinary project of an ordinary user. */
export const PLACE: EffectSurroundings = { home: '/home/dev', workspace: '/home/dev/project' };

export function bashEffects(command: string, place: EffectSurroundings = PLACE): Effects {
  return effectsOf({ tool: 'Bash', input: { command }, cwd: place.workspace }, place);
}

export function bashTier(command: string, place: EffectSurroundings = PLACE): Tier {
  return riskOf(bashEffects(command, place)).tier;
}
