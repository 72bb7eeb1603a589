import type { Subcommand } from '../command.ts';
import { apply } from './apply.ts';
import { attention } from './attention.ts';
import { audit } from './audit.ts';
import { check } from './check.ts';
import { compare } from './compare.ts';
import { decide } from './decide.ts';
import { diff } from './diff.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { learn } from './learn.ts';
import { lint } from './lint.ts';
import { propose } from './propose.ts';
import { replay } from './replay.ts';
import { risk } from './risk.ts';
import { tighten } from './tighten.ts';
import { undo } from './undo.ts';

/** Every subcommand, in the order in which help lists them: the order of the work. */
export const SUBCOMMANDS: readonly Subcommand[] = [
  learn,
  propose,
  diff,
  apply,
  undo,
  explain,
  lint,
  risk,
  compare,
  replay,
  tighten,
  evaluate,
  check,
  audit,
  attention,
  decide,
];
