/*
 * Strings of JSON, sixteen bytes at a look and without a branch for each escape: most bytes of a transcript are text, and
 * how long an ingest takes is decided here.
 */

import { BACKSLASH, LAST_CONTROL, LETTER_A, LETTER_U, LOWER_CASE, QUOTE, ZERO } from './bytes';

/** No place: the text is not JSON. */
export const BROKEN: usize = 0;

/** Bits of the bytes of one look, the first byte lowest. */
const ALL: u32 = 0xffff;
const ODD: u32 = 0xaaaaaaaa;

/** The place after the string whose quote stands at `at`, or BROKEN. */
export function stringEnd(at: usize): usize {
  let escaping: u32 = 0; // 1 where the last byte of the look before escapes the first one of this look
  let i = at + 1 - 16;
  while (true) {
    i += 16;
    const bytes = v128.load(i);
    const quotes = placesOf(i8x16.eq(bytes, i8x16.splat(QUOTE)));
    const backslashes = placesOf(i8x16.eq(bytes, i8x16.splat(BACKSLASH)));
    const controls = placesOf(i8x16.le_u(bytes, i8x16.splat(LAST_CONTROL)));
    if ((quotes | backslashes | controls | escaping) == 0) continue;
    // In a run of backslashes every second one is escaped: the subtraction carries through each run at once.
    const begins = backslashes & ~escaping;
    const runs = (((begins << 1) | ODD) - begins) ^ ODD;
    const escaped = (runs ^ (backslashes | escaping)) & ALL;
    escaping = ((runs & backslashes) >> 15) & 1;
    const ends = quotes & ~escaped;
    const inside = ends == 0 ? ALL : (1 << ctz(ends)) - 1;
    if ((controls & inside) != 0 || !areEscapes(i, bytes, escaped & inside)) return BROKEN;
    if (ends != 0) return i + ctz(ends) + 1;
  }
}

/** One bit for each byte where something was found. */
function placesOf(found: v128): u32 {
  return i8x16.bitmask(found);
}

/** Whether the bytes at these places, which follow backslashes, are escapes of JSON: " / \ b f n r t, u with its digits. */
function areEscapes(at: usize, bytes: v128, places: u32): bool {
  if (places == 0) return true;
  // A byte is one where a bit is set both for its lower and for its upper half: 2x is 1, 5x is 2, 6x is 4, 7x is 8.
  const lower = i8x16(0, 0, 1 | 4 | 8, 0, 8, 8, 4, 0, 0, 0, 0, 0, 2, 0, 4, 1);
  const upper = i8x16(0, 0, 1, 0, 0, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0);
  const both = v128.and(
    i8x16.swizzle(lower, v128.and(bytes, i8x16.splat(0x0f))),
    i8x16.swizzle(upper, i8x16.shr_u(bytes, 4)),
  );
  if ((places & placesOf(i8x16.eq(both, i8x16.splat(0)))) != 0) return false;
  let units = places & placesOf(i8x16.eq(bytes, i8x16.splat(LETTER_U)));
  for (; units != 0; units &= units - 1) {
    if (!hasDigits(at + ctz(units))) return false;
  }
  return true;
}

/** Whether four hexadecimal digits follow the letter at `at`. */
function hasDigits(at: usize): bool {
  for (let i: usize = 1; i <= 4; i++) {
    const c = load<u8>(at + i);
    if (c - ZERO >= 10 && (c | LOWER_CASE) - LETTER_A >= 6) return false;
  }
  return true;
}

/** The length of the escape at `at`, of a string that is known to be whole. */
export function escapeLength(at: usize): usize {
  return load<u8>(at + 1) == LETTER_U ? 6 : 2;
}
