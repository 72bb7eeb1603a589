import type { Subcommand } from '../command.ts';
import { apply } from './apply.ts';
import { audit } from './audit.ts';
import { diff } from './diff.ts';
import { undo } from './undo.ts';

/** Every subcommand, in the order in which help lists them: the order of the work. */
export const SUBCOMMANDS: readonly Subcommand[] = [diff, apply, undo, audit];
