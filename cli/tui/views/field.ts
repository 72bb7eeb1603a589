import type { Tier } from '../../../src/index.ts';
import { type Line, mark, type Span, wrap } from '../../format/line.ts';
import { tierInWords } from '../../format/tiers.ts';
import type { Pen } from '../pen.ts';

const LABEL = 10;

/** A label in a column of its own and what belongs to it, wrapped beside it. The label is one of the program's words. */
export function field(label: string, line: Line, width: number): readonly Line[] {
  const lines = wrap(line, width - LABEL);
  return lines.map((one, at) => [mark((at === 0 ? label : '').padEnd(LABEL), 'dim'), ...one]);
}

/** The reason of a tier, where it says more than the tier. */
export function reasonBeside(tier: Tier, because: string, pen: Pen): readonly Span[] {
  return because === '' || because === tierInWords(tier) ? [] : pen.said(` (${because})`, 'dim');
}
