import type { Word } from '../../../shell/word.ts';

const FREE = new Set(
  'ls cat echo head tail wc which type stat du df id uname true false sleep seq cut paste tr rev tac nl fold fmt column comm expand unexpand od hexdump strings basename dirname realpath readlink free uptime expr locale nproc cmp numfmt cal pr tsort groups diff find pwd cd grep'.split(
    ' ',
  ),
);

/** Whether the client runs a command without a question, whatever the rules: it only reads. */
export function isReadOnly(words: readonly Word[]): boolean {
  return FREE.has(words[0]?.value ?? '');
}
