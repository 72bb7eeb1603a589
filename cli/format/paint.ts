import type { Line, Tone } from './span.ts';

/**
 * The look of each tone as SGR parameters. Only hues that stay apart for people who do not tell red from green
 * (cyan, magenta, yellow), on light and dark backgrounds alike; the text itself carries the meaning too.
 */
const SGR: Readonly<Record<Tone, readonly [on: string, off: string]>> = {
  plain: ['', ''],
  dim: ['2', '22'],
  strong: ['1', '22'],
  accent: ['36', '39'],
  added: ['36', '39'],
  removed: ['35', '39'],
  warn: ['1;35', '22;39'],
  escaped: ['7', '27'],
};

/** The line as text for a terminal, or as plain text without colour. */
export function paint(line: Line, colour: boolean): string {
  return line
    .map(({ text, tone }) => {
      const [on, off] = SGR[tone];
      return colour && on !== '' ? `\x1b[${on}m${text}\x1b[${off}m` : text;
    })
    .join('');
}

/** Lines as one text, each ended by a newline. */
export function paintAll(lines: readonly Line[], colour: boolean): string {
  return lines.map((line) => `${paint(line, colour).trimEnd()}\n`).join('');
}
