import { MASK } from './mask.ts';

/*
 * Forms in which commands and urls carry secrets whatever the secret looks like. Each replaces only the secret, so that
 * the rest of the command stays what a rule would match. Known kinds of keys are found by a maintained rule set
 * (redact.ts); these forms know the places.
 */

/** A pattern with two groups, what stands before the secret and the secret, and what a text has where it matches. */
type Form = { readonly hint: RegExp; readonly pattern: RegExp };

const NAME =
  '(?:pass(?:word|wd|phrase)?|pwd|secret|token|api[-_]?key|access[-_]?key|private[-_]?key|client[-_]?secret|credentials?)';

/** What each of those names holds. */
const NAMED = '(?:pass|pwd|secret|token|key|credential)';

/** One shell word or quoted text. */
const VALUE = `(?:"[^"\\n]*"|'[^'\\n]*'|[^\\s;|&<>"']+)`;

/** Exported for the test that no hint keeps a form from a text. */
export const FORMS: readonly Form[] = [
  {
    hint: /PRIVATE KEY/,
    pattern:
      /(?<before>)(?<secret>-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$))/g,
  },
  {
    hint: /authorization/i,
    pattern:
      /(?<before>\b(?:proxy-)?authorization["']?\s*[:=]\s*["']?(?:(?:bearer|basic|token|digest|negotiate|apikey)\s+)?)(?<secret>[^\s"'\\]+)/gi,
  },
  // A header whose name speaks of a secret: -H "X-Api-Key: ..."
  {
    hint: /-h/i,
    pattern:
      /(?<before>(?:-H|--header)[ =]?["'][\w-]*(?:key|token|secret|password|auth|session|cookie)[\w-]*:\s*)(?<secret>[^"'\n]+)/gi,
  },
  { hint: /bearer/i, pattern: /(?<before>\bbearer\s+)(?<secret>[A-Za-z0-9._~+/=-]{8,})/gi },
  // scheme://user:secret@host and scheme://secret@host
  {
    hint: /:\/\/[^\s/?#"'@]*@/,
    pattern: /(?<before>\b[a-z][a-z0-9+.-]*:\/\/[^\s/?#"'@:]*:)(?<secret>[^\s/?#"'@]+)(?=@)/gi,
  },
  {
    hint: /:\/\/[^\s/?#"'@]*@/,
    pattern: /(?<before>\b[a-z][a-z0-9+.-]*:\/\/)(?<secret>[^\s/?#"'@:]{16,})(?=@)/gi,
  },
  {
    hint: /[?&][\w-]+=/,
    pattern:
      /(?<before>[?&](?:[a-z_-]*(?:token|secret|signature|password|credential)|api[-_]?key|key|sig|auth|code|pwd)=)(?<secret>[^&\s"'#]+)/gi,
  },
  {
    hint: new RegExp(`-[\\w-]*${NAMED}`, 'i'),
    pattern: new RegExp(`(?<before>(?<![\\w-])--?(?:[a-z]+-)*${NAME}(?:=|\\s+))(?<secret>${VALUE})`, 'gi'),
  },
  {
    hint: new RegExp(`${NAMED}\\w*=`, 'i'),
    pattern: new RegExp(`(?<before>\\b\\w*${NAME}\\w*=)(?<secret>${VALUE})`, 'gi'),
  },
  {
    hint: /config(?:ure)? set /i,
    pattern: new RegExp(
      `(?<before>\\bconfig(?:ure)? set [\\w.:/-]*(?:${NAME}|access_key)\\w*\\s+)(?<secret>${VALUE})`,
      'gi',
    ),
  },
  {
    hint: /AUTH\w*=/,
    pattern: new RegExp(`(?<before>\\b(?:\\w+_)?AUTH(?!_SOCK)(?:_\\w+)?=)(?<secret>${VALUE})`, 'g'),
  },
  {
    hint: new RegExp(`${NAMED}\\w*["']?\\s*:`, 'i'),
    pattern: new RegExp(
      `(?<before>["']?\\b[\\w-]*${NAME}["']?\\s*:\\s*)(?<secret>"[^"\\n]+"|'[^'\\n]+')`,
      'gi',
    ),
  },
  { hint: /\s--?u/, pattern: /(?<before>\s(?:-u|--user)[ =]?["']?[^\s:"']+:)(?<secret>[^\s"']+)/g },
  {
    hint: /mysql|mariadb/,
    pattern: /(?<before>\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^|;&\n]*?\s-p)(?<secret>[^\s;|&]+)/g,
  },
  { hint: /sshpass/, pattern: new RegExp(`(?<before>\\bsshpass\\s+-p\\s*)(?<secret>${VALUE})`, 'g') },
  {
    hint: /redis-cli/,
    pattern: new RegExp(`(?<before>\\bredis-cli\\b[^|;&\\n]*?\\s-a\\s+)(?<secret>${VALUE})`, 'g'),
  },
  {
    hint: /\slogin\b/,
    pattern: new RegExp(
      `(?<before>\\b(?:docker|podman|helm|npm|az)\\b[^|;&\\n]*?\\slogin\\b[^|;&\\n]*?\\s-p\\s+)(?<secret>${VALUE})`,
      'g',
    ),
  },
  { hint: /eyJ/, pattern: /(?<before>)(?<secret>\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+)/g },
];

/** Words without which no form can match: most texts hold none, and are left alone at once. */
export const HINT =
  /pass|pwd|secret|token|key|auth|credential|bearer|cookie|session|signature|:\/\/[^\s/]*@|[?&](?:sig|code)=|\s-u|--user|mysql|mariadb|-cli|login|eyJ/i;

/** What is no secret: a variable, a placeholder, a number or a literal, an option, what is masked already. */
const NO_SECRET =
  /^["']?(?:\$|<|-|\.\.\.|%\w+%|\{\{|\*+["']?$|\d{1,6}["']?$|(?:true|false|null|none|yes|no|on|off|read|write)["']?$)|^["']{2}$/i;

/** The text with the secrets of known forms masked. */
export function maskForms(text: string): string {
  if (!HINT.test(text)) return text;
  return FORMS.reduce(
    (masked, { hint, pattern }) => (hint.test(masked) ? masked.replace(pattern, replaceSecret) : masked),
    text,
  );
}

function replaceSecret(match: string, before: string, secret: string): string {
  if (NO_SECRET.test(secret) || secret.includes(MASK)) return match;
  const quote = /^(["']).*\1$/s.exec(secret)?.[1] ?? '';
  return `${before}${quote}${MASK}${quote}${match.slice(before.length + secret.length)}`;
}
