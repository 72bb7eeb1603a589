/**
 * The narrow door for `learn --once` and for the thread that paints. `index.ts` loads the permission model, the effects of
 * two thousand programs and the rules for secrets; reading and painting need none of them, and starting would take longer
 * than reading.
 */

export { PROPOSABLE } from './effects/effects.ts';
export { defaultStorePath, openStore } from './evidence/store.ts';
export { type LearnReport, learnOnce, transcriptPlaces } from './learn.ts';
export { ruleInWords } from './rule-in-words.ts';
