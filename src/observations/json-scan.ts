/*
 * A structural walk over one JSON text that never builds what nobody needs.
 *
 * Most bytes of a transcript are tool output. These functions step over such values at the speed of a byte search and
 * hand out the places of the few that matter. The text is byte text (byte-text.ts): one character per byte of the file,
 * so that a search stays a plain memory scan. The loops compare character codes in the order of their frequency: they
 * decide how long an ingest takes.
 */

const BLANK_LIMIT = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What every function here returns for text that is not JSON. */
export const BROKEN = -1;

/** 1 for the characters of numbers, literals and blanks: all that stands outside of strings beside punctuation. */
const PLAIN = new Uint8Array(256);
for (const character of '+-.0123456789Eaeflnrstu \t\r\n') PLAIN[character.charCodeAt(0)] = 1;

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?=[,\]} \t\r\n])/y;

/** The first place at or after `at` that is no blank. */
export function afterBlanks(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) <= BLANK_LIMIT) i++;
  return i;
}

/** The place after the string that opens at `at`. Escapes are stepped over, not checked. */
export function endOfString(text: string, at: number): number {
  let quote = text.indexOf('"', at + 1);
  while (quote > 0 && text.charCodeAt(quote - 1) === BACKSLASH) {
    let slashes = 1;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return quote === -1 ? BROKEN : quote + 1;
}

/** The place after the value that starts at `at`. */
export function endOfValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return endOfString(text, at);
  if (first === OPEN_OBJECT || first === OPEN_ARRAY) return endOfNest(text, at);
  SCALAR.lastIndex = at;
  return SCALAR.test(text) ? SCALAR.lastIndex : BROKEN;
}

function endOfNest(text: string, at: number): number {
  const length = text.length;
  let depth = 0;
  let i = at;
  while (i < length) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i);
      if (i === BROKEN) return BROKEN;
      continue;
    }
    i++;
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth++;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth--;
      if (depth === 0) return i;
    } else if (code !== COMMA && code !== COLON && PLAIN[code] !== 1) return BROKEN;
  }
  return BROKEN;
}

/** The keys that somebody asks for, found by their length and three of their letters: other keys cost no string. */
export type Keys<Name extends string> = readonly (Name | undefined)[];

const BUCKETS = 2048;

/** The bucket of the key between `from` and `to`, which stands in quotes. */
function bucketOf(text: string, from: number, to: number): number {
  const letters = text.charCodeAt(from + 1) * 5 + text.charCodeAt(to - 3) * 3 + text.charCodeAt(to - 1) * 11;
  return ((to - from) * 67 + letters) & (BUCKETS - 1);
}

/** A table of keys for `eachMember`. Throws where two of them fall together: another bucket function is due then. */
export function keysOf<Name extends string>(names: readonly Name[]): Keys<Name> {
  const table: (Name | undefined)[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket++) table.push(undefined);
  for (const name of names) {
    const bucket = bucketOf(`"${name}"`, 1, name.length + 1);
    if (table[bucket] !== undefined) throw new Error(`the keys ${name} and ${table[bucket]} fall together`);
    table[bucket] = name;
  }
  return table;
}

/**
 * Calls `visit` with the key and the place of the value of each member, of the object that opens at `at`, whose key is
 * in the table. Where `visit` returns a place, it has walked the value itself; 0 leaves that to this function.
 * Returns the place after the object, or BROKEN.
 */
export function eachMember<Name extends string>(
  text: string,
  at: number,
  keys: Keys<Name>,
  visit: (key: Name, value: number) => number,
): number {
  if (text.charCodeAt(at) !== OPEN_OBJECT) return BROKEN;
  let i = afterBlanks(text, at + 1);
  if (text.charCodeAt(i) === CLOSE_OBJECT) return i + 1;
  while (text.charCodeAt(i) === QUOTE) {
    const keyEnd = endOfString(text, i);
    if (keyEnd === BROKEN) return BROKEN;
    const colon = afterBlanks(text, keyEnd);
    if (text.charCodeAt(colon) !== COLON) return BROKEN;
    const value = afterBlanks(text, colon + 1);
    const length = keyEnd - i - 2;
    const key = keys[bucketOf(text, i + 1, keyEnd - 1)];
    let end = 0;
    if (key !== undefined && key.length === length && text.startsWith(key, i + 1)) end = visit(key, value);
    if (end === 0) end = endOfValue(text, value);
    if (end === BROKEN) return BROKEN;
    i = afterBlanks(text, end);
    const next = text.charCodeAt(i);
    if (next === CLOSE_OBJECT) return i + 1;
    if (next !== COMMA) return BROKEN;
    i = afterBlanks(text, i + 1);
  }
  return BROKEN;
}

/** As `eachMember`, for the elements of the array that opens at `at`. */
export function eachElement(text: string, at: number, visit: (value: number) => number): number {
  if (text.charCodeAt(at) !== OPEN_ARRAY) return BROKEN;
  let i = afterBlanks(text, at + 1);
  if (text.charCodeAt(i) === CLOSE_ARRAY) return i + 1;
  for (;;) {
    const walked = visit(i);
    const end = walked === 0 ? endOfValue(text, i) : walked;
    if (end === BROKEN) return BROKEN;
    i = afterBlanks(text, end);
    const next = text.charCodeAt(i);
    if (next === CLOSE_ARRAY) return i + 1;
    if (next !== COMMA) return BROKEN;
    i = afterBlanks(text, i + 1);
  }
}

export function isString(text: string, at: number): boolean {
  return text.charCodeAt(at) === QUOTE;
}

export function isObject(text: string, at: number): boolean {
  return text.charCodeAt(at) === OPEN_OBJECT;
}

export function isArray(text: string, at: number): boolean {
  return text.charCodeAt(at) === OPEN_ARRAY;
}
