import { parseShell } from '../shell/parse-shell.ts';
import { type Arg, exact } from './arg.ts';

/** What a `Bash(...)` rule fixes of a command and what it leaves open. */
export type OpenCommand =
  /** No wildcard: one command, as text. */
  | { readonly kind: 'exact'; readonly text: string }
  /** Words, with `many` where the rule lets anything stand. */
  | { readonly kind: 'words'; readonly args: readonly Arg[]; readonly fixed: readonly string[] }
  /** Every command. */
  | { readonly kind: 'every' }
  /** The rule can match nothing, or what it matches is no simple command. */
  | { readonly kind: 'unclear'; readonly why: string };

/** Stands for `*` while a pattern is read as a command; no keyboard types it. */
const STAR = '\uE000';

export const MANY: Arg = { kind: 'many', text: '', written: '*' };

/** Takes the content of a `Bash(...)` rule apart (documentation: permissions, Bash rules). */
export function openCommand(content: string | undefined): OpenCommand {
  const text = content?.trim();
  if (text === undefined || text === '*') return { kind: 'every' };
  if (text === '' || text === ':*') return { kind: 'unclear', why: 'the rule matches nothing' };
  const pattern = text.endsWith(':*') ? `${text.slice(0, -2)} *` : text;
  if (!/(?<!\\)\*/.test(pattern)) return { kind: 'exact', text: pattern.replaceAll('\\*', '*') };
  return wordsOf(pattern.replace(/(?<!\\)\*+/g, STAR).replaceAll('\\*', '*'));
}

function wordsOf(pattern: string): OpenCommand {
  const shell = parseShell(pattern);
  const [command] = shell.commands;
  if (
    command === undefined ||
    shell.commands.length > 1 ||
    shell.constructs.length > 0 ||
    shell.errors.length > 0
  ) {
    return { kind: 'unclear', why: 'the pattern is more than one simple command' };
  }
  const args: Arg[] = [];
  for (const word of command.words) args.push(...argsFrom(word.value ?? word.text));
  const end = args.findIndex((arg) => arg.kind !== 'exact');
  return { kind: 'words', args, fixed: args.slice(0, end < 0 ? args.length : end).map((arg) => arg.text) };
}

/** A star glued to a word also matches blanks: what follows is open too. */
function argsFrom(word: string): readonly Arg[] {
  const at = word.indexOf(STAR);
  if (at < 0) return [exact(word)];
  if (at === 0) return [MANY];
  return [{ kind: 'open', text: word.slice(0, at), written: word.replaceAll(STAR, '*') }, MANY];
}
