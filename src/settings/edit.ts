import { applyEdits, type Edit, type Node } from 'jsonc-parser';
import type { List } from '../permission/rule.ts';
import { rejection } from '../permission/rule-validity.ts';
import { endOf, placeOf, propertyOf, readTree, type TextProblem, valueAt } from './json-tree.ts';
import {
  indentAt,
  isSpread,
  layoutOf,
  render,
  renderScalar,
  type Scalar,
  separator,
  type Value,
} from './layout.ts';
import { readSettings } from './read.ts';

/** One change to a settings file, as a person would say it. */
export type SettingsChange =
  | { readonly kind: 'add-rule' | 'remove-rule'; readonly list: List; readonly rule: string }
  | { readonly kind: 'add-directory' | 'remove-directory'; readonly directory: string }
  | { readonly kind: 'set'; readonly key: readonly string[]; readonly value: Scalar }
  | { readonly kind: 'unset'; readonly key: readonly string[] };

export type SettingsEdit =
  /** `text` equals the text given where nothing had to change. */
  | { readonly kind: 'edited'; readonly text: string }
  /** The file, or the change, is one that the client would not accept. */
  | { readonly kind: 'refused'; readonly problems: readonly TextProblem[] };

type Step =
  | { readonly kind: 'edits'; readonly edits: Edit[] }
  | { readonly kind: 'problem'; readonly problem: TextProblem };

const BOM = '\uFEFF';
const NOTHING: Step = { kind: 'edits', edits: [] };

/**
 * The settings text after the changes. Bytes outside the touched list stay as they are: layout, key order, line ends,
 * BOM, final newline. A missing (`undefined`) or blank file becomes a new one. Applying twice equals applying once.
 */
export function editSettings(text: string | undefined, changes: readonly SettingsChange[]): SettingsEdit {
  const bom = text?.startsWith(BOM) === true ? BOM : '';
  let body = (text ?? '').slice(bom.length);
  const before = voidWhy(body);
  if (before !== undefined) return { kind: 'refused', problems: [before] };
  for (const change of changes) {
    const step = stepFor(body, change);
    if (step.kind === 'problem') return { kind: 'refused', problems: [step.problem] };
    if (step.edits.length > 0) body = applyEdits(body, step.edits);
  }
  const after = voidWhy(body);
  if (after !== undefined) return { kind: 'refused', problems: [after] };
  return { kind: 'edited', text: bom + body };
}

/** Why the client would ignore the whole file; undefined where it reads it. */
function voidWhy(body: string): TextProblem | undefined {
  const reading = readSettings(body, { scope: 'user', root: '/' });
  return reading.kind === 'void' ? { ...reading.at, why: reading.why } : undefined;
}

function stepFor(body: string, change: SettingsChange): Step {
  const tree = readTree(body);
  if (tree.kind === 'malformed') return { kind: 'problem', problem: tree.problem };
  const root = tree.kind === 'empty' ? undefined : tree.root;
  if (root !== undefined && root.type !== 'object') {
    return problemAt(
      body,
      root,
      `the file holds ${an(root.type)}, not an object: the client reads nothing from it`,
    );
  }
  switch (change.kind) {
    case 'add-rule': {
      const why = rejection(change.rule, change.list);
      if (why !== undefined) return problemAt(body, undefined, `${change.rule} is not a rule: ${why}`);
      return addEntry(body, root, ['permissions', change.list], change.rule);
    }
    case 'remove-rule':
      return removeEntry(body, root, ['permissions', change.list], change.rule);
    case 'add-directory':
      return addEntry(body, root, ['permissions', 'additionalDirectories'], change.directory);
    case 'remove-directory':
      return removeEntry(body, root, ['permissions', 'additionalDirectories'], change.directory);
    case 'set':
      return setValue(body, root, change.key, change.value);
    case 'unset':
      return unsetValue(root, change.key, body);
  }
}

function addEntry(body: string, root: Node | undefined, keys: readonly string[], entry: string): Step {
  const list = root === undefined ? undefined : valueAt(root, keys);
  if (list === undefined) return insertValue(body, root, keys, [entry]);
  if (list.type !== 'array')
    return problemAt(body, list, `${keys.join('.')} is ${an(list.type)}, not a list`);
  if (list.children?.some((child) => child.value === entry)) return NOTHING;
  return { kind: 'edits', edits: [appended(body, root, list, renderScalar(entry))] };
}

