import { parseShell } from '../shell/parse-shell.ts';
import { unwrap } from '../shell/wrappers.ts';

/** The words of one simple command, with what the client strips before it matches taken off. */
export type CommandWords = {
  /** The words after quote removal. */
  readonly words: readonly string[];
  /** How many of the first words are written plainly, so that a rule can repeat them as they are. */
  readonly plain: number;
  /** The command from its first word on, as written, without redirects. */
  readonly text: string;
};

/** Wrappers that an allow rule sees through (recorded from client 2.1.330); others are part of the command. */
const SEEN_THROUGH = new Set(['time', 'timeout', 'nice', 'nohup', 'stdbuf', 'command', 'builtin']);

/** Characters that mean themselves to the shell and to a rule, wherever they stand. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./^-]+$/;

/**
 * Reads one part of a decision, which is one simple command; undefined where it is none, or where a word is known at
 * run time only.
 */
export function commandWords(part: string): CommandWords | undefined {
  const shell = parseShell(part);
  const outer = shell.commands.filter((command) => command.within.length === 0);
  const command = outer[0];
  if (command === undefined || outer.length > 1 || shell.errors.length > 0) return undefined;
  const { layers, words: inner } = unwrap(command.words);
  const opaque = layers.findIndex((layer) => !SEEN_THROUGH.has(layer.wrapper.name));
  const skipped = layers.slice(0, opaque < 0 ? layers.length : opaque);
  const words = opaque < 0 ? inner : command.words.slice(skipped.flatMap((layer) => layer.words).length);
  const values = words.map((word) => word.value ?? '');
  if (words.length === 0 || words[0]?.value === undefined) return undefined;
  const odd = words.findIndex((word) => word.value !== word.text || !PLAIN.test(word.text));
  const text = part.slice(words[0]?.start, words.at(-1)?.end);
  return { words: values, plain: odd < 0 ? words.length : odd, text };
}
