import type { Shell } from '../../shell/shell.ts';

/**
 * Why the client cannot be sure that it reads a text the way the shell will, or undefined. It then asks in every mode
 * and under every rule, because a dangerous removal may hide in it (recorded from client 2.1.330).
 */
export function misreadWhy({ errors, commands, constructs }: Shell): string | undefined {
  if (
    errors.some(({ message }) =>
      /^unterminated (command substitution|parameter expansion|arithmetic)/.test(message),
    )
  )
    return 'an expansion that does not end';
  const prefixed = commands.some(({ words: [name], assignments, redirects }) => {
    const first = name?.start ?? 0;
    const before = assignments.length > 0 || redirects.some(({ end }) => end <= first);
    return before && /^(while|until|for|if|case|select)$/.test(name?.text ?? '');
  });
  if (prefixed) return 'a compound command behind an assignment or a redirect';
  return constructs.some(({ kind, text }) => kind === 'function' && /^\w+=/.test(text))
    ? 'a function behind an assignment'
    : undefined;
}
