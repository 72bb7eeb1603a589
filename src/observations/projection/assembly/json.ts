/*
 * The grammar of JSON (RFC 8259) over bytes in linear memory. Every function takes the place where something begins and
 * returns the place after it, or BROKEN. Behind the text stands a line end, which no value holds: nothing runs past it.
 */

import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  DOT,
  LETTER_E,
  LOWER_CASE,
  MINUS,
  OPEN_ARRAY,
  OPEN_OBJECT,
  PLUS,
  QUOTE,
  ZERO,
} from './bytes';
import { LEVEL_COUNT, LEVELS } from './memory';
import { BROKEN, stringEnd } from './string';

/** The words `true`, `null` and `fals` as numbers. */
const TRUE: u32 = 0x65757274;
const NULL: u32 = 0x6c6c756e;
const FALS: u32 = 0x736c6166;

/** The first place from `at` on that is no space; a line end is none here, for a value never reaches across lines. */
export function afterSpace(at: usize): usize {
  let i = at;
  for (let c = load<u8>(i); c == 0x20 || c == 0x09 || c == 0x0d; c = load<u8>(i)) i++;
  return i;
}

function isDigit(c: u8): bool {
  return c - ZERO < 10;
}

/** The end of the number or literal at `at`. */
export function scalarEnd(at: usize): usize {
  const word = load<u32>(at);
  if (word == TRUE || word == NULL) return at + 4;
  if (word == FALS && load<u8>(at + 4) == LETTER_E) return at + 5;
  return numberEnd(at);
}

function numberEnd(at: usize): usize {
  const first = load<u8>(at) == MINUS ? at + 1 : at;
  let i = load<u8>(first) == ZERO ? first + 1 : afterDigits(first);
  if (i == first) return BROKEN;
  if (load<u8>(i) == DOT) {
    const end = afterDigits(i + 1);
    if (end == i + 1) return BROKEN;
    i = end;
  }
  if ((load<u8>(i) | LOWER_CASE) != LETTER_E) return i;
  const sign = load<u8>(i + 1);
  const exponent = sign == PLUS || sign == MINUS ? i + 2 : i + 1;
  const end = afterDigits(exponent);
  return end == exponent ? BROKEN : end;
}

function afterDigits(at: usize): usize {
  let i = at;
  while (isDigit(load<u8>(i))) i++;
  return i;
}

/** The place of the value that belongs to the key at `at`. */
export function afterKey(at: usize): usize {
  if (load<u8>(at) != QUOTE) return BROKEN;
  const end = stringEnd(at);
  return end == BROKEN ? BROKEN : afterColon(end);
}

/** The place of the value behind a key that ends at `at`. */
export function afterColon(at: usize): usize {
  const colon = afterSpace(at);
  return load<u8>(colon) == COLON ? afterSpace(colon + 1) : BROKEN;
}

/** The end of the value at `at`, whatever it holds. What is nested deeper than there are levels is called broken. */
export function valueEnd(at: usize): usize {
  let depth: usize = 0;
  let inObject = false;
  let i = at;
  while (true) {
    const c = load<u8>(i);
    if (c == OPEN_OBJECT || c == OPEN_ARRAY) {
      if (depth == LEVEL_COUNT) return BROKEN;
      store<u8>(LEVELS + depth, u8(inObject));
      depth++;
      inObject = c == OPEN_OBJECT;
      i = afterSpace(i + 1);
      if (load<u8>(i) != (inObject ? CLOSE_OBJECT : CLOSE_ARRAY)) {
        if (inObject) i = afterKey(i);
        if (i == BROKEN) return BROKEN;
        continue; // the first value inside
      }
    } else {
      i = c == QUOTE ? stringEnd(i) : scalarEnd(i);
      if (i == BROKEN) return BROKEN;
      if (depth == 0) return i;
      i = afterSpace(i);
    }
    // Behind a value, or at the end of an empty nest: out of all nests that end here.
    while (load<u8>(i) == (inObject ? CLOSE_OBJECT : CLOSE_ARRAY)) {
      depth--;
      inObject = load<u8>(LEVELS + depth) != 0;
      i++;
      if (depth == 0) return i;
      i = afterSpace(i);
    }
    if (load<u8>(i) != COMMA) return BROKEN;
    i = afterSpace(i + 1);
    if (inObject) i = afterKey(i);
    if (i == BROKEN) return BROKEN;
  }
}
