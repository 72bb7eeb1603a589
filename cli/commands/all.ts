import type { Subcommand } from '../command.ts';

/** Every subcommand, in the order in which help lists them: the order of the work. */
export const SUBCOMMANDS: readonly Subcommand[] = [];
