/**
 * The narrow door for `learn --once` alone. `index.ts` loads the permission model, the effects of two thousand programs and the
 * rules for secrets; reading transcripts needs none of them, and starting would take longer than reading.
 */

export { defaultStorePath, openStore } from './evidence/store.ts';
export { type LearnReport, learnOnce, transcriptPlaces } from './learn.ts';
