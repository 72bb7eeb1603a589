import type { Node } from 'jsonc-parser';
import { modeNamed } from '../permission/mode.ts';
import type { Permissions } from '../permission/policy.ts';
import { LISTS, type List, parseRule, type Rule, type Scope } from '../permission/rule.ts';
import { rejection } from '../permission/rule-validity.ts';
import { placeOf, readTree, valueAt } from './json-tree.ts';
import { restrictionsIn } from './restrictions.ts';
import { type SchemaProblem, schemaProblems } from './schema.ts';

/** Where a settings text comes from. */
export type SettingsSource = {
  readonly scope: Scope;
  readonly file?: string;
  /** Absolute directory that `/x` patterns of this source start from. */
  readonly root: string;
  readonly suppliedByRepository?: boolean;
};

/** Something the client drops or ignores in a file that it otherwise reads; line and column count from 1. */
export type SettingsProblem = {
  readonly line: number;
  readonly column: number;
  readonly why: string;
  /** Set where a rule is dropped. */
  readonly rule?: { readonly list: List; readonly text: string };
};

export type SettingsReading =
  | {
      readonly kind: 'valid';
      readonly permissions: Permissions;
      readonly problems: readonly SettingsProblem[];
    }
  /** The client ignores the whole file, its deny rules included. */
  | {
      readonly kind: 'void';
      readonly why: string;
      readonly at: { readonly line: number; readonly column: number };
    };

const BOM = '\uFEFF';

/**
 * Reads settings text as the client does. One wrong-typed known key voids the whole file; one bad rule drops alone;
 * unknown keys are nothing. Managed files are lenient: only the bad key is dropped.
 * Recorded from the settings resolution of the SDK 0.3.330; documentation: settings, managed settings.
 */
export function readSettings(text: string, source: SettingsSource): SettingsReading {
  const body = text.startsWith(BOM) ? text.slice(BOM.length) : text;
  const tree = readTree(body);
  if (tree.kind === 'malformed') {
    const { line, column, why } = tree.problem;
    return { kind: 'void', why, at: { line, column } };
  }
  if (tree.kind === 'empty' || tree.root.type !== 'object') return nothing(source);
  const faults = faultsOf(body, tree.root);
  const [first] = faults;
  if (first !== undefined && source.scope !== 'managed') {
    return { kind: 'void', why: `${first.path.join('.')}: ${first.why}`, at: placeOf(body, first.offset) };
  }
  return permissionsOf(body, tree.root, { source, faults });
}

type Fault = SchemaProblem & { readonly offset: number };

function faultsOf(body: string, root: Node): readonly Fault[] {
  return schemaProblems(JSON.parse(body)).map((problem) => ({
    ...problem,
    offset: offsetOf(root, problem.path),
  }));
}

/** The offset of the deepest value on the way that exists. */
function offsetOf(root: Node, path: readonly string[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = valueAt(root, path.slice(0, length));
    if (node !== undefined) return node.offset;
  }
  return root.offset;
}

function nothing(source: SettingsSource): SettingsReading {
  const { scope, root, file } = source;
  const permissions = {
    scope,
    root,
    rules: [],
    additionalDirectories: [],
    ...(file === undefined ? {} : { file }),
  };
  return { kind: 'valid', permissions, problems: [] };
}

function permissionsOf(
  body: string,
  root: Node,
  { source, faults }: { readonly source: SettingsSource; readonly faults: readonly Fault[] },
): SettingsReading {
  const problems: SettingsProblem[] = faults.map(({ path, why, offset }) => ({
    ...placeOf(body, offset),
    why: `${path.join('.')}: ${why}; a managed file goes on without it`,
  }));
  const rules: Rule[] = [];
  for (const list of LISTS) {
    for (const node of itemsAt(root, ['permissions', list])) {
      const entry = readRule(node, list, { body, source });
      if (entry.kind === 'rule') rules.push(entry.rule);
      else problems.push(entry.problem);
    }
  }
  const mode = modeNamed(String(valueAt(root, ['permissions', 'defaultMode'])?.value ?? ''));
  const restrictions = restrictionsIn(root, source.scope);
  const permissions: Permissions = {
    scope: source.scope,
    ...(source.file === undefined ? {} : { file: source.file }),
    root: source.root,
    rules,
    additionalDirectories: itemsAt(root, ['permissions', 'additionalDirectories']).flatMap(textOf),
    ...(mode === undefined ? {} : { defaultMode: mode }),
    ...(restrictions.length === 0 ? {} : { restrictions }),
    ...(source.suppliedByRepository === true ? { suppliedByRepository: true } : {}),
  };
  return { kind: 'valid', permissions, problems };
}

type Entry =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'problem'; readonly problem: SettingsProblem };

function readRule(
  node: Node,
  list: List,
  { body, source }: { readonly body: string; readonly source: SettingsSource },
): Entry {
  const place = placeOf(body, node.offset);
  if (typeof node.value !== 'string')
    return { kind: 'problem', problem: { ...place, why: 'a rule must be text' } };
  const text: string = node.value;
  const why = rejection(text, list);
  const parsed = parseRule(text);
  if (why !== undefined || parsed.kind === 'malformed') {
    return { kind: 'problem', problem: { ...place, why: why ?? 'not a rule', rule: { list, text } } };
  }
  const origin = {
    scope: source.scope,
    ...(source.file === undefined ? {} : { file: source.file }),
    ...place,
  };
  return { kind: 'rule', rule: { list, text, ...parsed.form, origin } };
}

function itemsAt(root: Node, keys: readonly string[]): readonly Node[] {
  const node = valueAt(root, keys);
  return node?.type === 'array' ? (node.children ?? []) : [];
}

function textOf(node: Node): readonly string[] {
  return typeof node.value === 'string' ? [node.value] : [];
}
