import type { SecretLintRuleCreator } from '@secretlint/types';
import { CUT, MASK } from './mask.ts';
import { maskForms } from './secret-forms.ts';

/*
 * Nothing that opens a door is stored. Two finders: forms that carry secrets (secret-forms.ts), and secretlint's
 * maintained rules for known kinds of keys. The rules read many texts at once, and only those with a word that could be
 * a key at all; they are loaded when the first such text comes.
 */

/** The longest text that is kept of one call; a longer one is cut and never becomes part of a rule. */
const LONGEST = 32 * 1024;

/** Between texts that are read together; no rule matches across it. */
const SEPARATOR = '\n\n\u0000\n\n';

/** A word of letters and digits, long enough to be a key, or the beginning of a known kind of key. */
const MAYBE_KEY =
  /(?<![\w+/=-])(?=[\w+/=-]{18})[A-Za-z_+/=-]*\d|(?:gh[pousr]|github_pat|glpat|xox[a-z]|sk|pk|rk|npm|hf|lin_api|figd|ntn|secret|dckr_pat|ops|AKIA|ASIA|AIza|SG)[-_.A-Z0-9]|PRIVATE KEY|hooks\.slack/;

/** The texts without their secrets, in the same order. */
export async function redacted(texts: readonly string[]): Promise<readonly string[]> {
  const masked = texts.map((text) => maskForms(cut(text)));
  const suspects = masked.flatMap((text, index) => (MAYBE_KEY.test(text) ? [index] : []));
  if (suspects.length === 0) return masked;
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  const clean = maskKnownKeys(
    suspects.map((index) => masked[index] ?? ''),
    rules,
  );
  const bySuspect = new Map(suspects.map((index, order) => [index, clean[order] ?? '']));
  return masked.map((text, index) => bySuspect.get(index) ?? text);
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} ${CUT}`;
}

type Range = readonly [from: number, to: number];

function maskKnownKeys(texts: readonly string[], rules: readonly SecretLintRuleCreator[]): readonly string[] {
  const whole = texts.join(SEPARATOR);
  const ranges = knownKeys(whole, rules);
  let masked = '';
  let at = 0;
  for (const [from, to] of merged(ranges)) {
    const secret = whole.slice(from, to);
    if (from < at || secret.includes(MASK) || secret.includes('\u0000')) continue;
    masked += whole.slice(at, from) + MASK;
    at = to;
  }
  return (masked + whole.slice(at)).split(SEPARATOR);
}

/** Where the rules see a key. A comment that switches the rules off is not heeded: the texts are not trusted. */
function knownKeys(content: string, rules: readonly SecretLintRuleCreator[]): readonly Range[] {
  const found: Range[] = [];
  const source = {
    hasBOM: false,
    content,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: 'text' as const,
    ext: '',
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: (): [number, number] => [0, 0],
    rangeToLocation: () => ({ start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }),
    positionToIndex: () => 0,
    indexToPosition: () => ({ line: 1, column: 0 }),
  };
  for (const rule of rules) {
    const handler = rule.create(
      {
        sharedOptions: {},
        createTranslator: () => (id, data) => ({ message: String(id), messageId: String(id), data }),
        ignore: () => undefined,
        report: ({ range: [from, to] }) => void found.push([from, to]),
      },
      {},
    );
    handler.file?.(source);
  }
  return found;
}

function merged(ranges: readonly Range[]): readonly Range[] {
  return [...ranges].sort(([one, first], [other, second]) => one - other || second - first);
}
