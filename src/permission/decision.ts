import type { Mode } from './mode.ts';
import type { Rule } from './rule.ts';

/** What the client does with a call: lets it pass silently, asks the human, or refuses it. */
export type Verdict = 'allow' | 'ask' | 'deny';

/** Why a part of a call got its verdict. */
export type Reason =
  | { readonly kind: 'rule'; readonly rule: Rule }
  | { readonly kind: 'built-in'; readonly what: string }
  | { readonly kind: 'mode'; readonly mode: Mode; readonly what: string }
  | { readonly kind: 'no-rule' }
  /** No prefix rule can settle this text: substitution, unknown variable, unparseable ... */
  | { readonly kind: 'unsettled'; readonly why: string }
  /** A path check decided: outside the working directories, protected, critical. */
  | { readonly kind: 'path'; readonly path: string; readonly why: string }
  | { readonly kind: 'not-modelled'; readonly why: string };

/** One simple command of a Bash call, a redirect target, or the whole of any other call. */
export type PartDecision = {
  readonly text: string;
  readonly verdict: Verdict;
  readonly because: Reason;
};

export type Decision = {
  readonly verdict: Verdict;
  /** The reason of the part that decided. */
  readonly because: Reason;
  readonly parts: readonly PartDecision[];
  /** Set where the client leaves the rest to a classifier (auto and plan mode): the verdict is then `ask`. */
  readonly handedTo?: 'classifier';
};
