import type { Line } from '../../format/line.ts';

/** Lines to move in; only those that are seen are made. */
export type List = {
  readonly length: number;
  readonly selected: number;
  readonly line: (at: number) => Line;
};

/** What a screen shows: a list to move in, a text about what is selected, or either alone. */
export type Content = {
  readonly list?: List;
  /** The text for a pane of a given width, already wrapped. */
  readonly text: (width: number) => readonly Line[];
  readonly scroll: number;
};

/** A list of items, each shown in a line. */
export function listOf<Item>(items: readonly Item[], selected: number, line: (item: Item) => Line): List {
  return {
    length: items.length,
    selected,
    line: (at) => {
      const item = items[at];
      return item === undefined ? [] : line(item);
    },
  };
}
