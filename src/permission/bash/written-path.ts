import type { Word } from '../../shell/word.ts';
import type { Access } from './file-commands.ts';

/**
 * Why the client does not trust what a path in a command stands for, or undefined. It looks at the path without its
 * quotes, so that a quoted `*` counts as well (recorded from clients 2.1.197 and 2.1.330).
 */
export function writtenPathWhy(written: string, access: Access): string | undefined {
  if (/[$`]/.test(written)) return 'characters that the shell expands';
  if (written.startsWith('=')) return 'zsh takes =word for a path';
  if (/^~[^/]/.test(written)) return 'the home directory of another user';
  if (access === 'read') return undefined;
  if (isPattern(written)) return 'a pattern in a command that writes';
  return /[{}]/.test(written) ? 'braces in a path that is written' : undefined;
}

/** The same for the target of a redirect. */
export function redirectPathWhy(written: string, access: Access): string | undefined {
  if (written.startsWith('!')) return 'zsh takes ! for part of the redirect';
  if (written.includes('\n')) return 'a line end in the name of a file';
  if (access === 'read' && isPattern(written)) return 'a pattern as the target of a redirect';
  return writtenPathWhy(written, access);
}

/** Whether the text holds characters of a file name pattern, quoted or not. */
export function isPattern(written: string): boolean {
  return /[*?]|\[[\s\S]*\]/.test(written);
}

/** cp and mv with flags: which operand is written depends on them. */
export function flaggedCopyWhy(words: readonly Word[]): string | undefined {
  const name = words[0]?.value;
  if (name !== 'cp' && name !== 'mv') return undefined;
  return words.slice(1).some(({ value, text }) => /^-./.test(value ?? text))
    ? 'cp and mv with flags'
    : undefined;
}
