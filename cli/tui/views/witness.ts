import type { Witness } from '../../../src/index.ts';
import { type Line, mark } from '../../format/line.ts';
import type { Pen } from '../pen.ts';
import { field } from './field.ts';
import { near } from './near.ts';

/** What the call does, without the call again where the sentence ends with it. */
function without(call: string, sentence: string): string {
  const ending = `: \`${call}\``;
  return sentence.endsWith(ending) ? sentence.slice(0, -ending.length) : sentence;
}

/** A call that a rule would let pass too, and what it would do; in one field, so that it takes a line where it can. */
export function witnessField(
  label: string,
  { call, sentence }: Witness,
  { pen, width, project }: { readonly pen: Pen; readonly width: number; readonly project: string },
): readonly Line[] {
  return field(
    label,
    [
      mark(`${pen.glyphs.warning} `, 'warn'),
      ...pen.said(call, 'strong'),
      mark('  '),
      ...pen.said(near(without(call, sentence), project), 'dim'),
    ],
    width,
  );
}
