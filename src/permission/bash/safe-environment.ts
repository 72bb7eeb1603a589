import type { Assignment } from '../../shell/shell.ts';

/**
 * Variables that may stand before an allowed command without changing what it is (recorded by experiment from clients
 * 2.1.197 and 2.1.330; any other assignment keeps an allow rule from matching).
 */
const SAFE_VARIABLES: ReadonlySet<string> = new Set(
  [
    'ANTHROPIC_API_KEY BLOCKSIZE BLOCK_SIZE CGO_ENABLED CHARSET CI CLICOLOR CLICOLOR_FORCE COLORTERM',
    'COLUMNS DEBIAN_FRONTEND FORCE_COLOR GCC_COLORS GIT_TERMINAL_PROMPT GO111MODULE GOARCH',
    'GOEXPERIMENT GOOS GREP_COLOR GREP_COLORS LANGUAGE LC_TIME LINES LSCOLORS LS_COLORS NODE_ENV',
    'NO_COLOR PYTEST_DEBUG PYTEST_DISABLE_PLUGIN_AUTOLOAD PYTHONDONTWRITEBYTECODE PYTHONUNBUFFERED',
    'RUST_BACKTRACE RUST_LOG TERM TIME_STYLE TZ',
  ].flatMap((line) => line.split(' ')),
);

/** Variables that are safe only with the name of a locale as their value. */
const LOCALES: ReadonlySet<string> = new Set(['LANG', 'LC_ALL', 'LC_CTYPE']);

/** Whether the client looks past `NAME=value`: a harmless variable with a value of plain characters. */
export function isSafeAssignment({ name, value, plain }: Assignment): boolean {
  return plain && value !== undefined && isSafeSetting(name, value.text);
}

/** The same for a name and the text of its value, as `export` has them. */
export function isSafeSetting(name: string, value: string): boolean {
  if (LOCALES.has(name)) return /^(C|POSIX|([A-Za-z_]+\.)?(UTF-?8|utf-?8))$/.test(value);
  return SAFE_VARIABLES.has(name) && /^[A-Za-z0-9_./:-]+$/.test(value);
}
