/*
 * Texts that repeat themselves from object to object are written once. A slot holds the text that was written last; what an
 * object brings becomes known only when the object is kept, for others are not heard of.
 */

import { SLOT_COUNT, SLOT_SIZE, SLOTS } from './memory';
import { isSame } from './shape';

/** Of each slot: the length of its text, where the object's own was written and how long it is, the text. */
const LENGTH: usize = 0;
const WRITTEN: usize = 4;
const WRITTEN_LENGTH: usize = 8;
const HEADER: usize = 12;
const LONGEST: u32 = <u32>(SLOT_SIZE - HEADER);

/** One bit for each slot whose text the object repeats. */
let same: u32 = 0;

/** Forgets all texts. */
export function forgetTexts(): void {
  for (let slot: u32 = 0; slot < SLOT_COUNT; slot++) store<u32>(placeOf(slot), 0, LENGTH);
}

/** Another object begins. */
export function beginObject(): void {
  same = 0;
  for (let slot: u32 = 0; slot < SLOT_COUNT; slot++) store<u32>(placeOf(slot), 0, WRITTEN_LENGTH);
}

/** Whether the text written from `from` to `to` is the one that the slot holds: it can be taken back then. */
export function repeats(slot: u32, from: usize, to: usize): bool {
  const place = placeOf(slot);
  const length = <u32>(to - from);
  if (load<u32>(place, LENGTH) == length && isSame(place + HEADER, from, length)) {
    store<u32>(place, 0, WRITTEN_LENGTH);
    same |= 1 << slot;
    return true;
  }
  store<u32>(place, <u32>from, WRITTEN);
  store<u32>(place, length, WRITTEN_LENGTH);
  same &= ~(1 << slot);
  return false;
}

/** The object is kept: its texts become those that may be repeated. Returns the bits of those that it repeats itself. */
export function keepTexts(): u32 {
  for (let slot: u32 = 0; slot < SLOT_COUNT; slot++) {
    const place = placeOf(slot);
    const length = load<u32>(place, WRITTEN_LENGTH);
    if (length == 0) continue;
    memory.copy(place + HEADER, load<u32>(place, WRITTEN), min(length, LONGEST));
    store<u32>(place, length <= LONGEST ? length : 0, LENGTH);
  }
  return same;
}

function placeOf(slot: u32): usize {
  return SLOTS + slot * SLOT_SIZE;
}
