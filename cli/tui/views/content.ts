import type { Line } from '../../format/line.ts';

/** What a screen shows: a list to move in, a text about what is selected, or either alone. */
export type Content = {
  readonly list?: { readonly lines: readonly Line[]; readonly selected: number };
  /** The text for a pane of a given width, already wrapped. */
  readonly text: (width: number) => readonly Line[];
  readonly scroll: number;
};
