import { impostors, passesForAscii } from './lookalikes.ts';

/** A stretch of text that is safe to paint; `escaped` marks what stands for a character that cannot be shown. */
export type Piece = { readonly text: string; readonly escaped: boolean };

export type Visibility = {
  /** The terminal shows ASCII only: every other character is escaped too. */
  readonly ascii?: boolean;
};

/** Marks stacked on one letter beyond this many grow out of their cell. */
const MARKS_ON_A_LETTER = 2;

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
/**
 * Never painted as they are: controls, formats (bidi, zero-width, tags), lone surrogates, private and unassigned
 * characters, line and paragraph separators, spaces other than the space, invisible letters and selectors, the blank Braille cell.
 */
const UNPRINTABLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|(?! )\p{Zs}/u;
const MARK = /^\p{M}$/u;

const SHORT: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * `text` with every character that could paint, hide, reorder or pretend replaced by a visible escape:
 * `\n`, `\x1b`, `\u{202e}`. Applying it twice changes nothing.
 */
export function visible(text: string, how: Visibility = {}): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return visiblePieces(text, how)
    .map((piece) => piece.text)
    .join('');
}

/** The same as `visible`, in pieces, so that escapes can be set apart from the text around them. */
export function visiblePieces(text: string, how: Visibility = {}): readonly Piece[] {
  if (PRINTABLE_ASCII.test(text)) return text === '' ? [] : [{ text, escaped: false }];
  const characters = [...text];
  const loose = looseMarks(characters);
  const unpaintable = characters.map(
    (character, at) =>
      loose.has(at) ||
      passesForAscii(character) ||
      UNPRINTABLE.test(character) ||
      (how.ascii === true && !PRINTABLE_ASCII.test(character)),
  );
  // A character that is escaped anyway ends the word that it stands in.
  const rest = characters.map((character, at) => (unpaintable[at] === true ? ' ' : character));
  const fakes = impostors(rest);
  const pieces: { text: string; escaped: boolean }[] = [];
  for (const [at, character] of characters.entries()) {
    const escaped = unpaintable[at] === true || fakes.has(at);
    append(pieces, escaped ? escapeOf(character) : character, escaped);
  }
  return pieces;
}

/** Lines of `text` as it was written, each made visible: for commands of several lines. */
export function visibleLines(text: string, how: Visibility = {}): readonly string[] {
  return text.split(/\r?\n/).map((line) => visible(line, how));
}

/** Positions of marks that have no letter to stand on, or one too many under them. */
function looseMarks(characters: readonly string[]): ReadonlySet<number> {
  const loose = new Set<number>();
  let marks = 0;
  for (const [at, character] of characters.entries()) {
    marks = MARK.test(character) ? marks + 1 : 0;
    if (marks > MARKS_ON_A_LETTER || (marks > 0 && at < marks)) loose.add(at);
  }
  return loose;
}

function escapeOf(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex.padStart(4, '0')}}`;
}

function append(pieces: { text: string; escaped: boolean }[], text: string, escaped: boolean): void {
  const last = pieces.at(-1);
  if (last !== undefined && last.escaped === escaped) last.text += text;
  else pieces.push({ text, escaped });
}
