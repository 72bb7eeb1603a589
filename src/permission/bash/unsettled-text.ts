/**
 * Why the bare characters of a command keep the client from trusting its own reading of it, or undefined (each recorded
 * from client 2.1.330).
 */
export function oddTextWhy(text: string): string | undefined {
  if (text.length > LONGEST) return 'longer than 10,000 characters';
  if (UNCOMMON.test(text)) {
    if (/[\u00a0\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff]/.test(text))
      return 'a blank that is not ASCII';
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text)) return 'a control character';
  }
  if (/[(\\]$/.test(text.trimEnd())) return 'an end that is missing';
  if (text.includes('\\')) {
    if (/\\[ \t]/.test(text)) return 'a blank behind a backslash';
    if (/(^|[^ \t\n])\\\n/.test(text)) return 'a word broken by a line continuation';
  }
  if (text.includes('#') && /(&&|\|\|)[ \t]*#/.test(text)) return 'a comment behind an operator';
  if (text.includes('/proc/') && /\/proc\/[^/\s]*\/environ/.test(text)) return 'the environment of a process';
  return text.includes('{') && hasQuoteInBraces(text) ? 'braces around a quote' : undefined;
}

const LONGEST = 10_000;

/** Anything but printable ASCII, tabs and line ends. */
const UNCOMMON = /[^ -~\t\n]/;

/** A quotation that starts between an unquoted `{` and its `}`. */
function hasQuoteInBraces(text: string): boolean {
  let open = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '{') open = true;
    else if (character === '}') open = false;
    else if (character === "'" || character === '"') {
      if (open) return true;
      at = endOfQuotation(text, at);
    }
  }
  return false;
}

function endOfQuotation(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return text.length;
}
