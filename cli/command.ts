import type { Command } from 'commander';
import type { Io } from './io.ts';

/** Exit codes of every command; the README documents them. */
export const EXIT = { done: 0, findings: 1, usage: 2 } as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** One subcommand: how it is called, and what it does. One file a subcommand in commands/. */
export type Subcommand = {
  /** Adds the subcommand with its options, help and examples, and returns it. */
  readonly describe: (program: Command) => Command;
  /** Does the work; throws UserError for a mistake of the person. */
  readonly run: (parsed: Command, io: Io) => Promise<Exit>;
};

/** Help text that follows the options: the examples, one a line. */
export function examples(...lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;
}

/** Collects a repeatable option (`--transcripts A --transcripts B`). */
export function repeatable(value: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), value];
}
