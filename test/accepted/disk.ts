import { disk, type Files } from '../../src/accepted/files.ts';

/** The disk without waiting for it: a test's process outlives its files. */
export const FAST = disk(() => {});

/** What the power cut or the full disk leaves of the step that it hits. */
export type Accident = 'before' | 'half' | 'after';

class Crash extends Error {
  readonly code = 'EIO';
}

/** A disk whose n-th write (from 0) is hit; with `dead` nothing works afterwards, as after a power cut. */
export function failingDisk(
  n: number,
  accident: Accident,
  dead: boolean,
): { files: Files; writes: () => number } {
  let count = 0;
  const step =
    <A extends readonly unknown[]>(run: (...args: A) => void, half: (...args: A) => void) =>
    (...args: A): void => {
      const index = count;
      count += 1;
      if (index > n && dead) throw new Crash('the machine is off');
      if (index === n && accident === 'half') half(...args);
      if (index !== n || accident === 'after') run(...args);
      if (index === n) throw new Crash('the disk failed');
    };
  const nothing = (): void => {};
  const halved = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, bytes.length / 2);
  const files: Files = {
    ...FAST,
    makeFolder: step(FAST.makeFolder, nothing),
    create: step(FAST.create, (file, bytes, mode) => FAST.create(file, halved(bytes), mode)),
    append: step(FAST.append, (file, bytes) => FAST.append(file, halved(bytes))),
    giveTo: step(FAST.giveTo, nothing),
    rename: step(FAST.rename, nothing),
    remove: step(FAST.remove, nothing),
    settle: step(FAST.settle, nothing),
  };
  return { files, writes: () => count };
}
