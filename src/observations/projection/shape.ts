/**
 * What is kept of a JSON value. Values of a kind that a shape does not name are left out, and so are the members that
 * `members` does not name.
 */
export type Shape = {
  /** Strings, numbers, true, false and null are kept; of a string about so many bytes. */
  readonly text?: number;
  /** Objects are kept, with these members. */
  readonly members?: Readonly<Record<string, Shape>>;
  /** Arrays are kept, with their elements of this shape. */
  readonly elements?: Shape;
  /** When a kept text makes the object around everything worth a look. */
  readonly noted?: Noted;
  /** Of members: the second is kept only where the first is `true`. */
  readonly proof?: readonly [proof: string, proven: string];
  /** Of members of the outermost shape: texts that most objects of a file repeat, and that are read only once for it. */
  readonly repeated?: readonly string[];
};

/** `unless` also notes an object without such a text. */
export type Noted =
  | { readonly when: 'always' }
  | { readonly when: 'among' | 'unless'; readonly texts: readonly string[] };

/** The value that is left of any JSON value. */
export type Projected<S extends Shape> =
  | (S extends { readonly text: number } ? Plain : never)
  | (S extends { readonly members: infer Members extends Readonly<Record<string, Shape>> }
      ? { readonly [Name in keyof Members]?: Projected<Members[Name]> }
      : never)
  | (S extends { readonly elements: infer Element extends Shape } ? readonly Projected<Element>[] : never);

/** A value that is neither an object nor an array. */
export type Plain = string | number | boolean | null;
