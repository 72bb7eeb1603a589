import { isUtf8 } from 'node:buffer';

const NEWLINE = 0x0a;

/** The lines of a text, counted from 0, that are not UTF-8. */
export function linesNotUtf8(bytes: Uint8Array): readonly number[] {
  if (isUtf8(bytes)) return [];
  const broken: number[] = [];
  let line = 0;
  for (let from = 0; from < bytes.length; line++) {
    const found = bytes.indexOf(NEWLINE, from);
    const to = found === -1 ? bytes.length : found;
    if (!isUtf8(bytes.subarray(from, to))) broken.push(line);
    from = to + 1;
  }
  return broken;
}
