/*
 * What stands in the place of a secret, and of text that is too long to keep. Both are plain shell words, so that a
 * command keeps its structure; a text that holds one of them never becomes part of a rule.
 */

/** Replaces a secret. */
export const MASK = '__MASKED__';

/** Ends a text that was cut. */
export const CUT = '__CUT__';

/** True where a text is not what was typed: no rule may be made from it. */
export function isMasked(text: string): boolean {
  return text.includes(MASK) || text.includes(CUT);
}
