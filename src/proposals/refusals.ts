import type { Member } from '../clusters/cluster.ts';
import type { Blame } from './blame.ts';
import { exactRule } from './ladder.ts';
import type { Rung } from './rung.ts';

/** Beyond this share the answer of the human decides, and the rule is contested as a whole. */
const RARELY_REFUSED = 0.01;

/** More exceptions than this make a rule that nobody reviews. */
const EXCEPTIONS = 6;

type Refused = {
  /** What the allow rule matches without its guards: a guard that happens to hold a refused call settles no dispute. */
  readonly matched: readonly Member[];
  readonly blame: Blame;
  readonly project: string;
};

/**
 * The rule with what was refused taken back: each refused call keeps asking by a rule of its own. Only where refusals
 * are a rare exception and few; otherwise the rule stays as it is and is contested: never chosen.
 */
export function exceptRefused(uncontested: Rung, { matched, blame, project }: Refused): Rung {
  const taken = matched.filter((member) => blame.members.has(member));
  if (taken.length === 0) return uncontested;
  const refusals = blame.refusals(taken).calls;
  const rung = { ...uncontested, contested: true };
  if (taken.length > EXCEPTIONS) return rung;
  const open = taken.filter((member) => rung.covers.has(member));
  const asks = open.map((member) => exactRule(member, project)).filter((ask) => ask !== undefined);
  if (asks.length < open.length || refusals > RARELY_REFUSED * (rung.support.calls + refusals)) return rung;
  const covers = new Set([...rung.covers].filter((member) => !blame.members.has(member)));
  return { ...rung, covers, contested: false, exceptions: asks, guards: [...rung.guards, ...asks] };
}
