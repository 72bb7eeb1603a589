/**
 * A pattern in which `*` stands for any text and everything else for itself, as a regular expression over whole texts.
 * `star` is what a `*` may stand for.
 */
export function wildcard(pattern: string, star = '.*'): RegExp {
  const literals = pattern.split('*').map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${literals.join(star)}$`, 's');
}
