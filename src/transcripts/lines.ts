import { isUtf8 } from 'node:buffer';
import type { LineText } from '../observations/byte-text.ts';

/**
 * Calls `visit` with each line of a stretch of whole lines, and whether it is UTF-8. The lines share one byte text (one
 * character a byte): a string for each of them would cost as much as reading them.
 */
export function eachLine(bytes: Buffer, visit: (line: LineText, utf8: boolean) => void): void {
  const clean = isUtf8(bytes);
  const text = bytes.toString('latin1');
  let from = 0;
  while (from < text.length) {
    const found = text.indexOf('\n', from);
    const to = found === -1 ? text.length : found;
    visit({ text, from, to }, clean || isUtf8(bytes.subarray(from, to)));
    from = to + 1;
  }
}
