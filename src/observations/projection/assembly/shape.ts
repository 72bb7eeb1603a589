/*
 * The layout of a shape in linear memory (shape-table.ts writes it). Numbers are 32 bits wide.
 *
 *   shape    text: bytes kept of a string, 0 for none | members: an object's keys, or 0 | elements: a shape, or 0 |
 *            noted: NEVER ... UNLESS | literals: a list, or 0
 *   keys     64 bytes, one a length: the number of the first key that is so long, or NO_KEY | the keys, the shortest first,
 *            and one of length 0 behind them
 *   key      name: a place | length | shape: a place | role: PLAIN, PROVEN, PROOF, or REPEATED and more
 *   literals count | for each: a place, a length
 */

import { OPEN_ARRAY, OPEN_OBJECT } from './bytes';

export const TEXT: usize = 0;
export const MEMBERS: usize = 4;
export const ELEMENTS: usize = 8;
export const NOTED: usize = 12;
export const LITERALS: usize = 16;

export const ALWAYS: u32 = 1;
export const AMONG: u32 = 2;
export const UNLESS: u32 = 3;

const LENGTHS: usize = 64;
const KEY: usize = 16;
const NO_KEY: u32 = 0xff;

export const KEY_SHAPE: usize = 8;
export const KEY_ROLE: usize = 12;

/** A member that is kept only where its object's PROOF is true. */
export const PROVEN: u32 = 1;
export const PROOF: u32 = 2;
/** A member whose text is left out where it is that of the object before; the number of its slot is added to this. */
export const REPEATED: u32 = 3;

/** The place of the key that stands between the quotes at `at` and before `end`; 0 for one that nobody asks for. */
export function keyAt(keys: usize, at: usize, end: usize): usize {
  const length = <u32>(end - at - 2);
  if (length >= <u32>LENGTHS) return 0;
  const first = load<u8>(keys + length);
  if (first == NO_KEY) return 0;
  for (let key = keys + LENGTHS + first * KEY; load<u32>(key, 4) == length; key += KEY) {
    if (isSame(load<u32>(key), at + 1, length)) return key;
  }
  return 0;
}

/** Whether the value from `at` to `end` is one of the literals, which are written as in JSON, quotes and all. */
export function isAmong(literals: usize, at: usize, end: usize): bool {
  const count = load<u32>(literals);
  for (let i: u32 = 0; i < count; i++) {
    const entry = literals + 4 + i * 8;
    const length = load<u32>(entry, 4);
    if (length == <u32>(end - at) && isSame(load<u32>(entry), at, length)) return true;
  }
  return false;
}

/** Whether a shape keeps something of a value that begins with `first`. */
export function keeps(shape: usize, first: u8): bool {
  if (first == OPEN_OBJECT) return load<u32>(shape, MEMBERS) != 0;
  if (first == OPEN_ARRAY) return load<u32>(shape, ELEMENTS) != 0;
  return load<u32>(shape, TEXT) != 0;
}

export function isSame(one: usize, other: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(one + i) != load<u8>(other + i)) return false;
  }
  return true;
}
