import type { Terminal } from '../io.ts';
import { diffLines } from './diff-lines.ts';
import { paintAll } from './paint.ts';

/**
 * A diff as the command prints it: for a terminal with what cannot be seen made visible, for a pipe byte for byte, so
 * that `patch` and `git apply` take it.
 */
export function shownText(diff: string, terminal: Terminal): string {
  if (!terminal.interactive && !terminal.colour) return diff;
  return paintAll(diffLines(diff), terminal.colour);
}
