import type { Tally } from '../clusters/tally.ts';
import { PROPOSABLE, type Tier } from '../effects/effects.ts';

/** Everything that bounds what is proposed, in one place. */
export type Limits = {
  /** Approved calls behind a rule. */
  readonly calls: number;
  /** Distinct sessions behind a rule: one looped session teaches nothing. */
  readonly sessions: number;
  readonly days: number;
  /** Allow rules for one project. */
  readonly rules: number;
  readonly tiers: readonly Tier[];
};

/**
 * `project-code` is admitted here and judged again with the whole plan: only where nothing in it lets the agent edit
 * unasked what would run.
 */
export const LIMITS: Limits = {
  calls: 3,
  sessions: 2,
  days: 2,
  rules: 15,
  tiers: [...PROPOSABLE, 'project-code'],
};

/** Why a rule with this support is not proposed, or undefined where the support is enough. */
export function tooRare(support: Tally, limits: Limits): string | undefined {
  const { calls, sessions, days } = support;
  if (calls < limits.calls) return `approved ${times(calls)}, fewer than ${limits.calls}`;
  if (sessions.size < limits.sessions) {
    return `approved in ${sessions.size === 1 ? 'one session' : `${sessions.size} sessions`} only, fewer than ${limits.sessions}`;
  }
  if (days.size < limits.days && days.size > 0)
    return `approved on ${days.size} day only, fewer than ${limits.days}`;
  return undefined;
}

function times(count: number): string {
  if (count === 0) return 'never';
  return count === 1 ? 'once' : `${count} times`;
}
