/*
 * The lines of a text. Of each find, which is what a reader has to hear of, an entry is made in a table: an object of note, or
 * a line that is not as it should be. Most lines are neither. The projections of the objects are written one after the other
 * as an array.
 *
 * The array is written over the text, and never overtakes the reading: it begins a little before the text, and where only
 * glued objects have used that up, the reading pauses until what was found is taken away.
 */

import { CLOSE_ARRAY, COMMA, NEWLINE, NUL, OPEN_ARRAY } from './bytes';
import { afterSpace } from './json';
import { ARRAY, ENTRY_COUNT, ENTRY_SIZE, SHAPE, TABLE, TEXT } from './memory';
import { isOfNote, projectObject, writtenTo } from './project';
import { forgetTexts, keepTexts } from './repeated';
import { BROKEN } from './string';

export { ARRAY, SHAPE, SHAPE_ROOM, TABLE, TEXT } from './memory';

/** Kinds of finds. */
const OBJECT: u32 = 0;
const MALFORMED: u32 = 1;
const GLUED: u32 = 2;
const COMMENT: u32 = 3;

const TWO_SLASHES: u16 = 0x2f2f;

let at: usize = 0;
let end: usize = 0;
let out: usize = 0;
let found: u32 = 0;
let lines: u32 = 0;
let objectsOnLine: u32 = 0;

/** Begins with a text of so many bytes. One line end stands behind it, whether or not it ends with one itself. */
export function begin(bytes: usize): void {
  at = TEXT;
  end = TEXT + bytes;
  lines = 0;
  objectsOnLine = 0;
  store<u8>(end, NEWLINE);
}

/**
 * Reads on, and returns how many finds there are in the table: all that are left where the reading `isDone`. Blanks, and the
 * NUL bytes that a crash leaves, are stepped over between objects.
 */
export function read(): u32 {
  found = 0;
  out = ARRAY + 1;
  store<u8>(ARRAY, OPEN_ARRAY);
  forgetTexts();
  while (found < ENTRY_COUNT && out + 2 <= at) {
    at = afterSpace(at);
    if (isDone()) break;
    const c = load<u8>(at);
    if (c == NUL) at++;
    else if (c == NEWLINE) {
      at++;
      lines++;
      objectsOnLine = 0;
    } else if (objectsOnLine == 0 && load<u16>(at) == TWO_SLASHES) {
      tell(COMMENT, 0);
      toLineEnd();
    } else {
      objectsOnLine++;
      if (objectsOnLine == 2)
        tell(GLUED, 0); // told once, before the object, which comes in the next round
      else object();
    }
  }
  store<u8>(out, CLOSE_ARRAY);
  return found;
}

export function isDone(): bool {
  return at >= end;
}

/** The place after the array of the objects that were found. */
export function arrayEnd(): usize {
  return out + 1;
}

/** Line ends passed since `begin`. */
export function linesPassed(): u32 {
  return lines;
}

function object(): void {
  const first = out == ARRAY + 1;
  const after = projectObject(SHAPE, at, first ? out : out + 1);
  if (after == BROKEN) {
    tell(MALFORMED, 0);
    toLineEnd();
    return;
  }
  at = after;
  if (!isOfNote()) return;
  tell(OBJECT, keepTexts());
  if (!first) store<u8>(out, COMMA);
  out = writtenTo();
}

function tell(kind: u32, repeated: u32): void {
  const entry = TABLE + found * ENTRY_SIZE;
  store<u32>(entry, kind);
  store<u32>(entry, lines, 4);
  store<u32>(entry, repeated, 8);
  found++;
}

function toLineEnd(): void {
  while (load<u8>(at) != NEWLINE) at++;
}
