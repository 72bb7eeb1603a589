import type { Size } from './state.ts';

/** Lines that frame every screen: tabs, a rule, the line for notices and typing, the keys. */
const FRAME = 4;
const WIDE = 110;
const LEAST_LIST = 4;

export type Split = {
  /** Beside each other, or the list above the text. */
  readonly beside: boolean;
  readonly list: Size;
  readonly text: Size;
};

/** The room between the frame's lines. */
export function bodyOf(size: Size): Size {
  return { columns: Math.max(20, size.columns), rows: Math.max(3, size.rows - FRAME) };
}

/** How a body with a list and a text is shared between the two; one line or column parts them. */
export function splitOf(body: Size, listed: number): Split {
  if (body.columns >= WIDE) {
    const columns = Math.min(64, Math.floor(body.columns * 0.42));
    return {
      beside: true,
      list: { columns, rows: body.rows },
      text: { columns: body.columns - columns - 3, rows: body.rows },
    };
  }
  const rows = Math.min(Math.max(listed, 1), Math.max(LEAST_LIST, Math.floor(body.rows * 0.3)));
  return {
    beside: false,
    list: { columns: body.columns, rows },
    text: { columns: body.columns, rows: Math.max(1, body.rows - rows - 1) },
  };
}

type Window = { readonly start: number; readonly end: number };

/** The stretch of a list to show so that `selected` is seen, near the middle where the list is longer than the room. */
export function windowAround(selected: number, length: number, rows: number): Window {
  const start = Math.max(0, Math.min(selected - Math.floor(rows / 2), length - rows));
  return { start, end: Math.min(length, start + rows) };
}

/** The furthest that a text can be scrolled: its end stays at the foot of the pane. */
export function mostScroll(lines: number, rows: number): number {
  return Math.max(0, lines - rows);
}
