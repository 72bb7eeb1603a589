/** Shapes of well-known secrets; the rest of a rule is read by the person who gets the finding. */
const SECRETS: readonly RegExp[] = [
  /\bgh[pousr]_[A-Za-z0-9]{20,}/,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/,
  /\bglpat-[A-Za-z0-9_-]{16,}/,
  /\bsk-(ant-|proj-)?[A-Za-z0-9_-]{20,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\bAIza[0-9A-Za-z_-]{30,}/,
  /\bnpm_[A-Za-z0-9]{30,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{5,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:password|passwd|secret|token|api[_-]?key)\s*[=:]\s*["']?[^\s"'$*)]{6,}/i,
  /\bBearer\s+[A-Za-z0-9._~+/-]{16,}/i,
  /:\/\/[^\s/:@]+:[^\s/@$]{3,}@/,
];

/** Whether a rule's text holds what looks like a secret. */
export function looksSecret(text: string): boolean {
  return SECRETS.some((shape) => shape.test(text));
}

const LONGEST_PLAIN_COMMAND = 160;

/** Why an allow rule for Bash will hardly match a second command, or undefined. */
export function oneOffWhy(content: string): string | undefined {
  if (/[\n\r]/.test(content)) return 'it holds a command of several lines';
  if (/^(do|done|then|fi|else|for|while|if)\b/.test(content))
    return 'it is a torn piece of a shell loop or condition';
  if (/<<-?\s*['"]?\w/.test(content)) return 'it holds a here-document';
  if (unbalanced(content)) return 'its quotes do not close: it is the first piece of a longer command';
  if (/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i.test(content))
    return 'it names one UUID';
  if (/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{10,40}\b/.test(content)) return 'it names one hash';
  if (/\/(tmp|var\/folders)\/\S*\d{3}/.test(content)) return 'it names one temporary file';
  if (!content.includes('*') && content.length > LONGEST_PLAIN_COMMAND) return 'it is one long command';
  if (!content.includes('*') && /\bgit commit\b.*(-m|--message)/.test(content))
    return 'it names one commit message';
  return undefined;
}

function unbalanced(content: string): boolean {
  const plain = content.replace(/\\./g, '');
  const withoutSingle = plain.replace(/"[^"]*"/g, '');
  return (
    (plain.replace(/'[^']*'/g, '').match(/"/g)?.length ?? 0) % 2 === 1 &&
    (withoutSingle.match(/'/g)?.length ?? 0) % 2 === 0
  );
}
