import type { RecordedDecision, Reviewer } from './observation.ts';

/** The text members of `permissionDecision`. */
export const SAID = ['decision', 'source', 'reasonType', 'ruleSource', 'reasonCode', 'grantScope'] as const;

export type Said = { readonly [Name in (typeof SAID)[number]]?: string };

/**
 * The client's own word on a decision, from the text members of `permissionDecision` (clients from 2.1.294 on; recorded
 * from client 2.1.330). Undefined where it says neither accept nor reject.
 */
export function decisionOf(said: Said): RecordedDecision | undefined {
  const { decision, source, reasonType, ruleSource, reasonCode, grantScope } = said;
  if (decision !== 'accept' && decision !== 'reject') return undefined;
  return {
    accepted: decision === 'accept',
    reviewer: reviewerOf(said),
    ...(source !== undefined && { source }),
    ...(reasonType !== undefined && { reasonType }),
    ...(ruleSource !== undefined && { ruleSource }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(grantScope !== undefined && { grantScope }),
  };
}

function reviewerOf({ decision, source, reasonType, reasonCode }: Said): Reviewer {
  switch (source) {
    case 'user_temporary':
    case 'user_permanent':
    case 'user_reject':
    case 'user_abort':
      return 'human';
    case 'hook':
      return 'hook';
    case 'config':
      if (decision === 'reject' && reasonCode?.startsWith('rule:') === true) return 'rule';
      return reviewerOfConfig(reasonType);
    default:
      return 'unknown';
  }
}

/** `subcommandResults` is a command whose parts were settled one by one: by rules, by the read-only set, or by both. */
function reviewerOfConfig(reasonType: string | undefined): Reviewer {
  switch (reasonType) {
    case 'rule':
      return 'rule';
    case 'mode':
      return 'mode';
    case 'classifier':
      return 'classifier';
    case 'hook':
      return 'hook';
    case 'subcommandResults':
      return 'rule-or-built-in';
    default:
      return 'unknown';
  }
}
