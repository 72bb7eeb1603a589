import type { Tier } from '../../src/index.ts';

/** Each tier in the words of the person who decides. */
const IN_WORDS: Readonly<Record<Tier, string>> = {
  inert: 'only looks',
  local: 'changes this project, and can be undone',
  'project-code': "runs this project's own code",
  rewrites: 'can lose work',
  outward: 'sends or publishes',
  outside: 'reaches beyond this project',
  anything: 'can run anything',
  unknown: 'not known',
};

export function tierInWords(tier: Tier): string {
  return IN_WORDS[tier];
}
