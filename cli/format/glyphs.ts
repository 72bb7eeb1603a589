import type { Terminal } from '../io.ts';

/** The few signs that the program draws with; one set for Unicode terminals, one for all others. */
export type Glyphs = {
  readonly pointer: string;
  readonly accepted: string;
  readonly refused: string;
  readonly never: string;
  readonly undecided: string;
  readonly warning: string;
  readonly newline: string;
  readonly more: string;
  readonly up: string;
  readonly down: string;
  readonly across: string;
  readonly upright: string;
  readonly caret: string;
  readonly dot: string;
  /** Heights for sparklines, lowest first; the first is "nothing". */
  readonly steps: readonly string[];
  readonly full: string;
  readonly empty: string;
};

const UNICODE: Glyphs = {
  pointer: '▶',
  accepted: '✓',
  refused: '✗',
  never: '⊘',
  undecided: '·',
  warning: '!',
  newline: '⏎',
  more: '…',
  up: '↑',
  down: '↓',
  across: '─',
  upright: '│',
  caret: '▏',
  dot: '·',
  steps: ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  full: '█',
  empty: '░',
};

const ASCII: Glyphs = {
  pointer: '>',
  accepted: '+',
  refused: 'x',
  never: '#',
  undecided: '.',
  warning: '!',
  newline: '\\n',
  more: '...',
  up: '^',
  down: 'v',
  across: '-',
  upright: '|',
  caret: '|',
  dot: '-',
  steps: ['.', '_', ',', '-', '=', '+', '*', '%', '#'],
  full: '#',
  empty: '.',
};

/** Signs for people who hear them. */
export const SPOKEN: Glyphs = {
  pointer: '',
  accepted: 'accepted',
  refused: 'refused',
  never: 'never again',
  undecided: '',
  warning: 'beware:',
  newline: '\\n',
  more: '...',
  up: '',
  down: '',
  across: '',
  upright: '',
  caret: '',
  dot: ',',
  steps: [],
  full: '',
  empty: '',
};

export function glyphsFor(terminal: Pick<Terminal, 'unicode'>): Glyphs {
  return terminal.unicode ? UNICODE : ASCII;
}
