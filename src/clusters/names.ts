/** As many as are found by looking through them. */
const FEW = 64;

const NONE: readonly string[] = [];

/**
 * Names without repetition, first added first. There are several for each of many calls, most of them empty or small: a
 * `Set` of its own for each would be most of the memory that a plan takes.
 */
export class Names implements Iterable<string> {
  private names: readonly string[] | Set<string> = NONE;

  get size(): number {
    return this.names instanceof Set ? this.names.size : this.names.length;
  }

  add(name: string): void {
    const { names } = this;
    if (names instanceof Set) names.add(name);
    else if (!names.includes(name)) this.names = added(names, name);
  }

  [Symbol.iterator](): Iterator<string> {
    return this.names[Symbol.iterator]();
  }
}

function added(names: readonly string[], name: string): readonly string[] | Set<string> {
  return names.length < FEW ? [...names, name] : new Set([...names, name]);
}
