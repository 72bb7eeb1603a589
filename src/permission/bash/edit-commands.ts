import type { Word } from '../../shell/word.ts';
import { edits, isReadOnlySed } from './read-only/sed.ts';

/**
 * Whether acceptEdits mode takes a command for an edit: mkdir, rm, rmdir, mv and cp, touch of plain names, and sed with
 * one plain substitution (documentation: permission modes; forms recorded from client 2.1.330).
 */
export function isEdit(words: readonly Word[]): boolean {
  switch (words[0]?.value) {
    case 'mkdir':
    case 'rm':
    case 'rmdir':
    case 'mv':
    case 'cp':
      return true;
    case 'touch':
      return words.slice(1).every(({ value, text }) => /^([\w./$]|~\/)/.test(value ?? text));
    case 'sed':
      return isReadOnlySed(words) || edits(words, /^-([Eri]+|-in-place|-regexp-extended)$/);
    default:
      return false;
  }
}
