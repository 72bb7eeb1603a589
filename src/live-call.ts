import { standingOf } from './clusters/standing.ts';
import { textOf } from './evidence-rows.ts';
import type { Observation } from './observations/observation.ts';
import type { Decision, Verdict } from './permission/decide.ts';
import { reasonInWords } from './records/reason-in-words.ts';

/** One call as it is shown while it happens. */
export type LiveCall = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  readonly session: string;
  readonly project: string;
  readonly tool: string;
  /** The command, path, url or tool. */
  readonly what: string;
  /** How it ended, in a word. */
  readonly outcome: string;
  /** What the client does with it under the settings in force; undefined where its mode is not known. */
  readonly verdict: Verdict | undefined;
  readonly because: string;
  /** The human was asked, as the client recorded it or as the model infers it. */
  readonly asked: boolean;
  readonly refused: boolean;
};

/** A recorded call with what the client made of it and why. */
export function liveCall(seen: Observation, moment: Decision | undefined): LiveCall {
  const { answer, reviewer } = standingOf(seen, moment);
  return {
    id: seen.id,
    session: seen.session,
    project: seen.project,
    tool: seen.tool,
    what: textOf(seen),
    outcome: seen.outcome.kind,
    verdict: moment?.verdict,
    because: moment === undefined ? 'the client did not record its mode' : reasonInWords(moment.because),
    asked: reviewer === 'human',
    refused: answer === 'refused',
    ...(seen.at === undefined ? {} : { at: seen.at }),
  };
}
