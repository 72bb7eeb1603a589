import { impostors } from './lookalikes.ts';

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
  const pieces: { text: string; escaped: boolean }[] = [];
  const fakes = impostors(text);
  let index = 0;
  let marks = 0;
  for (const character of text) {
    marks = MARK.test(character) ? marks + 1 : 0;
    // A mark at the start has no letter to stand on: it would join the border of its cell.
    const loose = marks > MARKS_ON_A_LETTER || (marks > 0 && index < marks);
    const escaped = loose || fakes.has(index) || hidden(character, how);
    append(pieces, escaped ? escapeOf(character) : character, escaped);
    index += character.length;
  }
  return pieces;
}

/** Lines of `text` as it was written, each made visible: for commands of several lines. */
export function visibleLines(text: string, how: Visibility = {}): readonly string[] {
  return text.split(/\r?\n/).map((line) => visible(line, how));
}

function hidden(character: string, how: Visibility): boolean {
  return UNPRINTABLE.test(character) || (how.ascii === true && !PRINTABLE_ASCII.test(character));
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
