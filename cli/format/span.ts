import { type Visibility, visiblePieces } from './visible.ts';

/** How a stretch of text is meant; the theme decides how that looks. No tone is told by colour alone. */
export type Tone = 'plain' | 'dim' | 'strong' | 'accent' | 'added' | 'removed' | 'warn' | 'escaped';

/** A stretch of text that is safe to paint. Made by `said` (text from outside) or `mark` (the program's own words). */
export type Span = { readonly text: string; readonly tone: Tone };

/** One line of a screen. Measuring and breaking it is line.ts, which takes longer to load than most commands to run. */
export type Line = readonly Span[];

/** Text of the program itself: literals and numbers, never anything that was read. */
export function mark(text: string, tone: Tone = 'plain'): Span {
  return { text, tone };
}

/** Text from transcripts, settings, or any file: what cannot be shown is escaped and set apart. */
export function said(text: string, tone: Tone = 'plain', how: Visibility = {}): readonly Span[] {
  return visiblePieces(text, how).map((piece) => ({
    text: piece.text,
    tone: piece.escaped ? 'escaped' : tone,
  }));
}

export function textOf(line: Line): string {
  return line.map((span) => span.text).join('');
}
