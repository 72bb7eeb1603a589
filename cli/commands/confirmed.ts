import type { Io } from '../io.ts';

/** Asks a question that only `y` or `yes` answers with yes. */
export async function confirmed(question: string, io: Io): Promise<boolean> {
  io.write(`${question} [y/N] `);
  const { value } = await io.inputLines()[Symbol.asyncIterator]().next();
  return /^y(es)?$/i.test(String(value ?? '').trim());
}
