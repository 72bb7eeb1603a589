import { z } from 'zod';

/** An object of which only some keys are checked; the others may hold anything. */
export function objectWith(...shapes: readonly z.ZodRawShape[]) {
  return z.looseObject(Object.assign({}, ...shapes));
}

/** The same optional type for many keys. */
export function each(keys: readonly string[], type: z.ZodType): z.ZodRawShape {
  return Object.fromEntries(keys.map((key) => [key, type.optional()]));
}

export const TEXTS = z.array(z.string());

/** One of a few words. */
export function word(...words: readonly string[]) {
  return z.literal([...words]);
}
