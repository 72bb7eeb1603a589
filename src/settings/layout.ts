import type { Node } from 'jsonc-parser';
import { endOf } from './json-tree.ts';

/** How the person writes this file: learnt from it, so that an edit looks like theirs. */
export type Layout = {
  readonly eol: string;
  /** One step of indentation. */
  readonly unit: string;
  /** What stands between a key and its value. */
  readonly colon: string;
};

export type Scalar = string | number | boolean;

export type Value = Scalar | readonly Value[] | { readonly [key: string]: Value };

const TIDY: Layout = { eol: '\n', unit: '  ', colon: ': ' };

/** The layout of a text, from its first property; an empty file is written tidily. */
export function layoutOf(text: string, root: Node | undefined): Layout {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const first = root?.type === 'object' ? root.children?.[0] : undefined;
  const [key, value] = first?.children ?? [];
  if (first === undefined || key === undefined || value === undefined) return { ...TIDY, eol };
  const colon = text.slice(endOf(key), value.offset);
  const indent = indentAt(text, first.offset);
  return {
    eol,
    unit: startsLine(text, first.offset) && indent !== '' ? indent : TIDY.unit,
    colon: colon.includes('\n') ? TIDY.colon : colon,
  };
}

/** The leading blanks of the line that `offset` lies in. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
}

/** Whether the members of an object or array stand on lines of their own. */
export function isSpread(text: string, container: Node): boolean {
  const first = container.children?.[0];
  if (first !== undefined) return startsLine(text, first.offset);
  const home = enclosing(container);
  return home === undefined || isSpread(text, home);
}

/** The text between the last member of a container that has members and one that follows it. */
export function separator(text: string, container: Node, layout: Layout): string {
  const [last, before] = [...(container.children ?? [])].reverse();
  if (last === undefined) return '';
  if (before !== undefined) return text.slice(endOf(before), last.offset);
  if (startsLine(text, last.offset)) return `,${layout.eol}${indentAt(text, last.offset)}`;
  return layout.colon.endsWith(' ') ? ', ' : ',';
}

/** A value as text: over several lines with `indent` before the closing line, or on one line. */
export function render(value: Value, layout: Layout, indent: string | undefined): string {
  if (indent === undefined) return renderInline(value, layout);
  return escaped(JSON.stringify(value, undefined, layout.unit))
    .split('\n')
    .join(layout.eol + indent);
}

/** A single value as text. */
export function renderScalar(value: Scalar): string {
  return escaped(JSON.stringify(value));
}

/** What an editor or a terminal would not show is written as an escape: the same value, and nothing hides in the file. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, (hidden) =>
    hidden
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function renderInline(value: Value, layout: Layout): string {
  const comma = layout.colon.endsWith(' ') ? ', ' : ',';
  if (Array.isArray(value)) return `[${value.map((item) => renderInline(item, layout)).join(comma)}]`;
  if (typeof value !== 'object') return renderScalar(value);
  const members = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}${layout.colon}${renderInline(item, layout)}`,
  );
  return `{${members.join(comma)}}`;
}

function startsLine(text: string, offset: number): boolean {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return start > 0 && text.slice(start, offset).trim() === '';
}

/** The object or array that holds a value; between them may stand the property. */
function enclosing(node: Node): Node | undefined {
  return node.parent?.type === 'property' ? node.parent.parent : node.parent;
}
