import type { Decision, PartDecision, Reason, Verdict } from './decision.ts';
import type { Rule } from './rule.ts';

/** A verdict with its reason, before it is tied to a text. */
export type Answer = {
  readonly verdict: Verdict;
  readonly because: Reason;
  readonly handedTo?: 'classifier';
};

/** The answer that a matching rule gives: the verdict is the name of its list. */
export function byRule(rule: Rule): Answer {
  return { verdict: rule.list, because: { kind: 'rule', rule } };
}

/** What the client does by itself, without any rule. */
export function builtIn(verdict: Verdict, what: string): Answer {
  return { verdict, because: { kind: 'built-in', what } };
}

/** A decision about a call that is one whole. */
export function decisionOf(text: string, answer: Answer): Decision {
  const part: PartDecision = { text, verdict: answer.verdict, because: answer.because };
  return {
    verdict: answer.verdict,
    because: answer.because,
    parts: [part],
    ...(answer.handedTo === undefined ? {} : { handedTo: answer.handedTo }),
  };
}
