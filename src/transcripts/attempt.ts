import { errorCode } from '../user-error.ts';

/** What came of looking at something on disk, where files come and go and not everything is open to everybody. */
export type Attempt<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly why: string };

/** Does it; throws on what is no answer of the file system. */
export function attempt<T>(act: () => T): Attempt<T> {
  try {
    return { kind: 'done', value: act() };
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || !(error instanceof Error)) throw error;
    return code === 'ENOENT' ? { kind: 'gone' } : { kind: 'refused', why: error.message };
  }
}
