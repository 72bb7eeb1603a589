import type { RecordedCall } from '../clusters/recorded-call.ts';
import type { Rung } from './rung.ts';

/** The one sentence beside the diff: what people did, how it is known, and the worst that the rule lets through. */
export function becauseOf(
  { support, risk, covers }: Rung,
  calls: readonly RecordedCall[],
  saved: number,
): string {
  const { calls: uses, sessions } = support;
  const approved = `You approved ${counted(uses, 'call')} in ${counted(sessions.size, 'session')}`;
  const forms = covers.size > 1 ? `, in ${covers.size} forms` : '';
  const inferred = sum(calls, 'inferred') > 0 ? ', inferred from what ran' : '';
  const reflexes = sum(calls, 'reflexes');
  const hasty = reflexes > 0 ? `, ${reflexes} of them faster than one can read` : '';
  const prompts = saved > 0 ? `; ${counted(saved, 'prompt')} would not have been shown` : '';
  return `${approved}${forms}${inferred}${hasty}${prompts}; at worst it ${risk.because}.`;
}

function sum(calls: readonly RecordedCall[], of: 'inferred' | 'reflexes'): number {
  return calls.reduce((total, call) => total + call[of], 0);
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
