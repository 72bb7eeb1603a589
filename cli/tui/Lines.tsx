import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Line } from '../format/line.ts';
import { paint } from '../format/paint.ts';
import type { Pen } from './pen.ts';

export type LinesProps = { readonly lines: readonly Line[]; readonly pen: Pen };

/** Lines that are already as wide as their room. */
export function Lines({ lines, pen }: LinesProps): ReactElement {
  return <Text wrap="truncate">{lines.map((line) => paint(line, pen.colour)).join('\n')}</Text>;
}
