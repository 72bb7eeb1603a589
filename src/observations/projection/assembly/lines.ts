/*
 * The lines of a text, one find at a time. A find is what its reader has to hear of: an object of note, or a line that is
 * not as it should be. Most lines are neither, and cost no call.
 */

import { afterSpace, DEEPEST, LEVELS } from './json';
import { isOfNote, projectObject, writtenTo } from './project';
import { BROKEN } from './string';

/** Where the shape stands, and where the text begins. */
export const SHAPE: usize = 0x400;
export const TEXT: usize = LEVELS + DEEPEST;

/** Kinds of finds. */
const NOTHING_MORE: u32 = 0;
const OBJECT: u32 = 1;
const MALFORMED: u32 = 2;
const GLUED: u32 = 3;
const COMMENT: u32 = 4;

const NUL: u8 = 0;
const NEWLINE: u8 = 0x0a;
const TWO_SLASHES: u16 = 0x2f2f;

let at: usize = 0;
let end: usize = 0;
let lines: u32 = 0;
let objectsOnLine: u32 = 0;
let found: usize = 0;

/** Begins with a text of so many bytes. One line end stands behind it, whether or not it ends with one itself. */
export function begin(bytes: usize): void {
  at = TEXT;
  end = TEXT + bytes;
  lines = 0;
  objectsOnLine = 0;
  store<u8>(end, NEWLINE);
}

/** The kind of the next find. Blanks, and the NUL bytes that a crash leaves, are stepped over between objects. */
export function next(): u32 {
  while (true) {
    at = afterSpace(at);
    if (at >= end) return NOTHING_MORE;
    const c = load<u8>(at);
    if (c == NUL) {
      at++;
      continue;
    }
    if (c == NEWLINE) {
      at++;
      lines++;
      objectsOnLine = 0;
      continue;
    }
    if (objectsOnLine == 0 && load<u16>(at) == TWO_SLASHES) {
      toLineEnd();
      return COMMENT;
    }
    objectsOnLine++;
    if (objectsOnLine == 2) return GLUED; // told once; the object itself comes next
    found = at;
    const after = projectObject(SHAPE, at);
    if (after == BROKEN) {
      toLineEnd();
      return MALFORMED;
    }
    at = after;
    if (isOfNote()) return OBJECT;
  }
}

/** Line ends passed since `begin`. */
export function linesPassed(): u32 {
  return lines;
}

/** Where the projection of the object that was found begins, and where it ends. */
export function foundFrom(): usize {
  return found;
}

export function foundTo(): usize {
  return writtenTo();
}

function toLineEnd(): void {
  while (load<u8>(at) != NEWLINE) at++;
}
