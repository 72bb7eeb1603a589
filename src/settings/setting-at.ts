import { readTree, valueAt } from './json-tree.ts';

/** The scalar that a settings text has below these keys; undefined where there is none, or the text is no JSON. */
export function settingAt(text: string, keys: readonly string[]): unknown {
  const tree = readTree(text.replace(/^\uFEFF/, ''));
  return tree.kind === 'tree' ? valueAt(tree.root, keys)?.value : undefined;
}
