/** Words that may stand before a command in a text that cannot be taken apart. */
const BEFORE = new Set(
  'time nohup nice command builtin env sudo doas exec stdbuf timeout then do else if while until ! { ( xargs'.split(
    ' ',
  ),
);

/**
 * The commands of a text that is no complete shell command, split at every operator outside quotes: each as it stands,
 * and behind assignments, wrappers and keywords.
 */
export function roughSpellings(text: string): readonly string[] {
  const spellings: string[] = [];
  for (const piece of text.replace(/(^|\s)#.*$/gm, '$1').split(/&&|\|\|?&?|[;&\n]/)) {
    let rest = withoutRedirects(piece).trim();
    while (rest !== '') {
      spellings.push(rest);
      const [first = '', ...others] = rest.split(/\s+/);
      const skippable = BEFORE.has(first) || /^[A-Za-z_]\w*=|^[-({]|^\d+[smhd]?$/.test(first);
      if (!skippable) {
        if (first.startsWith('\\')) spellings.push(rest.slice(1));
        break;
      }
      rest = others.join(' ');
    }
  }
  return spellings;
}

function withoutRedirects(piece: string): string {
  return piece.replace(/\s*\d*(>>?|<<?<?|&>)\s*&?\s*\S+/g, '');
}
