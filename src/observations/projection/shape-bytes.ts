import type { Noted, Shape } from './shape.ts';

/** The numbers of assembly/shape.ts, where the layout is described. */
const SHAPE_SIZE = 20;
const KEY_SIZE = 16;
const LENGTHS = 64;
const NO_KEY = 0xff;
const NOTED: Readonly<Record<Noted['when'], number>> = { always: 1, among: 2, unless: 3 };
const ROLE = { plain: 0, proven: 1, proof: 2, repeated: 3 } as const;
/** Texts that can be repeated. */
const SLOTS = 8;

const encoder = new TextEncoder();

/**
 * The layout of a shape that is to stand at `base` in linear memory; the shape itself comes first. Throws where it needs
 * more than `room` bytes.
 */
export function shapeBytes(shape: Shape, base: number, room: number): Uint8Array {
  const layout = new Layout(base, room);
  layout.write(shape);
  return layout.bytes();
}

class Layout {
  readonly #base: number;
  readonly #view: DataView;
  #size = 0;

  constructor(base: number, room: number) {
    this.#base = base;
    this.#view = new DataView(new ArrayBuffer(room));
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#view.buffer, 0, this.#size);
  }

  /** Writes a shape and what it refers to; returns its place. */
  write(shape: Shape): number {
    const { text = 0, members, elements, noted } = shape;
    const at = this.#room(SHAPE_SIZE);
    this.#number(at, Math.min(text, 0xffff_ffff));
    if (members !== undefined) this.#number(at + 4, this.#keys(members, shape));
    if (elements !== undefined) this.#number(at + 8, this.write(elements));
    if (noted !== undefined) {
      this.#number(at + 12, NOTED[noted.when]);
      if (noted.when !== 'always') this.#number(at + 16, this.#literals(noted.texts));
    }
    return at;
  }

  #keys(members: Readonly<Record<string, Shape>>, of: Shape): number {
    const keys = Object.entries(members)
      .map(([name, shape]) => ({ name: encoder.encode(name), shape, role: roleOf(name, of) }))
      .sort((one, other) => one.name.length - other.name.length);
    const at = this.#room(LENGTHS + (keys.length + 1) * KEY_SIZE); // the last one ends them
    new Uint8Array(this.#view.buffer).fill(NO_KEY, at - this.#base, at - this.#base + LENGTHS);
    for (const [index, { name, shape, role }] of keys.entries()) {
      if (name.length >= LENGTHS) throw new Error(`the key ${Object.keys(members)[index]} is too long`);
      if (keys[index - 1]?.name.length !== name.length) {
        this.#view.setUint8(at - this.#base + name.length, index);
      }
      const key = at + LENGTHS + index * KEY_SIZE;
      this.#number(key, this.#copy(name));
      this.#number(key + 4, name.length);
      this.#number(key + 8, this.write(shape));
      this.#number(key + 12, role);
    }
    return at;
  }

  #literals(texts: readonly string[]): number {
    const at = this.#room(4 + texts.length * 8);
    this.#number(at, texts.length);
    for (const [index, text] of texts.entries()) {
      const literal = encoder.encode(JSON.stringify(text));
      this.#number(at + 4 + index * 8, this.#copy(literal));
      this.#number(at + 8 + index * 8, literal.length);
    }
    return at;
  }

  #copy(bytes: Uint8Array): number {
    const at = this.#room(bytes.length);
    new Uint8Array(this.#view.buffer).set(bytes, at - this.#base);
    return at;
  }

  #number(at: number, value: number): void {
    this.#view.setUint32(at - this.#base, value, true);
  }

  #room(size: number): number {
    const at = this.#base + this.#size;
    this.#size += (size + 3) & ~3;
    if (this.#size > this.#view.byteLength) throw new Error('the shape is larger than its room');
    return at;
  }
}

function roleOf(name: string, { proof, repeated = [] }: Shape): number {
  if (repeated.length > SLOTS) throw new Error('the shape repeats more texts than there is room for');
  if (repeated.includes(name)) return ROLE.repeated + repeated.indexOf(name);
  if (name === proof?.[0]) return ROLE.proof;
  return name === proof?.[1] ? ROLE.proven : ROLE.plain;
}
