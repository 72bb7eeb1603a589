import { alignRight, fitted, type Line, mark, widthOf, wrap } from './line.ts';

export type Column = {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Takes what is left of the width, and wraps; at most one column of a table. */
  readonly grow?: boolean;
};

export type Table = {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Line[])[];
};

const GAP = 2;
const LEAST_GROWN = 20;

/** The table as lines of at most `width` columns; cells of the growing column wrap, nothing is cut. */
export function tableLines(table: Table, width: number): readonly Line[] {
  const widths = columnWidths(table, width);
  const head = table.columns.map((column): Line => [mark(column.title, 'dim')]);
  const titled = table.columns.some((column) => column.title !== '');
  return [...(titled ? [head] : []), ...table.rows].flatMap((cells) => rowLines(table, cells, widths));
}

function columnWidths({ columns, rows }: Table, width: number): readonly number[] {
  const natural = columns.map((column, index) =>
    Math.max(column.title.length, ...rows.map((row) => widthOf(row[index] ?? []))),
  );
  const fixed = columns.reduce(
    (sum, column, index) => (column.grow === true ? sum : sum + (natural[index] ?? 0)),
    0,
  );
  const left = Math.max(LEAST_GROWN, width - fixed - GAP * (columns.length - 1));
  return columns.map((column, index) => {
    const own = natural[index] ?? 0;
    return column.grow === true ? Math.min(own, left) : own;
  });
}

function rowLines(table: Table, cells: readonly Line[], widths: readonly number[]): readonly Line[] {
  const wrapped = table.columns.map((column, index) => {
    const width = widths[index] ?? 0;
    const cell = cells[index] ?? [];
    return column.align === 'right' ? [alignRight(cell, width)] : wrap(cell, width);
  });
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    return wrapped.flatMap((lines, index) => {
      const gap = index === 0 ? [] : [mark(' '.repeat(GAP))];
      return [...gap, ...fitted(lines[at] ?? [], widths[index] ?? 0)];
    });
  });
}
