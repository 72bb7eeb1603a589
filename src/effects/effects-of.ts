import type { ToolCall } from '../permission/tool-call.ts';
import { bashEffects } from './bash-effects.ts';
import { commandEffects } from './command-effects.ts';
import type { Effects } from './effects.ts';
import type { Scene } from './scene.ts';
import type { EffectSurroundings } from './surroundings.ts';
import { toolEffects } from './tool-effects.ts';
import { zonesIn } from './zones.ts';

/** Texts inside of texts (sh -c, scripts) that one call may hold before the rest counts as anything. */
const NESTED_TEXTS = 60;

/** Everything that one call of one tool can do. Never throws; linear in the length of the call. */
export function effectsOf(call: ToolCall, surroundings: EffectSurroundings): Effects {
  return toolEffects(call, sceneOf(surroundings, call.cwd));
}

/** The scene in which a call starts. */
export function sceneOf(surroundings: EffectSurroundings, cwd: string): Scene {
  return {
    cwd,
    home: surroundings.home,
    workspace: surroundings.workspace,
    zoneOf: zonesIn(surroundings),
    facts: surroundings.facts ?? {},
    input: { kind: 'none' },
    depth: 0,
    budget: { left: NESTED_TEXTS },
    command: commandEffects,
    shell: bashEffects,
  };
}