function removeEntry(body: string, root: Node | undefined, keys: readonly string[], entry: string): Step {
  const list = root === undefined ? undefined : valueAt(root, keys);
  if (list === undefined) return NOTHING;
  if (list.type !== 'array')
    return problemAt(body, list, `${keys.join('.')} is ${an(list.type)}, not a list`);
  return { kind: 'edits', edits: without(list, (child) => child.value === entry) };
}

function setValue(body: string, root: Node | undefined, keys: readonly string[], value: Scalar): Step {
  const node = root === undefined ? undefined : valueAt(root, keys);
  if (node === undefined) return insertValue(body, root, keys, value);
  if (node.value === value) return NOTHING;
  return {
    kind: 'edits',
    edits: [{ offset: node.offset, length: node.length, content: renderScalar(value) }],
  };
}

function unsetValue(root: Node | undefined, keys: readonly string[], body: string): Step {
  const last = keys.at(-1);
  const object = root === undefined ? undefined : valueAt(root, keys.slice(0, -1));
  if (object === undefined || last === undefined) return NOTHING;
  if (object.type !== 'object')
    return problemAt(body, object, `${keys.slice(0, -1).join('.')} is not an object`);
  return { kind: 'edits', edits: without(object, (child) => child.children?.[0]?.value === last) };
}

/** Adds what is missing of a path of keys, at the end of the innermost object that is there. */
function insertValue(body: string, root: Node | undefined, keys: readonly string[], value: Value): Step {
  if (root === undefined) {
    const layout = layoutOf(body, undefined);
    const content = render(nested(keys, value), layout, '') + layout.eol;
    return { kind: 'edits', edits: [{ offset: 0, length: body.length, content }] };
  }
  let [object, depth] = [root, 0];
  for (const key of keys) {
    const next = propertyOf(object, key)?.children?.[1];
    if (next === undefined) break;
    if (next.type !== 'object') {
      return problemAt(
        body,
        next,
        `${keys.slice(0, depth + 1).join('.')} is ${an(next.type)}, not an object`,
      );
    }
    [object, depth] = [next, depth + 1];
  }
  const [key = '', ...rest] = keys.slice(depth);
  const layout = layoutOf(body, root);
  const indent = isSpread(body, object) ? memberIndent(body, object, layout.unit) : undefined;
  const property = JSON.stringify(key) + layout.colon + render(nested(rest, value), layout, indent);
  return { kind: 'edits', edits: [appended(body, root, object, property)] };
}

/** The edit that puts one more member behind the last one of an object or array. */
function appended(body: string, root: Node | undefined, container: Node, member: string): Edit {
  const layout = layoutOf(body, root);
  const last = container.children?.at(-1);
  if (last !== undefined) {
    return { offset: endOf(last), length: 0, content: separator(body, container, layout) + member };
  }
  const [offset, length] = [container.offset + 1, container.length - 2];
  if (!isSpread(body, container)) return { offset, length, content: member };
  const { eol } = layout;
  const open = eol + memberIndent(body, container, layout.unit);
  return { offset, length, content: open + member + eol + indentAt(body, container.offset) };
}

/** The edits that take members out, each with one of the commas beside it. */
function without(container: Node, leaves: (child: Node) => boolean): Edit[] {
  const children = container.children ?? [];
  const firstKept = children.findIndex((child) => !leaves(child));
  if (firstKept === -1) {
    if (children.length === 0) return [];
    return [{ offset: container.offset + 1, length: container.length - 2, content: '' }];
  }
  return children.flatMap((child, index) => {
    if (!leaves(child)) return [];
    // Members before the first one that stays go with the comma behind them, the others with the comma before.
    const from = index < firstKept ? child.offset : endOf(children[index - 1] ?? child);
    const to = index < firstKept ? (children[index + 1] ?? child).offset : endOf(child);
    return [{ offset: from, length: to - from, content: '' }];
  });
}

function memberIndent(body: string, container: Node, unit: string): string {
  const first = container.children?.[0];
  return first === undefined ? indentAt(body, container.offset) + unit : indentAt(body, first.offset);
}

function nested(keys: readonly string[], value: Value): Value {
  return keys.reduceRight<Value>((inner, key) => ({ [key]: inner }), value);
}

function problemAt(body: string, node: Node | undefined, why: string): Step {
  return { kind: 'problem', problem: { ...placeOf(body, node?.offset ?? 0), why } };
}

function an(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : type === 'null' ? 'null' : `a ${type}`;
}
