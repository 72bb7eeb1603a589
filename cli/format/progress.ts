import type { Io } from '../io.ts';
import { gauge } from './chart.ts';
import { glyphsFor } from './glyphs.ts';
import { percent } from './words.ts';

/** A progress bar on standard error; `done` takes it away. Nothing at all where nobody watches. */
export type ProgressBar = {
  /** Moves to `share` (0 to 1) and says what is being done. */
  to(share: number, doing: string): void;
  done(): void;
};

const SHORTEST_STEP = 80;
const WIDTH = 24;

/** A bar that repaints one line at most every 80 ms, so that painting never slows the work. */
export function progressBar(io: Io): ProgressBar {
  if (!io.terminal.progress) return { to: () => undefined, done: () => undefined };
  const glyphs = glyphsFor(io.terminal);
  let paintedAt = 0;
  return {
    to(share, doing) {
      const now = io.now();
      if (now - paintedAt < SHORTEST_STEP) return;
      paintedAt = now;
      const text = `${gauge(share, { width: WIDTH, glyphs })} ${percent(share)}  ${doing}`;
      io.warn(`\r\x1b[K${text.slice(0, io.terminal.columns - 1)}`);
    },
    done() {
      if (paintedAt > 0) io.warn('\r\x1b[K');
      paintedAt = 0;
    },
  };
}
