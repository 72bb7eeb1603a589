/** A spelling of a dangerous flag that a guard has to find. */
export type Dangerous = {
  readonly spelling: string;
  /** The letter can stand behind others in one word: `-ve` for `-v -e`. */
  readonly bundled: boolean;
};

/** Flags that patterns had better not find, and how many of them they may: it costs prompts, never safety. */
export type Spared = { readonly flags: readonly string[]; readonly most: number };

/** Shorter pieces of a name say nothing to a reader and hit too much. */
const SHORTEST_PIECE = 3;

/** Finds any flag at all. */
export const ANY_FLAG = '* -*';

/**
 * Patterns, to stand behind the fixed words of a rule, that find every one of these flags in any place: as few as can
 * be had without asking about the flags to be spared.
 */
export function flagPatterns(dangerous: readonly Dangerous[], spared: Spared): readonly string[] {
  const all = shortest(dangerous.map(({ spelling }) => spelling));
  // Where nobody writes two dashes, one pattern finds every flag that has them.
  const twins = all.some(isLong) && all.some((name) => !isLong(name)) && !spared.flags.some(isLong);
  const spellings = twins ? all.filter((name) => !isLong(name)) : all;
  const bundled = new Set(dangerous.filter((each) => each.bundled).map(({ spelling }) => spelling));
  const letters = spellings.filter((spelling) => bundled.has(spelling));
  const pieces = merged(spellings, piecesOf, { spared, found: (name, piece) => name.includes(piece) });
  const left = spellings.filter((name) => !letters.includes(name) && !pieces.some((p) => name.includes(p)));
  const starts = merged(left, startsOf, { spared, found: (name, start) => name.startsWith(start) });
  const alone = left.filter((name) => !starts.some((start) => name.startsWith(start)));
  return [
    ...letters.map(([dash = '-', letter = '']) => `* ${dash}*${letter}*`),
    ...[...starts, ...alone].map((start) => `* ${start}*`),
    ...(twins ? ['* --*'] : []),
    ...pieces.map((piece) => ` *${piece}*`),
  ];
}

function isLong(name: string): boolean {
  return name.startsWith('--');
}

/** Without spellings that a shorter one, an abbreviation of the same, finds too. */
function shortest(spellings: readonly string[]): readonly string[] {
  const sorted = [...new Set(spellings)].sort(
    (one, other) => one.length - other.length || (one < other ? -1 : 1),
  );
  return sorted.filter(
    (spelling, index) =>
      !sorted.slice(0, index).some((earlier) => earlier.length > 2 && spelling.startsWith(earlier)),
  );
}

type Finding = {
  readonly spared: Spared;
  readonly found: (name: string, part: string) => boolean;
};

/** Parts that several of the names share, the one shared by most first, as long as there are such. */
function merged(
  names: readonly string[],
  partsOf: (name: string) => readonly string[],
  { spared, found }: Finding,
): readonly string[] {
  const chosen: string[] = [];
  let left = names;
  for (;;) {
    const parts = [...new Set(left.flatMap(partsOf))].filter(
      (part) => spared.flags.filter((name) => found(name, part)).length <= spared.most,
    );
    const best = parts
      .map((part) => ({ part, count: left.filter((name) => found(name, part)).length }))
      .filter(({ count }) => count > 1)
      .sort(
        (one, other) =>
          other.count - one.count || other.part.length - one.part.length || (one.part < other.part ? -1 : 1),
      )[0];
    if (best === undefined) return chosen;
    chosen.push(best.part);
    left = left.filter((name) => !found(name, best.part));
  }
}

/** Pieces of a name that are long enough to mean something, dashes left out. */
function piecesOf(name: string): readonly string[] {
  const plain = name.replace(/^-+/, '');
  const found: string[] = [];
  for (let start = 0; start + SHORTEST_PIECE <= plain.length; start += 1) {
    for (let end = start + SHORTEST_PIECE; end <= plain.length; end += 1) found.push(plain.slice(start, end));
  }
  return found;
}

/** The beginnings of a name, with its dashes and at least one letter. */
function startsOf(name: string): readonly string[] {
  const dashes = /^-+/.exec(name)?.[0].length ?? 0;
  return Array.from({ length: Math.max(0, name.length - dashes) }, (_, at) => name.slice(0, dashes + 1 + at));
}
