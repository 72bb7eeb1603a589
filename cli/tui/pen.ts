import { type Glyphs, glyphsFor, SPOKEN } from '../format/glyphs.ts';
import { type Line, type Span, said, type Tone } from '../format/line.ts';

/** What a terminal can show, decided once. */
export type Paper = {
  readonly colour: boolean;
  readonly unicode: boolean;
  /** It is read aloud: signs are words, and pictures are left out. */
  readonly spoken?: boolean;
};

/** Writes text from outside so that this terminal can show it, and knows its signs. */
export type Pen = {
  readonly glyphs: Glyphs;
  readonly colour: boolean;
  readonly said: (text: string, tone?: Tone) => readonly Span[];
  /** Text of several lines, each made visible. */
  readonly lines: (text: string, tone?: Tone) => readonly Line[];
};

export function penFor(paper: Paper): Pen {
  const how = { ascii: !paper.unicode };
  const write = (text: string, tone: Tone = 'plain') => said(text, tone, how);
  return {
    glyphs: paper.spoken === true ? SPOKEN : glyphsFor(paper),
    colour: paper.colour,
    said: write,
    lines: (text, tone) => text.split('\n').map((line) => write(line, tone)),
  };
}
