import type { Piece, Word } from '../../shell/word.ts';

/** Variables whose value the client takes as harmless inside a longer quoted text (recorded from client 2.1.330). */
export const KNOWN_INSIDE_TEXT: ReadonlySet<string> = new Set([
  ...['PWD', 'OLDPWD', 'USER', 'LOGNAME', 'SHELL', 'TMPDIR', 'PATH', 'HOSTNAME', 'UID', 'EUID', 'PPID'],
  ...[
    'RANDOM',
    'SECONDS',
    'LINENO',
    'BASH_VERSION',
    'BASHPID',
    'SHLVL',
    'IFS',
    'HISTFILE',
    '?',
    '$',
    '#',
    '-',
  ],
]);

/** Why the client cannot know what a word stands for, or undefined (recorded from client 2.1.330). */
export function wordWhy(word: Word): string | undefined {
  const { text, pieces } = word;
  if (text.length > 1 && text.startsWith('=') && text[1] !== '=') return 'zsh takes =word for a path';
  if (pieces.length === 0) return bareWhy(text);
  for (const [at, piece] of pieces.entries()) {
    const why = pieceWhy(piece, pieces) ?? modifiedWhy(piece, pieces[at + 1]);
    if (why !== undefined) return why;
  }
  return bareWhy(text);
}

function bareWhy(text: string): string | undefined {
  if (text.endsWith('$') && !text.endsWith('\\$')) return 'a dollar sign at the end of a word';
  if (/\\\{[^}]*,/.test(text)) return 'braces behind a backslash';
  return undefined;
}

/** `"$name:t"` and `"$name[1]"` mean more in zsh (recorded from client 2.1.330). */
function modifiedWhy(piece: Piece, next: Piece | undefined): string | undefined {
  if (piece.kind !== 'variable' || next === undefined) return undefined;
  const follows = next.kind === 'literal' ? next.value : next.kind === 'glob' ? next.text : '';
  return /^(\[|:[A-Za-z&])/.test(follows) ? 'a variable that zsh would modify' : undefined;
}

function pieceWhy(piece: Piece, all: readonly Piece[]): string | undefined {
  switch (piece.kind) {
    case 'variable':
      if (piece.text.startsWith('${')) return 'a variable in braces';
      if (piece.name === 'HOME') return undefined;
      if (piece.quoted && KNOWN_INSIDE_TEXT.has(piece.name) && holdsText(all)) return undefined;
      return `the variable ${piece.name}`;
    case 'parameter':
      return 'a variable in braces';
    case 'substitution':
      return isQuotedDocument(piece) ? undefined : 'a command inside the command';
    case 'arithmetic':
      if (piece.quoted && all.length === 1) return 'arithmetic as a quoted argument';
      return /^\$\(\([\d\s+*/%<>&|^~!()-]*\)\)$/.test(piece.text) ? undefined : 'arithmetic with names';
    case 'process':
      return 'a command used as a file';
    case 'brace':
      return 'brace expansion';
    case 'extglob':
      return 'a pattern in parentheses';
    case 'ansi-c':
      return 'text with escape codes';
    case 'locale':
      return 'a translated string';
    default:
      return undefined;
  }
}

/** A single character beside a variable is no text to the client (recorded from client 2.1.330). */
export function holdsText(pieces: readonly Piece[]): boolean {
  let length = 0;
  for (const piece of pieces) if (piece.kind === 'literal' && piece.quoted) length += piece.value.length;
  return length > 1;
}

/** Whether a word holds a variable whose value only the shell knows; `$HOME` is known. */
export function isKnownLate({ pieces }: Word): boolean {
  return pieces.some((piece) => piece.kind === 'variable' && piece.name !== 'HOME');
}

/** `"$(cat <<'EOF' ... )"`: text and no command, as long as the delimiter is quoted (recorded from client 2.1.330). */
export function isQuotedDocument(piece: { readonly quoted: boolean; readonly text: string }): boolean {
  if (!piece.quoted) return false;
  const opened = /^\$\(\s*cat\s+<<[ \t]*(['"])([A-Za-z_]\w*)\1[ \t]*\n/.exec(piece.text);
  if (opened === null) return false;
  const body = piece.text.slice(opened[0].length - 1);
  const closed = body.indexOf(`\n${opened[2]}\n`);
  return closed >= 0 && body.slice(closed + 2 + (opened[2]?.length ?? 0)).trim() === ')';
}
