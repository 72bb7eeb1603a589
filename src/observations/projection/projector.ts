import { COMPILED } from './compiled.ts';
import { ENTRY, type Projection } from './projection.ts';
import type { Shape } from './shape.ts';
import { shapeBytes } from './shape-bytes.ts';

/**
 * Reads JSON lines by projection: each object is checked in full, but only what a shape names of the objects of note is ever
 * built. Put text into `room`, then `project` it.
 */
export type Projector = {
  /** Space for a text of so many bytes; what was in it before is lost. */
  readonly room: (bytes: number) => Uint8Array;
  /** What the first bytes of the room hold, and the line ends among them. The text is used up by it. */
  readonly project: (bytes: number) => ProjectedText;
};

export type ProjectedText = { readonly projections: readonly Projection[]; readonly lines: number };

/** What the assembly exports; lines.ts there is its other side. */
type Exports = {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly SHAPE: { readonly value: number };
  readonly SHAPE_ROOM: { readonly value: number };
  readonly TEXT: { readonly value: number };
  readonly TABLE: { readonly value: number };
  readonly ARRAY: { readonly value: number };
  readonly begin: (bytes: number) => void;
  readonly read: () => number;
  readonly isDone: () => number;
  readonly arrayEnd: () => number;
  readonly linesPassed: () => number;
};

type Module = { readonly compiled: true };

declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => Module;
  readonly Instance: new (module: Module) => { readonly exports: Exports };
};

const PAGE = 1 << 16;

/** The text is looked at sixteen bytes at a time, a little beyond its end. */
const BEYOND = 64;

/** Memory never shrinks: what was larger for one long line is given back. */
const KEPT = 64 * PAGE;

export function projector(shape: Shape): Projector {
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
    project(bytes) {
      const projections: Projection[] = [];
      exports.begin(bytes);
      do projections.push(read(exports));
      while (exports.isDone() === 0);
      return { projections, lines: exports.linesPassed() };
    },
  };
}

function instanceOf(module: Module, shape: Shape): Exports {
  const { exports } = new WebAssembly.Instance(module);
  const base = exports.SHAPE.value;
  const bytes = shapeBytes(shape, base, exports.SHAPE_ROOM.value);
  new Uint8Array(exports.memory.buffer).set(bytes, base);
  return exports;
}

/** Reads on, and takes away what was found. */
function read(exports: Exports): Projection {
  const { buffer } = exports.memory;
  const table = new Uint32Array(buffer, exports.TABLE.value, exports.read() * ENTRY).slice();
  const from = exports.ARRAY.value;
  const objects = new Uint8Array(buffer, from, exports.arrayEnd() - from).slice();
  return { objects, table };
}
