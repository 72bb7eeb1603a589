/**
 * The text that a wildcard of a deny or ask rule may reach through from one command of a pipeline, or one line, into the
 * next; undefined where a rule is never compared with the whole (recorded from client 2.1.330).
 */
export function wholeText(text: string): string | undefined {
  const raw = text.trim();
  if (!/[|\n]/.test(raw.replaceAll('\\\n', ' ')) || /&&|\|\||[;<>&]|\$HOME/.test(raw)) return undefined;
  return raw;
}
