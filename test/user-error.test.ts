import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { mishap, UserError } from '../src/user-error.ts';

describe('a mishap', () => {
  test.each([
    [new UserError('no such file'), 'no such file'],
    [
      new Database.SqliteError('database or disk is full', 'SQLITE_FULL'),
      'the store cannot be used: database or disk is full',
    ],
    [
      new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE'),
      'the store cannot be used: disk I/O error',
    ],
    [
      Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
      'ENOSPC: no space left on device, write',
    ],
  ])('is told in one line: %s', (error, line) => {
    expect(mishap(error)).toBe(line);
  });

  test.each([
    new Error('a bug'),
    new Database.SqliteError('UNIQUE constraint failed: word.text', 'SQLITE_CONSTRAINT_UNIQUE'),
    new Database.SqliteError('no such column: lines', 'SQLITE_ERROR'),
    Object.assign(new TypeError('not iterable'), { code: 'ERR_INVALID_ARG_TYPE' }),
    'a text',
  ])('is no bug: %s', (error) => {
    expect(mishap(error)).toBeUndefined();
  });
});
