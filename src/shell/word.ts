import type {
  ArithmeticExpression,
  Assignment,
  DoubleQuotedChild,
  ParameterOperation,
  ParsedScript,
  SyntaxNode,
  Word as WordNode,
  WordPart,
} from 'unbash';
import { forEachChild } from 'unbash';

/** One piece of a word that is more than plain characters, in source order. */
export type Piece =
  /** Characters that stand for themselves; `quoted` ones neither split nor glob. */
  | { readonly kind: 'literal'; readonly value: string; readonly quoted: boolean }
  /** `*`, `?` or `[...]`, unquoted. */
  | { readonly kind: 'glob'; readonly text: string }
  /** `?(a|b)` and its kin. */
  | { readonly kind: 'extglob'; readonly text: string }
  /** `{a,b}` or `{1..3}`. */
  | { readonly kind: 'brace'; readonly text: string }
  /** `$'...'`: the value is known. */
  | { readonly kind: 'ansi-c'; readonly value: string }
  /** `$"..."`: translated at run time. */
  | { readonly kind: 'locale'; readonly text: string }
  /** `$X` or `${X}`. */
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean; readonly text: string }
  /** `${X:-...}`, `${#X}`, `${X[1]}` ... */
  | { readonly kind: 'parameter'; readonly name: string; readonly quoted: boolean; readonly text: string }
  /** `$(...)` or backticks; its commands stand in the shell's list, within a `substitution`. */
  | { readonly kind: 'substitution'; readonly quoted: boolean; readonly text: string }
  /** `$((...))`. */
  | { readonly kind: 'arithmetic'; readonly quoted: boolean; readonly text: string }
  /** `<(...)` or `>(...)`. */
  | { readonly kind: 'process'; readonly operator: '<' | '>'; readonly text: string };

/** A word of a command, before the shell expands it. */
export type Word = {
  /** The word as written. */
  readonly text: string;
  /** Offsets into the text given to parseShell, half open; of the decoded text inside escaped backticks. */
  readonly start: number;
  readonly end: number;
  /**
   * The word after quote removal, or undefined where it is known at run time only. A glob keeps its characters and
   * `glob` is set; an unquoted leading `~` is kept too.
   */
  readonly value: string | undefined;
  readonly glob: boolean;
  /** Empty for a word of plain characters. */
  readonly pieces: readonly Piece[];
};

/** Scripts found inside words: each is walked by the caller. */
export type ScriptFound = (script: ParsedScript | undefined, kind: 'substitution' | 'process') => void;

const NO_PIECES: readonly Piece[] = [];

