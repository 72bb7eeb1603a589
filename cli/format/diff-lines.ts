import { type Line, said, type Tone } from './line.ts';

/** A unified diff as lines for a person: what was read from a file is made visible, never painted raw. */
export function diffLines(diff: string): readonly Line[] {
  return diff
    .replace(/\n$/, '')
    .split('\n')
    .map((text) => said(text.replace(/\r$/, ''), toneOf(text)));
}

function toneOf(line: string): Tone {
  if (line.startsWith('+++') || line.startsWith('---')) return 'dim';
  if (line.startsWith('@@')) return 'accent';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : 'plain';
}
