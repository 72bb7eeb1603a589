import { setPriority } from 'node:os';
import { platform } from 'node:process';

/** Nice enough that a thread which answers keys goes first, and no slower where nobody else wants the processor. */
const NICENESS = 10;

/**
 * Lets the other threads of this process go first. On Linux a thread has a priority of its own; elsewhere this would
 * slow down the whole process, so nothing is done.
 */
export function stepBack(): void {
  if (platform === 'linux') setPriority(NICENESS);
}
