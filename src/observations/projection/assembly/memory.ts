/* Linear memory from its beginning to its end: what stands where, and how much room there is. */

/** The shape that texts are projected on. */
export const SHAPE: usize = 0x400;
export const SHAPE_ROOM: usize = 0x5c00;

/** The texts that repeat themselves, and the bytes of each slot. */
export const SLOTS: usize = SHAPE + SHAPE_ROOM;
export const SLOT_COUNT: u32 = 8;
export const SLOT_SIZE: usize = 0x400;

/** One byte for each level of a nest: whether it is an object. */
export const LEVELS: usize = SLOTS + SLOT_COUNT * SLOT_SIZE;
export const LEVEL_COUNT: usize = 0x8000;

/** The table of finds: entries of three numbers. */
export const TABLE: usize = LEVELS + LEVEL_COUNT;
export const ENTRY_COUNT: u32 = 0x1000;
export const ENTRY_SIZE: usize = 12;

/** The array of projections. It grows over the text, which begins a little behind it and has the rest of the memory. */
export const ARRAY: usize = TABLE + ENTRY_COUNT * ENTRY_SIZE;
export const TEXT: usize = ARRAY + 0x400;
