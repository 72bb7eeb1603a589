import type { Observation, Outcome, Reviewer } from '../observations/observation.ts';
import type { Decision, Reason } from '../permission/decide.ts';

/** What a recorded call says about the will of the person. */
export type Answer =
  /** A human was asked and let it pass. */
  | 'approved'
  /** It passed and no human was asked, or nobody knows: need, not consent. */
  | 'needed'
  /** A human, a rule, a hook or a classifier said no. */
  | 'refused'
  /** It says nothing: pending, cancelled with another call, asked where nobody was. */
  | 'none';

export type Standing = {
  readonly answer: Answer;
  readonly reviewer: Reviewer;
  /** True where the permission model supplied what the transcript does not say. */
  readonly inferred: boolean;
  /** Approved faster than the text could be read. */
  readonly reflex: boolean;
};

/** A practised reader skims 60 characters a second and needs 300 ms to press a key: nobody is faster. */
const SKIMMED_PER_SECOND = 60;
const KEY_PRESS = 300;

/**
 * Who let a call pass and what that is worth, in order of trust: the client's own record, then the permission model.
 * `moment` is the model's decision under the settings and the mode of that moment; undefined where the mode is not
 * known, and then a call that ran is never read as approved.
 */
export function standingOf(seen: Observation, moment: Decision | undefined): Standing {
  const { outcome } = seen;
  if (outcome.kind === 'ran' || outcome.kind === 'failed') return passed(seen, moment);
  if (isRefusal(outcome, moment)) {
    return {
      answer: 'refused',
      reviewer: refuserOf(seen),
      inferred: outcome.kind === 'unclear',
      reflex: false,
    };
  }
  return { answer: 'none', reviewer: 'unknown', inferred: false, reflex: false };
}

/**
 * An unclear outcome counts as a refusal while one is possible: a refusal outweighs any number of approvals. It is none
 * where the client let the call pass by itself, for then no dialog was there to say no to.
 */
function isRefusal(outcome: Outcome, moment: Decision | undefined): boolean {
  switch (outcome.kind) {
    case 'rejected':
      return true;
    case 'denied':
      return outcome.by !== 'dont-ask';
    case 'unclear':
      return outcome.among.includes('rejected') && moment?.verdict !== 'allow';
    default:
      return false;
  }
}

function refuserOf(seen: Observation): Reviewer {
  if (seen.decision !== undefined) return seen.decision.reviewer;
  if (seen.outcome.kind !== 'denied') return 'human';
  const { by } = seen.outcome;
  if (by === 'hook' || by === 'classifier') return by;
  return by === 'rule-or-hook' ? 'unknown' : 'rule';
}

function passed(seen: Observation, moment: Decision | undefined): Standing {
  const known = seen.decision;
  if (known !== undefined && known.reviewer !== 'unknown') return standing(seen, known.reviewer, false);
  if (seen.headless || moment === undefined) return standing(seen, 'unknown', false);
  if (moment.handedTo === 'classifier') return standing(seen, 'classifier', true);
  // A call that the model says is denied and that ran nevertheless: settings differed, so nothing can be inferred.
  if (moment.verdict === 'deny') return standing(seen, 'unknown', true);
  return standing(seen, moment.verdict === 'ask' ? 'human' : silentReviewer(moment.because), true);
}

function silentReviewer(because: Reason): Reviewer {
  if (because.kind === 'rule' || because.kind === 'mode' || because.kind === 'built-in') return because.kind;
  return because.kind === 'path' ? 'mode' : 'unknown';
}

function standing(seen: Observation, reviewer: Reviewer, inferred: boolean): Standing {
  const approved = reviewer === 'human';
  return { answer: approved ? 'approved' : 'needed', reviewer, inferred, reflex: approved && isReflex(seen) };
}

/** Latency holds the run time too, so it is an upper bound of the time to answer: a reflex found is one. */
function isReflex(seen: Observation): boolean {
  if (seen.latency === undefined) return false;
  return seen.latency < KEY_PRESS + (shownLength(seen) / SKIMMED_PER_SECOND) * 1000;
}

function shownLength({ action, tool }: Observation): number {
  switch (action.kind) {
    case 'bash':
    case 'powershell':
      return action.command.length;
    case 'path':
      return action.path.length;
    case 'fetch':
      return action.url.length;
    default:
      return tool.length;
  }
}
