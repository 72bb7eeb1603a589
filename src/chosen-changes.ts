import type { List } from './permission/rule.ts';
import type { Advice, Proposal } from './proposals/proposal.ts';
import type { AcceptedChange } from './records/entry.ts';
import { ruleInScope } from './rule-in-scope.ts';
import type { WritableScope } from './scopes/locate.ts';
import { UserError } from './user-error.ts';

/** How a person says yes on the command line. */
export type Choice = {
  /** Rules, or ids of proposals. */
  readonly accept: readonly string[];
  readonly all: boolean;
  /** Where the rules go: the same rule may need another spelling there. */
  readonly scope: WritableScope;
};

/** What a person may choose from. Advice is never among all that is proposed: it is taken by its own id. */
export type Offered = { readonly proposals: readonly Proposal[]; readonly advice: readonly Advice[] };

/**
 * The changes of the proposals that a person chose. An allow rule brings its guards along: accepted without them it
 * would let through what was never shown. Throws UserError for a choice that nobody proposed.
 */
export function changesFrom(
  { proposals, advice }: Offered,
  { accept, all, scope }: Choice,
): readonly AcceptedChange[] {
  const advised = advice.filter(({ id, what }) => accept.includes(id) || accept.includes(what));
  const unknown = accept.find(
    (wanted) =>
      !proposals.some(({ id, rule }) => id === wanted || rule === wanted) &&
      !advised.some(({ id, what }) => id === wanted || what === wanted),
  );
  if (unknown !== undefined) {
    throw new UserError(`${unknown} is not proposed here (precedent propose lists rules and ids)`);
  }
  const chosen = proposals.filter(({ id, rule }) => all || accept.includes(id) || accept.includes(rule));
  const guarded = new Set(chosen.filter(({ list }) => list === 'allow').map(({ rule }) => rule));
  const rules: readonly AcceptedChange[] = proposals
    .filter((proposal) => chosen.includes(proposal) || guarded.has(proposal.guards ?? ''))
    .map(({ list, rule, evidence, because, project }) => ({
      change: { kind: 'add-rule', list, rule: ruleInScope(rule, scope, project) },
      evidence,
      because,
    }));
  return [...rules, ...advised.flatMap(adviceTaken)];
}

/** Advice to leave things as they are changes nothing. */
function adviceTaken({ change, because }: Advice): readonly AcceptedChange[] {
  return change === undefined ? [] : [{ change, evidence: [], because }];
}

/** The change for a rule that a person wrote by hand: no evidence speaks for it. */
export function changeByHand(kind: 'add-rule' | 'remove-rule', list: List, rule: string): AcceptedChange {
  return { change: { kind, list, rule }, evidence: [] };
}
