import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Bytes read at a time, few enough for a processor's cache; a longer line is read at once. */
const CHUNK = 256 << 10;

/** A line beyond this is reported and not read: two copies of it must fit beside everything else. */
export const LONGEST_LINE = 72 * (1 << 20);

/** A line beyond this is read and reported: no client writes such lines in ordinary work. */
export const LONG_LINE = 16 * (1 << 20);

const NEWLINE = 0x0a;

/** Bytes at the beginning of a file that recognise it again. */
const HEAD = 256;

/** An open transcript; whoever opened it closes it. */
export type OpenTranscript = { readonly fd: number; close(): void };

export function openTranscript(path: string): OpenTranscript {
  const fd = openSync(path, 'r');
  return { fd, close: () => closeSync(fd) };
}

/** A fingerprint of the first bytes, `length:hash`; it stays the same while a file only grows. */
export function headOf({ fd }: OpenTranscript, size: number): string {
  const length = Math.min(size, HEAD);
  const bytes = Buffer.alloc(length);
  const read = readSync(fd, bytes, 0, length, 0);
  return `${read}:${createHash('sha256').update(bytes.subarray(0, read)).digest('hex').slice(0, 32)}`;
}

/** Whether a file still begins as it did when `head` was taken; false for an empty one, of a file that was never read. */
export function hasHead(file: OpenTranscript, head: string): boolean {
  if (head === '') return false;
  const length = Number.parseInt(head, 10);
  return length === 0 || headOf(file, length) === head;
}

/**
 * A piece of a file: whole lines; a last line without a line end, which may be half-written; or the place after a line
 * that is too long. The bytes are only good until the next piece is asked for.
 */
export type Stretch =
  | { readonly kind: 'lines' | 'tail'; readonly bytes: Uint8Array; readonly end: number }
  | { readonly kind: 'too-long'; readonly end: number };

/** The part of a file that is read. */
export type Part = { readonly from: number; readonly size: number };

/** Memory to read so many bytes into; it is used again for the next ones. */
export type Room = (bytes: number) => Uint8Array;

/** The file from a byte offset to `size`, some hundred kilobytes at a time. */
export function* stretches({ fd }: OpenTranscript, { from, size }: Part, room: Room): Generator<Stretch> {
  let wanted = CHUNK;
  let at = from;
  while (at < size) {
    const buffer = room(Math.min(wanted, size - at));
    const filled = fill(fd, buffer, at);
    if (filled === 0) return; // the file became shorter: noticed at the next look
    const end = buffer.subarray(0, filled).lastIndexOf(NEWLINE) + 1;
    if (end > 0) {
      at += end;
      yield { kind: 'lines', bytes: buffer.subarray(0, end), end: at };
      wanted = CHUNK;
      continue;
    }
    const lineEnd = endOfLine(fd, at + filled, size);
    const stop = lineEnd ?? size;
    if (stop - at > LONGEST_LINE) {
      if (lineEnd === undefined) return;
      at = stop;
      yield { kind: 'too-long', end: at };
    } else if (filled === size - at) {
      at = size;
      yield { kind: 'tail', bytes: buffer.subarray(0, filled), end: at };
    } else {
      wanted = stop - at;
    }
  }
}

/** Fills a buffer from the place `at` of a file; returns the bytes read, fewer where the file ends. */
function fill(fd: number, buffer: Uint8Array, at: number): number {
  let filled = 0;
  while (filled < buffer.length) {
    const read = readSync(fd, buffer, filled, buffer.length - filled, at + filled);
    if (read === 0) break;
    filled += read;
  }
  return filled;
}

/** The place after the next line end, found without keeping what lies before it. */
function endOfLine(fd: number, from: number, size: number): number | undefined {
  const window = Buffer.allocUnsafe(1 << 16);
  for (let at = from; at < size; ) {
    const read = readSync(fd, window, 0, Math.min(window.length, size - at), at);
    if (read === 0) return undefined;
    const found = window.subarray(0, read).indexOf(NEWLINE);
    if (found !== -1) return at + found + 1;
    at += read;
  }
  return undefined;
}
