/** The terminal as far as painting needs it. */
export type Canvas = {
  readonly columns: number;
  readonly rows: number;
  write(text: string): void;
};

export type Screen = {
  /** Shows a frame: one text, lines separated by newlines. Only lines that changed are written. */
  paint(frame: string): void;
  /** Takes the terminal again, because it was resized or somebody else had it: the next frame is painted in full. */
  retake(): void;
  /** Gives the terminal back as it was. Painting after that does nothing. */
  close(): void;
};

const ESC = '\x1b[';
// The other screen, no cursor, no wrapping at the right edge: a line that is too wide never reaches the next.
const ENTER = `${ESC}?1049h${ESC}?25l${ESC}?7l${ESC}2J`;
const LEAVE = `${ESC}0m${ESC}?7h${ESC}?25h${ESC}?1049l`;
// Terminals that know it show a frame at once (synchronised output); others ignore it.
const BEGIN = `${ESC}?2026h`;
const END = `${ESC}?2026l`;

/** Takes the terminal over. Every line is written to its own row, so that no frame can scroll or tear the screen. */
export function takeScreen(canvas: Canvas): Screen {
  let shown: readonly string[] | undefined = [];
  let open = true;
  canvas.write(ENTER);
  return {
    paint(frame) {
      if (!open) return;
      const lines = frame.split('\n').slice(0, canvas.rows);
      const before = shown ?? [];
      const clear = shown === undefined ? `${ESC}2J` : '';
      const height = Math.max(lines.length, before.length);
      const changes = Array.from({ length: height }, (_, row) => {
        const line = lines[row] ?? '';
        return line === before[row] ? '' : `${ESC}${row + 1};1H${ESC}0m${ESC}2K${line}`;
      }).join('');
      shown = lines;
      if (changes !== '' || clear !== '') canvas.write(`${BEGIN}${clear}${changes}${END}`);
    },
    retake() {
      if (!open) return;
      shown = undefined;
      canvas.write(ENTER);
    },
    close() {
      if (!open) return;
      open = false;
      canvas.write(LEAVE);
    },
  };
}
