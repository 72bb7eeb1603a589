/** A short name for some text, the same on every run: two rounds of FNV-1a, 64 bits in hexadecimal. */
export function stableId(...parts: readonly string[]): string {
  const text = parts.join('\0');
  return `${fnv1a(text, 0x811c9dc5)}${fnv1a(text, 0x9747b28c)}`;
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
