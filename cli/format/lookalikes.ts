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

const WORD = /[\p{L}\p{M}\p{N}_]+/gu;
// An escape that `visible` wrote is no part of the word behind it.
const ESCAPE = /\\(?:x[0-9a-f]{2}|[nrt])/g;
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];
const PLAIN = /^[\p{Script=Latin}\p{M}\p{N}_]$/u;
const ASCII = /^[\x20-\x7e]$/;

/** Positions (UTF-16) of characters in `text` that pass for others: mixed scripts in one word, or a whole look-alike word. */
export function impostors(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { index, character } of characters(text)) {
    if (passesForAscii(character)) found.add(index);
  }
  for (const word of text.replace(ESCAPE, (escape) => ' '.repeat(escape.length)).matchAll(WORD)) {
    if (!deceptive(word[0])) continue;
    for (const { index, character } of characters(word[0])) {
      if (!PLAIN.test(character)) found.add(word.index + index);
    }
  }
  return found;
}

function deceptive(word: string): boolean {
  const scripts = SCRIPTS.filter((script) => script.test(word)).length;
  return scripts > 1 || [...word].every((character) => LATIN_SHAPED.has(character));
}

// A full-width or mathematical letter unfolds to one ASCII character; a superscript number does so too, and fools nobody.
function passesForAscii(character: string): boolean {
  if (character.length === 1 && character <= '\x7f') return false;
  if (ASCII_SHAPED.has(character)) return true;
  return ASCII.test(character.normalize('NFKC')) && !/^\p{No}$/u.test(character);
}

function* characters(text: string): Generator<{ readonly index: number; readonly character: string }> {
  let index = 0;
  for (const character of text) {
    yield { index, character };
    index += character.length;
  }
}
