/**
 * Letters of other scripts that look like a Latin letter in a terminal's font, by script
 * (derived from the shapes in the Unicode code charts; lower and upper case).
 */
const LATIN_SHAPED = new Set(
  [
    'аеорсухіјѕһԁԛԝѵӏүґАВЕЅІЈКМНОРСТУХҮԚԜ', // Cyrillic
    'ανοριυγωΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', // Greek
    'օսոհցյԼՕՍ', // Armenian
    'ᎪᎬᎻᎽᎷᎢᎠᏀᏃᏟᏢᏒᏚᏔᏦᏞ', // Cherokee
  ].flatMap((letters) => [...letters]),
);

/** Marks that a shell does not read as the ASCII mark that they look like, and that NFKC does not unfold. */
const ASCII_SHAPED = new Set([...'∕⁄⧸╱‐‑‒−˗∣ǀ│┃❘∗⁎∶ː꞉‚٫ꓸ۔‹›❮❯⟨⟩′‵ˋ‘’“”„‟']);

const IN_A_WORD = /^[\p{L}\p{M}\p{N}_]$/u;
const NO_LETTER = /^[\p{M}\p{N}_]$/u;
const ESCAPE = /^\\(?:x[0-9a-f]{2}|[nrt])/;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
const PLAIN = /^[\p{Script=Latin}\p{M}\p{N}_]$/u;
const ASCII = /^[\x20-\x7e]$/;

/** A character that the eye takes for an ASCII one: full-width and mathematical letters, slashes and quotes that are none. */
export function passesForAscii(character: string): boolean {
  if (character.length === 1 && character <= '\x7f') return false;
  if (ASCII_SHAPED.has(character)) return true;
  // A superscript number unfolds to one ASCII character too, and fools nobody.
  return ASCII.test(character.normalize('NFKC')) && !/^\p{No}$/u.test(character);
}

/** Positions of letters that pass for others: mixed scripts in one word, or a word of nothing but look-alikes. */
export function impostors(characters: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { start, word } of words(characters)) {
    if (!deceptive(word)) continue;
    for (const [at, character] of word.entries()) {
      if (!PLAIN.test(character)) found.add(start + at);
    }
  }
  return found;
}

function deceptive(word: readonly string[]): boolean {
  const scripts = SCRIPTS.filter((script) => word.some((character) => script.test(character))).length;
  if (scripts > 1) return true;
  const letters = word.filter((character) => !NO_LETTER.test(character));
  return letters.length > 0 && letters.every((letter) => LATIN_SHAPED.has(letter));
}

function* words(characters: readonly string[]): Generator<{ start: number; word: readonly string[] }> {
  const escaped = ownEscapes(characters);
  let start = 0;
  for (let at = 0; at <= characters.length; at++) {
    const character = characters[at];
    if (character !== undefined && IN_A_WORD.test(character) && !escaped.has(at)) continue;
    if (at > start) yield { start, word: characters.slice(start, at) };
    start = at + 1;
  }
}

/** Positions of the last character of escapes that `visible` wrote: they are no part of the word behind them. */
function ownEscapes(characters: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const [at, character] of characters.entries()) {
    if (character !== '\\') continue;
    const written = characters
      .slice(at, at + 4)
      .join('')
      .match(ESCAPE);
    if (written !== null) found.add(at + written[0].length - 1);
  }
  return found;
}
