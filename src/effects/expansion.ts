import type { Piece, Word } from '../shell/word.ts';
import type { Arg } from './arg.ts';

/** Values of shell variables that the text itself gives, or that every shell has; several for the variable of a loop. */
export type Variables = ReadonlyMap<string, readonly Arg[]>;

/** More alternatives of one word than this are not spelled out. */
const MOST_ALTERNATIVES = 32;

/** Names of variables whose values are credentials. */
const SECRET_NAME =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASS|PAT|API_?KEY|APIKEY|ACCESS_KEY|PRIVATE_KEY|SECRET_KEY|CREDENTIALS?|AUTH)(?:$|_)/i;

/** What a word of the shell may become: usually one argument, several for loops and braces. */
export function argsOf(word: Word, variables: Variables): readonly Arg[] {
  if (word.pieces.length === 0) return [plain(word)];
  if (word.value !== undefined)
    return [word.glob ? { kind: 'glob', text: word.value } : { kind: 'exact', text: word.value }];
  const only = word.pieces.length === 1 ? word.pieces[0] : undefined;
  if (only !== undefined && splits(only) && valuesOf(only, variables) === undefined) {
    return [{ kind: 'many', text: '', written: word.text }];
  }
  return joined(word, variables);
}

function plain(word: Word): Arg {
  if (word.value === undefined) return { kind: 'many', text: '', written: word.text };
  return word.glob ? { kind: 'glob', text: word.value } : { kind: 'exact', text: word.value };
}

/** An unquoted expansion is split into any number of words. */
function splits(piece: Piece): boolean {
  return (
    (piece.kind === 'variable' || piece.kind === 'parameter' || piece.kind === 'substitution') &&
    !piece.quoted
  );
}

function joined(word: Word, variables: Variables): readonly Arg[] {
  let made: readonly Arg[] = [{ kind: 'exact', text: '' }];
  for (const piece of word.pieces) {
    const values = valuesOf(piece, variables) ?? [{ kind: 'open', text: '', written: word.text } as const];
    made = made.flatMap((start) => values.map((value) => append(start, value)));
    if (made.length > MOST_ALTERNATIVES)
      return [{ kind: 'open', text: made[0]?.text ?? '', written: word.text }];
  }
  return made;
}

function append(start: Arg, end: Arg): Arg {
  if (start.kind === 'open' || start.kind === 'many' || start.kind === 'any') return start;
  if (end.kind === 'open') return { kind: 'open', text: start.text + end.text, written: end.written };
  if (end.kind === 'many' || end.kind === 'any') return { kind: 'open', text: start.text, written: '' };
  const kind = start.kind === 'glob' || end.kind === 'glob' ? 'glob' : 'exact';
  return { kind, text: start.text + end.text };
}

/** What a piece may be; undefined where that is known at run time only. */
function valuesOf(piece: Piece, variables: Variables): readonly Arg[] | undefined {
  switch (piece.kind) {
    case 'literal':
    case 'ansi-c':
      return [{ kind: 'exact', text: piece.value }];
    case 'glob':
      return [{ kind: 'glob', text: piece.text }];
    case 'extglob':
      return [{ kind: 'glob', text: '*' }];
    case 'brace':
      return alternatives(piece.text);
    case 'variable':
      return NUMERIC.has(piece.name) ? [{ kind: 'glob', text: '*' }] : variables.get(piece.name);
    case 'parameter':
      return changed(piece.text, piece.name, variables);
    case 'arithmetic':
      return [{ kind: 'glob', text: '*' }];
    case 'process':
      return [{ kind: 'exact', text: '/dev/fd/63' }];
    case 'substitution':
      return printedBy(piece.text, variables);
    case 'locale':
      return undefined;
  }
}

/** Variables that hold a number: they can name no other folder. */
const NUMERIC: ReadonlySet<string> = new Set([
  '$',
  '?',
  '#',
  '!',
  'RANDOM',
  'LINENO',
  'SECONDS',
  'UID',
  'EUID',
  'PPID',
  'BASHPID',
  'EPOCHSECONDS',
]);

/** `{a,b}` and `{1..3}`, not nested. */
function alternatives(text: string): readonly Arg[] | undefined {
  const inside = text.slice(1, -1);
  if (/[{}$`"'\\]/.test(inside)) return undefined;
  if (/^[\w-]+\.\.[\w.-]+$/.test(inside)) return [{ kind: 'glob', text: '*' }];
  return inside.split(',').map((part) => ({ kind: /[*?[]/.test(part) ? 'glob' : 'exact', text: part }));
}

/** `${X%.ts}` and `${X##*​/}` cut a known value; the length of anything is a number. */
function changed(text: string, name: string, variables: Variables): readonly Arg[] | undefined {
  if (text.startsWith('${#')) return [{ kind: 'glob', text: '*' }];
  const known = variables.get(name);
  if (known === undefined) return undefined;
  if (/^\$\{\w+##?\*\/\}$/.test(text)) return [{ kind: 'glob', text: '*' }];
  if (!/^\$\{\w+%/.test(text)) return undefined;
  return known.map((value) => ({ kind: 'glob', text: value.text.replace(/[^/]*$/, '*') }));
}

/** What substitutions print whose output is clear from their text. */
function printedBy(text: string, variables: Variables): readonly Arg[] | undefined {
  const inside = text.replace(/^\$\(|^`|\)$|`$/g, '').trim();
  if (/^mktemp(?:\s+-[dqu]+|\s+\/tmp\/[\w.-]+)*$/.test(inside))
    return [{ kind: 'exact', text: '/tmp/made-by-mktemp' }];
  if (/^(?:pwd(?: -[PL])?|git rev-parse --show-toplevel)$/.test(inside)) return variables.get('PWD');
  if (/^(?:date|nproc|seq|id -[ug]|wc)\b[^|;&<>()`$]*$/.test(inside)) return [{ kind: 'glob', text: '*' }];
  if (
    /^(?:whoami|hostname|uname(?: -\w+)?|git rev-parse (?:--short )?HEAD|git branch --show-current)$/.test(
      inside,
    )
  ) {
    return [{ kind: 'glob', text: '*' }];
  }
  return undefined;
}

/** The names of secret variables that a word shows. */
export function secretsIn(word: Word): readonly string[] {
  return word.pieces.flatMap((piece) =>
    (piece.kind === 'variable' || piece.kind === 'parameter') && SECRET_NAME.test(piece.name)
      ? [`$${piece.name}`]
      : [],
  );
}

/** The same for the body of a here-document. */
export function secretsInText(text: string): readonly string[] {
  return [...text.matchAll(/\$\{?[!#]?([A-Za-z_]\w*)/g)].flatMap(([, name = '']) =>
    SECRET_NAME.test(name) ? [`$${name}`] : [],
  );
}
