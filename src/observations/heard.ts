import type { Mode } from '../permission/mode.ts';
import { type FileState, isHeadless, isHosted } from './file-state.ts';
import type { LineSeen } from './line.ts';
import type { Action } from './observation.ts';
import type { Ending } from './outcome.ts';

/** A call as its line tells it; the ending comes with a later line. */
export type CallHeard = {
  readonly id: string;
  readonly tool: string;
  readonly action: Action;
  readonly session: string;
  readonly cwd: string;
  readonly agent: string;
  readonly version: string;
  readonly mode: Mode | undefined;
  readonly headless: boolean;
  readonly hosted: boolean;
  readonly at: number | undefined;
  /** The line where the message of parallel calls began. */
  readonly batch: number;
};

/** The ending of a call, wherever the call was told. */
export type EndingHeard = { readonly id: string; readonly at: number | undefined; readonly ending: Ending };

/** The calls that a line tells of, given the state before it. */
export function callsOf(line: LineSeen, before: FileState, batch: number): readonly CallHeard[] {
  const headless = isHeadless(line, before);
  const hosted = isHosted(line);
  return line.calls.map(({ id, tool, action }) => ({
    id,
    tool,
    action,
    session: line.session,
    cwd: line.cwd,
    agent: line.agent,
    version: line.version,
    mode: line.mode ?? before.mode,
    headless,
    hosted,
    at: line.at,
    batch,
  }));
}

/** The endings that a line tells of. */
export function endingsOf(line: LineSeen): readonly EndingHeard[] {
  return line.results.map(({ id, error, text }) => ({
    id,
    at: line.at,
    ending: {
      error,
      text: text ?? '',
      denial: line.denial,
      feedback: line.feedback,
      decision: line.decision,
    },
  }));
}
