import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ifPresent } from './present.ts';

export type Encoding = 'utf-8' | 'utf-16le';

/** The hash of a file that does not exist. */
export const ABSENT = 'absent';

/** A settings file as it lies on disk. */
export type SettingsBytes =
  | { readonly kind: 'present'; readonly text: string; readonly encoding: Encoding; readonly hash: string }
  | { readonly kind: 'absent'; readonly hash: typeof ABSENT }
  | { readonly kind: 'undecodable'; readonly why: string; readonly hash: string };

/** Reads one settings file; throws the system's error where it may not be read. */
export function readSettingsBytes(file: string): SettingsBytes {
  const bytes = ifPresent(() => readFileSync(file));
  return bytes === undefined ? { kind: 'absent', hash: ABSENT } : decodeSettings(bytes);
}

/** The text of a settings file, its BOM kept: UTF-8, or UTF-16 where a BOM says so (recorded from the SDK 0.3.330). */
export function decodeSettings(bytes: Uint8Array): SettingsBytes {
  const hash = sha256(bytes);
  const encoding: Encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'present', text, encoding, hash };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { kind: 'undecodable', why: `not valid ${encoding.toUpperCase()}`, hash };
  }
}

/** The bytes of a settings text. */
export function encodeSettings(text: string, encoding: Encoding): Uint8Array {
  return Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
}

/** SHA-256 in lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
