import { resolve } from 'node:path';
import { defaultStorePath } from '../../src/learning.ts';
import type { Io } from '../io.ts';

/** The store's file: the one that was named, else the one that everybody uses. */
export function storeOf(options: { readonly store?: string }, io: Io): string {
  return options.store === undefined ? defaultStorePath() : resolve(io.cwd, options.store);
}
