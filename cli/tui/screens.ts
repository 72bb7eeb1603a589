/** The screens in the order of tab, with the word on their tab and a shorter one for narrow terminals. */
export const SCREENS = [
  { screen: 'now', title: 'Now' },
  { screen: 'plan', title: 'Plan' },
  { screen: 'ladder', title: 'Ladder' },
  { screen: 'evidence', title: 'Evidence' },
  { screen: 'stays', title: 'Stays with you', short: 'Stays' },
  { screen: 'diff', title: 'Diff' },
  { screen: 'attention', title: 'Attention' },
] as const;

export type Screen = (typeof SCREENS)[number]['screen'];

/** The screen `step` tabs on from `screen`, around the ends. */
export function screenBeside(screen: Screen, step: 1 | -1): Screen {
  const at = SCREENS.findIndex((one) => one.screen === screen);
  return SCREENS[(at + step + SCREENS.length) % SCREENS.length]?.screen ?? screen;
}
