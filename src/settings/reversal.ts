import type { Node } from 'jsonc-parser';
import type { SettingsChange } from './edit.ts';
import { readTree, valueAt } from './json-tree.ts';

/**
 * The changes that take `changes` back from a file that was `before`: only what really changed is taken back (a rule
 * that was there before stays), and what others wrote since is left alone. A malformed `before` gives no changes.
 */
export function reversal(
  before: string | undefined,
  changes: readonly SettingsChange[],
): readonly SettingsChange[] {
  const tree = readTree((before ?? '').replace(/^\uFEFF/, ''));
  if (tree.kind === 'malformed') return [];
  const root = tree.kind === 'tree' ? tree.root : undefined;
  return changes.toReversed().flatMap((change) => inverse(root, change));
}

function inverse(root: Node | undefined, change: SettingsChange): readonly SettingsChange[] {
  switch (change.kind) {
    case 'add-rule':
      return holds(root, change.list, change.rule) ? [] : [{ ...change, kind: 'remove-rule' }];
    case 'remove-rule':
      return holds(root, change.list, change.rule) ? [{ ...change, kind: 'add-rule' }] : [];
    case 'add-directory':
      return holds(root, 'additionalDirectories', change.directory)
        ? []
        : [{ ...change, kind: 'remove-directory' }];
    case 'remove-directory':
      return holds(root, 'additionalDirectories', change.directory)
        ? [{ ...change, kind: 'add-directory' }]
        : [];
    case 'set':
    case 'unset':
      return [scalarInverse(root, change.key)];
  }
}

function holds(root: Node | undefined, list: string, entry: string): boolean {
  const node = root === undefined ? undefined : valueAt(root, ['permissions', list]);
  return node?.children?.some((child) => child.value === entry) ?? false;
}

function scalarInverse(root: Node | undefined, key: readonly string[]): SettingsChange {
  const value: unknown = root === undefined ? undefined : valueAt(root, key)?.value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'set', key, value };
  }
  return { kind: 'unset', key };
}
