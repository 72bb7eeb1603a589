import type { Node } from 'jsonc-parser';
import type { Restriction } from '../permission/policy.ts';
import { SCOPES, type Scope } from '../permission/rule.ts';
import { valueAt } from './json-tree.ts';

type Switch = {
  readonly key: readonly string[];
  readonly means: Restriction;
  readonly honouredIn: readonly Scope[];
};

/** Keys that narrow permissions when they are true, and the scopes in which the client listens to them (recorded, 2.1.330). */
const SWITCHES: readonly Switch[] = [
  { key: ['allowManagedPermissionRulesOnly'], means: 'managed-rules-only', honouredIn: ['managed'] },
  {
    key: ['permissions', 'blockReadsOutsideWorkingDirectories'],
    means: 'reads-stay-inside',
    honouredIn: SCOPES,
  },
  {
    key: ['permissions', 'blockWritesOutsideWorkingDirectories'],
    means: 'writes-stay-inside',
    honouredIn: SCOPES,
  },
  {
    key: ['permissions', 'denyInsteadOfPrompting'],
    means: 'deny-instead-of-asking',
    honouredIn: ['managed', 'flag', 'user'],
  },
];

/** The restrictions that a settings text of this scope switches on. */
export function restrictionsIn(root: Node, scope: Scope): readonly Restriction[] {
  return SWITCHES.filter(
    ({ key, honouredIn }) => honouredIn.includes(scope) && valueAt(root, key)?.value === true,
  ).map(({ means }) => means);
}
