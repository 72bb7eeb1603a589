import { newestCall, observationsAfter } from './evidence/observations.ts';
import type { Store } from './evidence/store.ts';
import { type MomentRequest, momentsIn } from './moment.ts';
import { ruleOf } from './proposals/rule-of.ts';
import type { ChosenRule } from './review.ts';

export type ForeseenRequest = MomentRequest & {
  readonly store: Store;
  readonly project: string;
  readonly rules: readonly ChosenRule[];
  /** How many of the latest calls to look at. */
  readonly latest: number;
};

/** The ids of the latest calls of a project that the client asks about now and would let pass with some rules more. */
export function foreseen({ store, project, rules, latest, ...request }: ForeseenRequest): readonly string[] {
  const also = rules.map(({ list, rule }) => ruleOf(list, rule)).filter((rule) => rule !== undefined);
  const [now, then] = [momentsIn(request), momentsIn({ ...request, also })];
  const { observations } = observationsAfter(store, Math.max(0, newestCall(store) - latest), latest);
  return observations
    .filter((seen) => seen.project === project)
    .filter((seen) => now(seen)?.verdict === 'ask' && then(seen)?.verdict === 'allow')
    .map(({ id }) => id);
}
