import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A settings file as it is and as it would be. */
export type FileChange = {
  /** As shown to the person and to `patch`. */
  readonly file: string;
  /** undefined: the file does not exist. */
  readonly before: string | undefined;
  /** undefined: the file is removed. */
  readonly after: string | undefined;
};

/** The unified diff of a change, computed from the two texts; empty where they are equal. */
export function unifiedDiff({ file, before, after }: FileChange): string {
  if (before === after) return '';
  const path = file.replace(/^\/+/, '');
  return createTwoFilesPatch(
    before === undefined ? '/dev/null' : `a/${path}`,
    after === undefined ? '/dev/null' : `b/${path}`,
    before ?? '',
    after ?? '',
    undefined,
    undefined,
    { context: 3, headerOptions: FILE_HEADERS_ONLY },
  );
}
