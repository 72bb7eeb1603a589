/* Bytes by their names. */

export const NUL: u8 = 0;
export const NEWLINE: u8 = 0x0a;
export const LAST_CONTROL: u8 = 0x1f;
export const QUOTE: u8 = 0x22;
export const PLUS: u8 = 0x2b;
export const COMMA: u8 = 0x2c;
export const MINUS: u8 = 0x2d;
export const DOT: u8 = 0x2e;
export const ZERO: u8 = 0x30;
export const COLON: u8 = 0x3a;
export const OPEN_ARRAY: u8 = 0x5b;
export const BACKSLASH: u8 = 0x5c;
export const CLOSE_ARRAY: u8 = 0x5d;
export const LETTER_A: u8 = 0x61;
export const LETTER_E: u8 = 0x65;
export const LETTER_T: u8 = 0x74;
export const LETTER_U: u8 = 0x75;
export const OPEN_OBJECT: u8 = 0x7b;
export const CLOSE_OBJECT: u8 = 0x7d;

/** Set in every lower-case letter: with it a letter is the same in both cases. */
export const LOWER_CASE: u8 = 0x20;
