import type { Word } from '../../../shell/word.ts';

/** What lets jq run code or read files that its operands do not name, or undefined (recorded from client 2.1.330). */
export function jqReachWhy(words: readonly Word[]): string | undefined {
  for (const { value, text } of words.slice(1)) {
    const word = value ?? text;
    if (
      /^(-[a-zA-Z]*[fL][a-zA-Z]*|--(from-file|rawfile|slurpfile|run-tests|library-path)(=.*)?)$/.test(word)
    ) {
      return `jq ${word} reads a program or a file`;
    }
    if (/\bsystem\s*\(/.test(word)) return 'jq system()';
    if (/^\s*(import|include)\b/.test(word)) return 'jq modules';
  }
  return undefined;
}

/** Whether a jq command only shows what its operands hold: no environment, no modules, no help. */
export function isReadOnlyJq(words: readonly Word[]): boolean {
  if (words.length < 2 || jqReachWhy(words) !== undefined) return false;
  let filtered = false;
  return words.slice(1).every((word) => {
    const text = word.value ?? word.text;
    // Behind the filter and a file, a flag is not looked for.
    if (text.startsWith('-')) {
      if (filtered || /^-[a-zA-Z]*[^a-zA-Z-]/.test(text)) return false;
    } else filtered ||= /^[.[{'"]/.test(word.text);
    if (/^(-|--|-h|--help|-V|--version|-\d+)$/.test(text)) return false;
    return !/(^|[^\w"])\.?env\b(?!ironment)|\$ENV\b|\$__loc__/.test(text);
  });
}
