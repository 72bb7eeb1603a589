/*
 * Projects a value on a shape: what the shape names is written, everything else is stepped over.
 *
 * The projection is written over the text it is made from. It never overtakes the reading: each of its bytes has been read
 * from the text before, and in the same order.
 */

import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  LETTER_T,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from './bytes';
import { afterColon, afterSpace, scalarEnd, valueEnd } from './json';
import { beginObject, repeats } from './repeated';
import {
  ALWAYS,
  AMONG,
  ELEMENTS,
  isAmong,
  KEY_ROLE,
  KEY_SHAPE,
  keeps,
  keyAt,
  LITERALS,
  MEMBERS,
  NOTED,
  PROOF,
  PROVEN,
  REPEATED,
  TEXT,
  UNLESS,
} from './shape';
import { BROKEN, escapeLength, stringEnd } from './string';

/** The place after what is written. */
let out: usize = 0;
/** Something of note was written. */
let noted: bool = false;
/** A value that is of note unless it is familiar was familiar. */
let familiar: bool = false;

/** Projects the object at `at`, writing at `to`, which is not behind it; the place after the object, or BROKEN. */
export function projectObject(shape: usize, at: usize, to: usize): usize {
  out = to;
  noted = false;
  familiar = false;
  beginObject();
  return load<u8>(at) == OPEN_OBJECT ? members(load<u32>(shape, MEMBERS), at) : BROKEN;
}

/** The place after what `projectObject` wrote. */
export function writtenTo(): usize {
  return out;
}

/** Whether what `projectObject` wrote is worth a look. */
export function isOfNote(): bool {
  return noted || !familiar;
}

function value(shape: usize, at: usize): usize {
  const first = load<u8>(at);
  if (first == OPEN_OBJECT) return members(load<u32>(shape, MEMBERS), at);
  if (first == OPEN_ARRAY) return elements(load<u32>(shape, ELEMENTS), at);
  const end = first == QUOTE ? stringEnd(at) : scalarEnd(at);
  if (end == BROKEN) return BROKEN;
  note(shape, at, end);
  if (first == QUOTE) writeString(at, end, load<u32>(shape, TEXT));
  else write(at, end);
  return end;
}

/** Looks at a value before it is written: what is written may lie over it. */
function note(shape: usize, at: usize, end: usize): void {
  const when = load<u32>(shape, NOTED);
  if (when == ALWAYS) noted = true;
  else if (when == AMONG) noted = noted || isAmong(load<u32>(shape, LITERALS), at, end);
  else if (when == UNLESS) familiar = familiar || isAmong(load<u32>(shape, LITERALS), at, end);
}

function members(keys: usize, at: usize): usize {
  put(OPEN_OBJECT);
  let proven = false;
  let unproven: usize = 0; // where a member was written that needs a proof, and where it ended
  let unprovenEnd: usize = 0;
  let i = afterSpace(at + 1);
  if (load<u8>(i) != CLOSE_OBJECT) {
    while (true) {
      if (load<u8>(i) != QUOTE) return BROKEN;
      const keyEnd = stringEnd(i);
      if (keyEnd == BROKEN) return BROKEN;
      const key = keyAt(keys, i, keyEnd);
      const begin = afterColon(keyEnd);
      if (begin == BROKEN) return BROKEN;
      if (key != 0 && keeps(load<u32>(key, KEY_SHAPE), load<u8>(begin))) {
        const role = load<u32>(key, KEY_ROLE);
        if (role == PROOF) proven = load<u8>(begin) == LETTER_T;
        const before = out;
        separate(OPEN_OBJECT);
        write(i, keyEnd);
        put(COLON);
        const written = out;
        i = value(load<u32>(key, KEY_SHAPE), begin);
        if (role == PROVEN) {
          unproven = before;
          unprovenEnd = out;
        } else if (role >= REPEATED && repeats(role - REPEATED, written, out)) out = before;
      } else i = valueEnd(begin);
      if (i == BROKEN) return BROKEN;
      i = afterSpace(i);
      if (load<u8>(i) != COMMA) break;
      i = afterSpace(i + 1);
    }
    if (load<u8>(i) != CLOSE_OBJECT) return BROKEN;
  }
  if (unproven != 0 && !proven) takeBack(unproven, unprovenEnd);
  put(CLOSE_OBJECT);
  return i + 1;
}

function elements(shape: usize, at: usize): usize {
  put(OPEN_ARRAY);
  let i = afterSpace(at + 1);
  if (load<u8>(i) != CLOSE_ARRAY) {
    while (true) {
      if (keeps(shape, load<u8>(i))) {
        separate(OPEN_ARRAY);
        i = value(shape, i);
      } else i = valueEnd(i);
      if (i == BROKEN) return BROKEN;
      i = afterSpace(i);
      if (load<u8>(i) != COMMA) break;
      i = afterSpace(i + 1);
    }
    if (load<u8>(i) != CLOSE_ARRAY) return BROKEN;
  }
  put(CLOSE_ARRAY);
  return i + 1;
}

function put(c: u8): void {
  store<u8>(out, c);
  out++;
}

/** A comma between two members or elements. */
function separate(opening: u8): void {
  if (load<u8>(out - 1) != opening) put(COMMA);
}

/** Copies bytes: most texts are too short for the detour over the engine that a copy of its own takes. */
function write(from: usize, to: usize): void {
  let i = from;
  for (; i + 16 <= to; i += 16, out += 16) v128.store(out, v128.load(i));
  for (; i < to; i++, out++) store<u8>(out, load<u8>(i));
}

/** Removes a written member. Where it was the first, the comma behind it goes too. */
function takeBack(from: usize, to: usize): void {
  const rest = load<u8>(from - 1) == OPEN_OBJECT && load<u8>(to) == COMMA && to < out ? to + 1 : to;
  memory.copy(from, rest, out - rest);
  out -= rest - from;
}

/** Writes a string, of a long one about `limit` bytes: no escape and no character is cut in two. */
function writeString(from: usize, to: usize, limit: usize): void {
  if (to - from - 2 <= limit) {
    write(from, to);
    return;
  }
  const most = from + 1 + limit;
  let end = from + 1;
  while (end < most) {
    const length = load<u8>(end) == BACKSLASH ? escapeLength(end) : 1;
    if (end + length > most) break;
    end += length;
  }
  while ((load<u8>(end) & 0xc0) == 0x80) end--; // the middle of a character of several bytes
  write(from, end);
  put(QUOTE);
}
