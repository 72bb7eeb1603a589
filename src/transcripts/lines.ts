import { isUtf8 } from 'node:buffer';

const NEWLINE = 0x0a;

/**
 * Calls `visit` with each line of a stretch of whole lines as byte text, one character a byte, and whether the line is
 * UTF-8. Line ends are left out.
 */
export function eachLine(bytes: Buffer, visit: (text: string, utf8: boolean) => void): void {
  const clean = isUtf8(bytes);
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf(NEWLINE, at);
    const end = found === -1 ? bytes.length : found;
    visit(bytes.toString('latin1', at, end), clean || isUtf8(bytes.subarray(at, end)));
    at = end + 1;
  }
}
