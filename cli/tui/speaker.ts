import type { Screen } from './screen.ts';

/**
 * The other face: lines one after the other, for screen readers and for terminals that cannot be painted on. A frame whose
 * first line is another one is written in full, any other from its first new line on.
 */
export function speakTo(write: (text: string) => void): Screen {
  let before: readonly string[] = [];
  let open = true;
  return {
    paint(frame) {
      if (!open) return;
      const lines = frame.split('\n').map((line) => line.trimEnd());
      const known = lines[0] === before[0] ? new Set(before) : new Set<string>();
      before = lines;
      const first = lines.findIndex((line) => line !== '' && !known.has(line));
      const fresh = first < 0 ? [] : lines.slice(first).filter((line) => line !== '');
      if (fresh.length > 0) write(`${fresh.join('\r\n')}\r\n`);
    },
    retake: () => undefined,
    close() {
      open = false;
    },
  };
}
