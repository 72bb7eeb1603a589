import type { Explanation, NearMiss, Reason, Rule } from '../../src/index.ts';

/** Why a decision is what it is, in one clause. */
export function reasonInWords(because: Reason): string {
  switch (because.kind) {
    case 'rule':
      return `${because.rule.list} rule ${because.rule.text} (${placeInWords(because.rule)})`;
    case 'built-in':
      return because.what;
    case 'mode':
      return `${because.mode} mode ${because.what}`;
    case 'no-rule':
      return 'no rule covers it';
    case 'unsettled':
      return `no prefix rule can settle it: ${because.why}`;
    case 'path':
      return `${because.path}: ${because.why}`;
    case 'not-modelled':
      return because.why;
  }
}

/** Where a rule stands: `~/app/.claude/settings.json:4:7`, or its scope where it is in no file. */
export function placeInWords({ origin }: Rule): string {
  if (origin.file === undefined) return origin.scope;
  return [origin.file, origin.line, origin.column].filter((part) => part !== undefined).join(':');
}

/** A rule that nearly matched, and why it did not. */
export function nearMissInWords({ rule, why }: NearMiss): string {
  return `${rule.list} ${rule.text} (${placeInWords(rule)}): ${why}`;
}

/** The rule that would have let the call pass, or that none can. */
export function wouldAllowInWords(wouldAllow: NonNullable<Explanation['wouldAllow']>): string {
  if (wouldAllow.kind === 'none') return 'No allow rule lets this call pass.';
  return `Narrowest rule that would let it pass: ${wouldAllow.rules.join('  and  ')}`;
}
