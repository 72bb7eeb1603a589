import type { Reason } from '../permission/decision.ts';

/** Why the client decided, as the second half of a sentence. */
export function reasonInWords(reason: Reason): string {
  switch (reason.kind) {
    case 'rule':
      return `the ${reason.rule.list} rule ${reason.rule.text} (${reason.rule.origin.scope})`;
    case 'built-in':
      return `what is built in: ${reason.what}`;
    case 'mode':
      return `the mode ${reason.mode}: ${reason.what}`;
    case 'no-rule':
      return 'no rule';
    case 'unsettled':
    case 'not-modelled':
      return reason.why;
    case 'path':
      return `${reason.path}: ${reason.why}`;
  }
}
