/*
 * Byte text: a string with one character per byte of a file. It costs nothing to make, is searched at memory speed, and
 * is decoded only where a value is taken out of it.
 */

import { endOfString, isString } from './json-scan.ts';

/** One line of a longer byte text: its characters from `from` up to, not including, `to`. */
export type LineText = { readonly text: string; readonly from: number; readonly to: number };

const decoder = new TextDecoder('utf-8');
const encoder = new TextEncoder();
const NOT_ASCII = /[\u0080-\u00ff]/;

/** Byte text of ordinary text: for lines that do not come from a file. */
export function byteText(text: string): string {
  return Array.from(encoder.encode(text), (byte) => String.fromCharCode(byte)).join('');
}

/** The ordinary text that byte text stands for; bytes that are not UTF-8 become U+FFFD. */
export function decoded(bytes: string): string {
  if (!NOT_ASCII.test(bytes)) return bytes;
  return decoder.decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)));
}

/** The string literal at `at`, or undefined where there is none or its escapes are not JSON. */
export function stringAt(text: string, at: number): string | undefined {
  if (!isString(text, at)) return undefined;
  const end = endOfString(text, at);
  if (end < 0) return undefined;
  return parsedLiteral(decoded(text.slice(at, end)));
}

/**
 * The beginning of the string literal at `at`, about `limit` bytes of it: enough for a message whose rest is tool output.
 */
export function headOfStringAt(text: string, at: number, limit: number): string | undefined {
  if (!isString(text, at)) return undefined;
  const end = endOfString(text, at);
  if (end < 0) return undefined;
  if (end - at <= limit) return parsedLiteral(decoded(text.slice(at, end)));
  const head = text.slice(at, at + limit);
  // A cut may fall into an escape (at most 6 characters) or into a character of several bytes: leave that one out.
  const whole = head
    .replace(/\\(?:u[0-9a-fA-F]{0,3})?$/, '')
    .replace(/[\u00c0-\u00ff][\u0080-\u00bf]{0,2}$/, '');
  return parsedLiteral(`${decoded(whole)}"`) ?? parsedLiteral(`${decoded(whole.slice(0, -1))}"`);
}

/** As `stringAt`, giving `last` back where the literal says the same: repeated values cost no memory. */
export function sameOrStringAt(text: string, at: number, last: string): string | undefined {
  const repeated =
    isString(text, at) &&
    text.startsWith(last, at + 1) &&
    text.charCodeAt(at + 1 + last.length) === 0x22 &&
    !last.includes('\\'); // what follows an escape may be an escaped quote, not the end
  return repeated ? last : stringAt(text, at);
}

/** A string of its own: a slice would keep the text alive that it was cut from. */
function parsedLiteral(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined; // not JSON: the caller reports the line
  }
}
