/** A mistake of the person at the keyboard: shown as one clear line, exit code 2. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** What a disk answers that is full, broken or not to be written, by the beginning of the code. */
const OF_THE_DISK =
  /^(?:SQLITE_(?:FULL|CORRUPT|IOERR|READONLY|CANTOPEN|NOTADB|BUSY)|ENOSPC$|EDQUOT$|EROFS$|EIO$)/;

/**
 * What went wrong outside of the program, as one line: a person can do something about it. Undefined for anything else that
 * throws, which is a bug.
 */
export function mishap(error: unknown): string | undefined {
  if (error instanceof UserError) return error.message;
  const code = errorCode(error);
  if (!(error instanceof Error) || code === undefined || !OF_THE_DISK.test(code)) return undefined;
  return code.startsWith('SQLITE') ? `the store cannot be used: ${error.message}` : error.message;
}

/** The code of an error of the system or of SQLite, such as `EACCES`; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
