import { type CompiledPolicy, rulesFor } from '../compile.ts';
import type { List } from '../rule.ts';

/** Whether a list holds any rule about paths, so that looking for one is worth it. */
export function hasPathRules(policy: CompiledPolicy, list: List): boolean {
  return hasReadRules(policy, list) || rulesFor(policy, list, 'Edit').length > 0;
}

export function hasReadRules(policy: CompiledPolicy, list: List): boolean {
  return rulesFor(policy, list, 'Read').length > 0;
}
