import type { Plain, Projected, Shape } from './shape.ts';

/**
 * What a reader of lines has to hear of one text: bytes that can be handed to another thread, and cost nothing more until
 * their finds are asked for.
 */
export type Projection = {
  /** JSON: an array of the objects that were found. */
  readonly objects: Uint8Array<ArrayBuffer>;
  /** For each find its kind, its line, and a bit for each text of the shape's `repeated` that is that of the object before. */
  readonly table: Uint32Array<ArrayBuffer>;
};

/** One find. `line` counts from 0 in the text that was read. */
export type Find<S extends Shape> =
  | { readonly kind: 'object'; readonly line: number; readonly value: Projected<S> }
  /** No JSON object, or one that does not end on its line; the rest of the line is stepped over. */
  | { readonly kind: 'malformed'; readonly line: number }
  /** A second object on a line: told once, before the object. */
  | { readonly kind: 'glued'; readonly line: number }
  /** A line that begins with two slashes. */
  | { readonly kind: 'comment'; readonly line: number };

/** By the numbers of assembly/lines.ts. */
const KINDS = ['object', 'malformed', 'glued', 'comment'] as const;

/** Numbers of a find in the table. */
export const ENTRY = 3;

/** Whether the projection tells of a line that is no JSON object. */
export function hasMalformed({ table }: Projection): boolean {
  return table.some((number, index) => index % ENTRY === 0 && KINDS[number] === 'malformed');
}

/** The finds of a projection on a shape, in the order of the text. */
export function findsOf<S extends Shape>({ objects, table }: Projection, shape: S): readonly Find<S>[] {
  const values: readonly (Projected<S> & Texts)[] = JSON.parse(new TextDecoder().decode(objects));
  const finds: Find<S>[] = [];
  const { repeated = [] } = shape;
  const texts: Plain[] = [];
  let next = 0;
  for (let at = 0; at < table.length; at += ENTRY) {
    const kind = KINDS[table[at] ?? -1];
    const line = table[at + 1] ?? 0;
    if (kind === undefined) throw new Error('the assembly tells of a find of no known kind');
    if (kind !== 'object') {
      finds.push({ kind, line });
      continue;
    }
    const value = values[next++];
    if (value === undefined) throw new Error('the assembly tells of more objects than it found');
    repeat(value, texts, { names: repeated, same: table[at + 2] ?? 0 });
    finds.push({ kind, line, value });
  }
  return finds;
}

type Texts = { [name: string]: Plain };

type Repeats = {
  readonly names: readonly string[];
  /** A bit for each name whose text is the one before. */
  readonly same: number;
};

/** Gives an object the texts that it repeats, and keeps its own ones for the next. */
function repeat(value: Texts, texts: Plain[], { names, same }: Repeats): void {
  for (let slot = 0; slot < names.length; slot++) {
    const name = names[slot] ?? '';
    const before = texts[slot];
    const own = value[name];
    if (before !== undefined && ((same >> slot) & 1) === 1) value[name] = before;
    else if (own !== undefined) texts[slot] = own;
  }
}
