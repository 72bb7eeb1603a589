/** One word of a command as far as it is known before the shell runs. */
export type Arg =
  /** Exactly this text. */
  | { readonly kind: 'exact'; readonly text: string }
  /** File names that this pattern matches. */
  | { readonly kind: 'glob'; readonly text: string }
  /** One word that starts with `text`; the rest is known at run time only. */
  | { readonly kind: 'open'; readonly text: string; readonly written: string }
  /** Any number of words that are known at run time only: flags and operands alike. */
  | { readonly kind: 'many'; readonly text: ''; readonly written: string }
  /** Left open by a rule: the worst that the place of the word allows. */
  | { readonly kind: 'any'; readonly text: '' };

export function exact(text: string): Arg {
  return { kind: 'exact', text };
}

export const ANY: Arg = { kind: 'any', text: '' };

/** The rest of a word after its first characters (`--output=` of `--output=x`). */
export function restOf(arg: Arg, length: number): Arg {
  switch (arg.kind) {
    case 'exact':
    case 'glob':
      return { kind: arg.kind, text: arg.text.slice(length) };
    case 'open':
      return { kind: 'open', text: arg.text.slice(length), written: arg.written };
    default:
      return arg;
  }
}