/** Anything but these characters stands for itself in a word, wherever it is. */
const PLAIN = /^[A-Za-z0-9_./:,@%+=^~#-]*$/;

/** The word of a syntax node; scripts inside it are handed to `found` in source order. */
export function readWord(node: WordNode, found: ScriptFound): Word {
  const { text, pos, end } = node;
  if (PLAIN.test(text)) return plainWord(text, pos, end);
  const quoted = wholeQuotation(text);
  if (quoted !== undefined) {
    const pieces: readonly Piece[] = [{ kind: 'literal', value: quoted, quoted: true }];
    return { text, start: pos, end, value: quoted, glob: false, pieces };
  }
  const parts = node.parts;
  if (parts === undefined) {
    return { text, start: pos, end, value: node.value, glob: false, pieces: NO_PIECES };
  }
  const pieces: Piece[] = [];
  for (const part of parts) readPart(part, pieces, found);
  return { text, start: pos, end, value: knownValue(pieces), glob: hasGlob(pieces), pieces };
}

/** The text inside a word that is one quotation with nothing to expand: taken without taking the word apart. */
function wholeQuotation(text: string): string | undefined {
  const inside = text.length < 2 ? '' : text.slice(1, -1);
  if (text.startsWith("'") && text.endsWith("'") && text.length > 1 && !inside.includes("'")) return inside;
  const double = text.startsWith('"') && text.endsWith('"') && text.length > 1 && !/["$`\\]/.test(inside);
  return double ? inside : undefined;
}

function plainWord(text: string, start: number, end: number): Word {
  return { text, start, end, value: text, glob: false, pieces: NO_PIECES };
}

/** An assignment that stands among the arguments (`export X=1`), read as the one word it is. */
export function readAssignmentWord(node: Assignment, found: ScriptFound): Word {
  const { text, pos, end } = node;
  if (PLAIN.test(text)) return plainWord(text, pos, end);
  if (node.value.type === 'ArrayValue' || node.index !== undefined) {
    forEachChild(node, (child) => findScripts(child, found));
    return { text, start: pos, end, value: undefined, glob: false, pieces: NO_PIECES };
  }
  const value = readWord(node.value, found);
  const name = text.slice(0, node.value.pos - pos);
  return {
    text,
    start: pos,
    end,
    value: value.value === undefined ? undefined : name + value.value,
    glob: false,
    pieces: [{ kind: 'literal', value: name, quoted: false }, ...value.pieces],
  };
}

function readPart(part: WordPart, into: Piece[], found: ScriptFound): void {
  switch (part.type) {
    case 'Literal':
      into.push({ kind: 'literal', value: part.value, quoted: part.value !== part.text });
      return;
    case 'SingleQuoted':
      into.push({ kind: 'literal', value: part.value, quoted: true });
      return;
    case 'DoubleQuoted':
      if (part.parts.length === 0) into.push({ kind: 'literal', value: '', quoted: true });
      for (const child of part.parts) readQuotedPart(child, true, into, found);
      return;
    case 'AnsiCQuoted':
      into.push({ kind: 'ansi-c', value: part.value });
      return;
    case 'LocaleString':
      into.push({ kind: 'locale', text: part.text });
      forEachChild(part, (child) => findScripts(child, found));
      return;
    case 'Glob':
      into.push({ kind: 'glob', text: part.text });
      forEachChild(part, (child) => findScripts(child, found));
      return;
    case 'ExtendedGlob':
      into.push({ kind: 'extglob', text: part.text });
      forEachChild(part, (child) => findScripts(child, found));
      return;
    case 'BraceExpansion':
      into.push({ kind: 'brace', text: part.text });
      forEachChild(part, (child) => findScripts(child, found));
      return;
    case 'ProcessSubstitution':
      into.push({ kind: 'process', operator: part.operator, text: part.text });
      found(part.script, 'process');
      return;
    default:
      readQuotedPart(part, false, into, found);
  }
}

function readQuotedPart(part: DoubleQuotedChild, quoted: boolean, into: Piece[], found: ScriptFound): void {
  const { text } = part;
  switch (part.type) {
    case 'Literal':
      into.push({ kind: 'literal', value: part.value, quoted });
      return;
    case 'SimpleExpansion':
      into.push({ kind: 'variable', name: text.slice(1), quoted, text });
      return;
    case 'ParameterExpansion': {
      const simple = part.operation === undefined && part.index === undefined && part.prefix === undefined;
      into.push({ kind: simple ? 'variable' : 'parameter', name: part.parameter, quoted, text });
      forEachChild(part, (child) => findScripts(child, found));
      return;
    }
    case 'CommandExpansion':
      into.push({ kind: 'substitution', quoted, text });
      found(part.script, 'substitution');
      return;
    case 'ArithmeticExpansion':
      into.push({ kind: 'arithmetic', quoted, text });
      forEachChild(part, (child) => findScripts(child, found));
  }
}

/** The scripts anywhere below a node of a word: in arithmetic, parameter operands, array elements, test operands. */
export function findScripts(
  node: SyntaxNode | ArithmeticExpression | ParameterOperation,
  found: ScriptFound,
): void {
  switch (node.type) {
    case 'CommandExpansion':
    case 'ArithmeticCommandExpansion':
      found(node.script, 'substitution');
      return;
    case 'ProcessSubstitution':
      found(node.script, 'process');
      return;
    default:
      forEachChild(node, (child) => findScripts(child, found));
  }
}

function knownValue(pieces: readonly Piece[]): string | undefined {
  let value = '';
  for (const piece of pieces) {
    if (piece.kind === 'literal' || piece.kind === 'ansi-c') value += piece.value;
    else if (piece.kind === 'glob') value += piece.text;
    else return undefined;
  }
  return value;
}

function hasGlob(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => piece.kind === 'glob' || piece.kind === 'extglob');
}
