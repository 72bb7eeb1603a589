import { COMPILED } from './compiled.ts';
import type { Projected, Shape } from './shape.ts';
import { shapeBytes } from './shape-bytes.ts';

/** What a reader of lines has to hear of. `line` counts from 0, in the text that is being read. */
export type Find<S extends Shape> =
  | { readonly kind: 'object'; readonly line: number; readonly value: Projected<S> }
  /** No JSON object, or one that does not end on its line; the rest of the line is stepped over. */
  | { readonly kind: 'malformed'; readonly line: number }
  /** A second object on a line: told once, before the object. */
  | { readonly kind: 'glued'; readonly line: number }
  /** A line that begins with two slashes. */
  | { readonly kind: 'comment'; readonly line: number };

/**
 * Reads JSON lines by projection: each object is checked in full, but only what a shape names of the objects of note is ever
 * built. Put text into `room`, then go through its `finds`.
 */
export type Projector<S extends Shape> = {
  /** Space for a text of so many bytes; what was in it before is lost. */
  readonly room: (bytes: number) => Uint8Array;
  /** What the first bytes of the room hold. Can be gone through once: the projections are written over the text. */
  readonly finds: (bytes: number) => Iterable<Find<S>>;
  /** Line ends in the text whose finds were gone through. */
  readonly lines: () => number;
};

/** What the assembly exports; lines.ts there is its other side. */
type Exports = {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly SHAPE: { readonly value: number };
  readonly TEXT: { readonly value: number };
  readonly begin: (bytes: number) => void;
  readonly next: () => number;
  readonly linesPassed: () => number;
  readonly foundFrom: () => number;
  readonly foundTo: () => number;
};

type Module = { readonly compiled: true };

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Instance: new (module: Module) => { readonly exports: Exports };
};

/** By the numbers of assembly/lines.ts; 0 is the end. */
const KINDS = ['nothing-more', 'object', 'malformed', 'glued', 'comment'] as const;

const PAGE = 1 << 16;

/** The text is looked at sixteen bytes at a time, a little beyond its end. */
const BEYOND = 64;

/** Memory never shrinks: what was larger for one long line is given back. */
const KEPT = 64 * PAGE;

export function projector<S extends Shape>(shape: S): Projector<S> {
  const module = new WebAssembly.Module(Uint8Array.from(atob(COMPILED), (byte) => byte.charCodeAt(0)));
  let exports = instanceOf(module, shape);
  return {
    room(bytes) {
      const size = exports.TEXT.value + bytes + BEYOND;
      if (exports.memory.buffer.byteLength > KEPT && size <= KEPT) exports = instanceOf(module, shape);
      const missing = size - exports.memory.buffer.byteLength;
      if (missing > 0) exports.memory.grow(Math.ceil(missing / PAGE));
      return new Uint8Array(exports.memory.buffer, exports.TEXT.value, bytes);
    },
    finds: (bytes) => findsIn<S>(exports, bytes),
    lines: () => exports.linesPassed(),
  };
}

function instanceOf(module: Module, shape: Shape): Exports {
  const { exports } = new WebAssembly.Instance(module);
  const base = exports.SHAPE.value;
  new Uint8Array(exports.memory.buffer).set(shapeBytes(shape, base), base);
  return exports;
}

function* findsIn<S extends Shape>(exports: Exports, bytes: number): Generator<Find<S>> {
  const decoder = new TextDecoder();
  exports.begin(bytes);
  for (let kind = KINDS[exports.next()]; kind !== 'nothing-more'; kind = KINDS[exports.next()]) {
    const line = exports.linesPassed();
    if (kind === undefined) throw new Error('the assembly tells of a find of no known kind');
    if (kind !== 'object') {
      yield { kind, line };
      continue;
    }
    const from = exports.foundFrom();
    const text = new Uint8Array(exports.memory.buffer, from, exports.foundTo() - from);
    const value: Projected<S> = JSON.parse(decoder.decode(text));
    yield { kind, line, value };
  }
}
