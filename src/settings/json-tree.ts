import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

/** Why a settings text cannot be used, and where; line and column count from 1. */
export type TextProblem = { readonly line: number; readonly column: number; readonly why: string };

export type JsonTree =
  | { readonly kind: 'tree'; readonly root: Node }
  | { readonly kind: 'empty' }
  | { readonly kind: 'malformed'; readonly problem: TextProblem };

const STRICT = { disallowComments: true, allowTrailingComma: false } as const;

/** What is wrong, in the words of a person who edits the file; other codes are spelled out from their name. */
const MEANING: Readonly<Record<string, string>> = {
  InvalidCommentToken: 'a comment: settings are strict JSON',
  PropertyNameExpected:
    'a property name in double quotes is expected here (or a comma stands before the end)',
  ValueExpected: 'a value is expected here (or a comma stands before the end)',
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'the file goes on after its end',
  UnexpectedEndOfString: 'a string is not closed',
  InvalidEscapeCharacter: 'a backslash in a string escapes nothing that JSON knows',
};

/** Reads settings text as the client does: strict JSON, and blank text is nothing at all. `text` has no BOM. */
export function readTree(text: string): JsonTree {
  if (text.trim() === '') return { kind: 'empty' };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, STRICT);
  const [first] = errors;
  if (first !== undefined) {
    return { kind: 'malformed', problem: { ...placeOf(text, first.offset), why: meaning(first) } };
  }
  const strict = strictError(text);
  if (root === undefined || strict !== undefined) {
    return { kind: 'malformed', problem: { line: 1, column: 1, why: strict ?? 'no JSON value' } };
  }
  return { kind: 'tree', root };
}

/** Line and column, from 1, of an offset; `\r\n` and `\n` both end a line. */
export function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/** The property node of a key; the last one where a key is written twice, as JSON.parse takes it. */
export function propertyOf(object: Node, key: string): Node | undefined {
  return object.children?.findLast((property) => property.children?.[0]?.value === key);
}

/** The value node below `keys`, or undefined where a key is absent. */
export function valueAt(root: Node, keys: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const key of keys) node = node?.type === 'object' ? propertyOf(node, key)?.children?.[1] : undefined;
  return node;
}

/** The offset right behind a node. */
export function endOf(node: Node): number {
  return node.offset + node.length;
}

function meaning(error: ParseError): string {
  const name = printParseErrorCode(error.error);
  return MEANING[name] ?? name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The parser above forgives a few texts that JSON.parse, and so the client, does not. */
function strictError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'not JSON';
  }
}
