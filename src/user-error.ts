/** A mistake of the person at the keyboard: shown as one clear line, exit code 2. Anything else that throws is a bug. */
export class UserError extends Error {
  override readonly name = 'UserError';
}
