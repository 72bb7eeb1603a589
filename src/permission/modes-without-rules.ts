import { has } from './changes.ts';
import type { CompiledPolicy } from './compile.ts';

/**
 * Whether what rules leave open goes to a classifier: in auto mode always, in plan mode since sessions have auto mode
 * (documentation: permission modes; recorded: not in client 2.1.197, in client 2.1.330).
 */
export function handedToClassifier(policy: CompiledPolicy): boolean {
  const { mode } = policy.surroundings;
  return mode === 'auto' || (mode === 'plan' && has(policy, 'plan-asks-classifier'));
}
