import { Text } from 'ink';
import type { ReactElement } from 'react';
import type { Line } from '../format/line.ts';
import { paint } from '../format/paint.ts';
import type { Pen } from './pen.ts';

export type LinesProps = { readonly lines: readonly Line[]; readonly pen: Pen };

/**
 * Lines that are already as wide as their room. Each is a text of its own: Ink measures a text again when it changes, and
 * keeps what it measured.
 */
export function Lines({ lines, pen }: LinesProps): ReactElement {
  return (
    <>
      {lines.map((line, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is what it is by its place
        <Text key={row} wrap="truncate">
          {paint(line, pen.colour)}
        </Text>
      ))}
    </>
  );
}
