import type { Demand, Member } from '../clusters/cluster.ts';
import { isOpen } from './choose.ts';
import { exactRule } from './ladder.ts';
import type { Rung } from './rung.ts';

/** Beyond this share the answer of the human decides, and the rule is contested as a whole. */
const RARELY_REFUSED = 0.01;

/** More exceptions than this make a rule that nobody reviews. */
const EXCEPTIONS = 8;

/** Parts that alone decided a refused call: a rule that covers one of them would let the refused call pass. */
export function refusedMembers(demands: readonly Demand[]): ReadonlySet<Member> {
  const refused = demands.filter((demand) => demand.call.refused.calls > 0 && isOpen(demand));
  const alone = refused.map(({ members }) => members.filter(({ need }) => need.kind === 'rule'));
  return new Set(alone.flatMap((members) => (members.length === 1 ? members : [])));
}

/**
 * The rule with what was refused taken back: each refused call keeps asking by a rule of its own. Only where refusals
 * are a rare exception and few; otherwise the rule stays as it is and, covering a refused call, is never chosen.
 */
export function exceptRefused(rung: Rung, refused: ReadonlySet<Member>, project: string): Rung {
  const taken = [...rung.covers].filter((member) => refused.has(member));
  if (taken.length === 0 || taken.length > EXCEPTIONS) return rung;
  const refusals = taken.flatMap(({ calls }) => calls).reduce((sum, call) => sum + call.refused.calls, 0);
  const asks = taken.map((member) => exactRule(member, project)).filter((ask) => ask !== undefined);
  if (asks.length < taken.length || refusals > RARELY_REFUSED * (rung.support.calls + refusals)) return rung;
  const covers = new Set([...rung.covers].filter((member) => !refused.has(member)));
  return { ...rung, covers, guards: [...rung.guards, ...asks] };
}
