import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Limits,
  MODES,
  type Mode,
  modeNamed,
  type ProposeRequest,
  type Store,
} from '../../src/index.ts';
import type { Io } from '../io.ts';
import { projectOf } from './change-options.ts';

/** The options of every command that makes a plan from the store. */
export type PlanOptions = {
  readonly project?: string;
  readonly store?: string;
  readonly minCalls?: number;
  readonly minSessions?: number;
  readonly minDays?: number;
  readonly maxRules?: number;
  readonly assumeMode?: string;
  readonly json?: boolean;
};

export function withPlanOptions(command: Command): Command {
  return command
    .option('--project <folder>', 'one project (default: every project in the store)')
    .option('--store <file>', 'the evidence store')
    .option('--min-calls <n>', 'approved calls that a rule needs (default 3)', wholeNumber)
    .option('--min-sessions <n>', 'distinct sessions that a rule needs (default 2)', wholeNumber)
    .option('--min-days <n>', 'distinct days that a rule needs (default 2)', wholeNumber)
    .option('--max-rules <n>', 'allow rules per project (default 15)', wholeNumber)
    .addOption(
      new Option('--assume-mode <mode>', 'the mode of sessions whose client recorded none').choices(MODES),
    )
    .option('--json', 'print JSON');
}

/** What these options ask of the planner. */
export function planRequestOf(options: PlanOptions, store: Store, io: Io): ProposeRequest {
  const mode: Mode | undefined = options.assumeMode === undefined ? undefined : modeNamed(options.assumeMode);
  return {
    store,
    place: { home: io.home, env: io.env },
    limits: limitsOf(options),
    ...(options.project === undefined ? {} : { project: projectOf(options, io) }),
    ...(mode === undefined ? {} : { assumedMode: mode }),
  };
}

function limitsOf({ minCalls, minSessions, minDays, maxRules }: PlanOptions): Partial<Limits> {
  return {
    ...(minCalls === undefined ? {} : { calls: minCalls }),
    ...(minSessions === undefined ? {} : { sessions: minSessions }),
    ...(minDays === undefined ? {} : { days: minDays }),
    ...(maxRules === undefined ? {} : { rules: maxRules }),
  };
}

export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}
