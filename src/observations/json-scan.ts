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
const LETTERS = 0x61;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** What every function here returns for text that is not JSON. */
export const BROKEN = -1;

/** 1 for the characters of numbers, literals and blanks: what stands outside of strings beside brackets. */
const PLAIN = new Uint8Array(256);
for (const character of '+-.0123456789Eaeflnrstu,: \t\r\n') PLAIN[character.charCodeAt(0)] = 1;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[,\]} \t\r\n])/y;
const LITERAL = /(?:true|false|null)(?=[,\]} \t\r\n])/y;

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
  return endOfScalar(text, at);
}

function endOfScalar(text: string, at: number): number {
  const pattern = text.charCodeAt(at) >= LETTERS ? LITERAL : NUMBER;
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : BROKEN;
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
    if (PLAIN[code] === 1) continue;
    if (code === OPEN_OBJECT || code === OPEN_ARRAY) depth++;
    else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth--;
      if (depth === 0) return i;
    } else return BROKEN;
  }
  return BROKEN;
}

/**
 * The keys that somebody asks for, found by their length and three of their letters: other keys cost no string, and
 * most of them no more than a look at their length.
 */
export type Keys<Name extends string> = {
  readonly lengths: Uint8Array;
  readonly buckets: readonly (Name | undefined)[];
};

const BUCKETS = 2048;

/** No key of a transcript that matters is longer. */
const LONGEST_KEY = 63;

/** The bucket of the key between `from` and `to`, which stands in quotes. */
function bucketOf(text: string, from: number, to: number): number {
  const letters = text.charCodeAt(from + 1) * 5 + text.charCodeAt(to - 3) * 3 + text.charCodeAt(to - 1) * 11;
  return ((to - from) * 67 + letters) & (BUCKETS - 1);
}

/** A table of keys for `eachMember`. Throws where two of them fall together: another bucket function is due then. */
export function keysOf<Name extends string>(names: readonly Name[]): Keys<Name> {
  const lengths = new Uint8Array(LONGEST_KEY + 1);
  const buckets: (Name | undefined)[] = [];
  for (let bucket = 0; bucket < BUCKETS; bucket++) buckets.push(undefined);
  for (const name of names) {
    if (name.length < 2) throw new Error(`the key ${name} is too short for its bucket`);
    const bucket = bucketOf(`"${name}"`, 1, name.length + 1);
    if (buckets[bucket] !== undefined)
      throw new Error(`the keys ${name} and ${buckets[bucket]} fall together`);
    buckets[bucket] = name;
    lengths[name.length] = 1;
  }
  return { lengths, buckets };
}

/** A walk over one text. It stands behind what was read last, and at BROKEN once the text turned out not to be JSON. */
export type Walk = { readonly text: string; at: number };

/**
 * Steps into the object that begins where the walk stands. False, and the walk broken, where none does.
 *
 * Reading pulls: `for (let key = firstKey(walk, keys); key !== undefined; key = nextKey(walk, keys))` sees the members
 * that are asked for. The walk then stands at the member's value, and whoever reads it moves the walk past it.
 */
export function firstKey<Name extends string>(walk: Walk, keys: Keys<Name>): Name | undefined {
  const { text } = walk;
  if (text.charCodeAt(walk.at) !== OPEN_OBJECT) return broken(walk);
  const i = afterBlanks(text, walk.at + 1);
  if (text.charCodeAt(i) === CLOSE_OBJECT) {
    walk.at = i + 1;
    return undefined;
  }
  return keyFrom(walk, i, keys);
}

/** The next member that is asked for; undefined where the object ends, or where the text is broken. */
export function nextKey<Name extends string>(walk: Walk, keys: Keys<Name>): Name | undefined {
  if (walk.at === BROKEN) return undefined;
  const { text } = walk;
  const i = afterBlanks(text, walk.at);
  const code = text.charCodeAt(i);
  if (code === COMMA) return keyFrom(walk, afterBlanks(text, i + 1), keys);
  walk.at = code === CLOSE_OBJECT ? i + 1 : BROKEN;
  return undefined;
}

/** Walks members from the key at `from` until one is asked for or the object ends. */
function keyFrom<Name extends string>(walk: Walk, from: number, keys: Keys<Name>): Name | undefined {
  const { text } = walk;
  let i = from;
  while (text.charCodeAt(i) === QUOTE) {
    const keyEnd = endOfString(text, i);
    if (keyEnd === BROKEN) break;
    const colon = afterBlanks(text, keyEnd);
    if (text.charCodeAt(colon) !== COLON) break;
    const value = afterBlanks(text, colon + 1);
    if (keys.lengths[keyEnd - i - 2] === 1) {
      const name = keys.buckets[bucketOf(text, i + 1, keyEnd - 1)];
      if (name !== undefined && name.length === keyEnd - i - 2 && text.startsWith(name, i + 1)) {
        walk.at = value;
        return name;
      }
    }
    const end = endOfValue(text, value);
    if (end === BROKEN) break;
    i = afterBlanks(text, end);
    const next = text.charCodeAt(i);
    if (next === CLOSE_OBJECT) {
      walk.at = i + 1;
      return undefined;
    }
    if (next !== COMMA) break;
    i = afterBlanks(text, i + 1);
  }
  return broken(walk);
}

function broken(walk: Walk): undefined {
  walk.at = BROKEN;
  return undefined;
}

/** As `firstKey`, for the array that begins where the walk stands: true where it stands at an element. */
export function firstElement(walk: Walk): boolean {
  const { text } = walk;
  if (text.charCodeAt(walk.at) !== OPEN_ARRAY) return broken(walk) ?? false;
  const i = afterBlanks(text, walk.at + 1);
  const empty = text.charCodeAt(i) === CLOSE_ARRAY;
  walk.at = empty ? i + 1 : i;
  return !empty;
}

export function nextElement(walk: Walk): boolean {
  if (walk.at === BROKEN) return false;
  const { text } = walk;
  const i = afterBlanks(text, walk.at);
  const code = text.charCodeAt(i);
  if (code === COMMA) {
    walk.at = afterBlanks(text, i + 1);
    return true;
  }
  walk.at = code === CLOSE_ARRAY ? i + 1 : BROKEN;
  return false;
}

/** Moves the walk past the value where it stands; returns the value's place. */
export function skipped(walk: Walk): number {
  const { at } = walk;
  walk.at = endOfValue(walk.text, at);
  return at;
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
