import type { List } from '../../permission/rule.ts';

/** What lint looks for. Every code is documented by its sentence in `CODES`. */
export const CODES = {
  'void-file': 'The client ignores the whole file, deny rules included.',
  'dropped-rule': 'The client drops the rule when it loads the file.',
  'dropped-value': 'The client ignores a value of this file.',
  'never-matches': 'The client keeps the rule, and no call can ever match it.',
  'wide-wildcard': 'A wildcard before other words also lets options through that stand there.',
  shadowed: 'Another rule already covers everything that this one covers.',
  outweighed: 'A stricter rule covers everything that this allow rule covers.',
  'built-in': 'The client allows this by itself.',
  duplicate: 'The same rule stands in another place too.',
  'no-boundary': 'A call walks past this deny rule.',
  secret: 'The rule contains what looks like a secret.',
  'one-off': 'The rule was saved for one command and will hardly match another.',
} as const;

export type Code = keyof typeof CODES;

export type Severity = 'error' | 'warning' | 'note';

const SEVERITIES: Readonly<Record<Code, Severity>> = {
  'void-file': 'error',
  'dropped-rule': 'error',
  'dropped-value': 'warning',
  'never-matches': 'error',
  'wide-wildcard': 'warning',
  shadowed: 'note',
  outweighed: 'warning',
  'built-in': 'note',
  duplicate: 'note',
  'no-boundary': 'warning',
  secret: 'error',
  'one-off': 'note',
};

/** The rule text that works in place of the one found, or that it can go. */
export type Fix = { readonly kind: 'respell'; readonly rule: string } | { readonly kind: 'remove' };

export type Finding = {
  readonly code: Code;
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly rule?: { readonly list: List; readonly text: string };
  readonly message: string;
  /** Set where the fix is safe: it widens nothing. */
  readonly fix?: Fix;
};

export function severityOf(code: Code): Severity {
  return SEVERITIES[code];
}
