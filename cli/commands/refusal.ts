import { type Showing, UserError } from '../../src/index.ts';

/** A file that is not touched, as the mistake that the person can mend: where it is and what is wrong. */
export function refusal({ file, problems }: Showing & { readonly kind: 'refused' }): UserError {
  const places = problems.map(({ line, column, why }) => `${file}:${line}:${column}: ${why}`);
  return new UserError(`the client would not accept this, so nothing is written: ${places.join('; ')}`);
}
