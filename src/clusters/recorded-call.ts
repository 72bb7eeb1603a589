import type { Action, Observation } from '../observations/observation.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import { type Decision, decide } from '../permission/decide.ts';
import type { Mode } from '../permission/mode.ts';
import type { ToolCall } from '../permission/tool-call.ts';
import { standingOf } from './standing.ts';
import { count, emptyTally, type GrowingTally, type Tally } from './tally.ts';
import { toolCallOf } from './tool-call-of.ts';

/** All uses of one call in one project: what is decided once is counted once. */
export type RecordedCall = {
  readonly project: string;
  readonly call: ToolCall;
  readonly action: Action;
  /** Every use, whatever it says. */
  readonly uses: number;
  /** Uses that a human was asked about and let pass. */
  readonly approved: Tally;
  /** Uses that ran although nobody was asked, or nobody knows: need, not consent. */
  readonly needed: Tally;
  readonly refused: Tally;
  /** Refusals that may as well be interruptions of a running call: the client writes both alike. */
  readonly doubtful: number;
  /** Approvals that came faster than the text could be read. */
  readonly reflexes: number;
  /** Approvals that the permission model inferred; the rest the client recorded. */
  readonly inferred: number;
  /** What people wrote when they refused, first seen first. */
  readonly reasons: readonly string[];
};

/** The policy that was in force in a project, in a mode and for a client; the caller may cache. */
export type PolicyAtTheMoment = (seen: Observation, mode: Mode) => CompiledPolicy;

export type Reading = {
  readonly policyAt: PolicyAtTheMoment;
  /** What to take for the mode where the client did not record it; undefined: unknown, and then nothing is approved. */
  readonly assumedMode?: Mode;
  /** Read every call as if it had been made in this mode, whatever was recorded (replay in another world). */
  readonly asIfIn?: Mode;
};

type Growing = {
  readonly project: string;
  readonly call: ToolCall;
  readonly action: Action;
  uses: number;
  readonly approved: GrowingTally;
  readonly needed: GrowingTally;
  readonly refused: GrowingTally;
  doubtful: number;
  reflexes: number;
  inferred: number;
  readonly reasons: string[];
  readonly moments: Map<string, Decision>;
};

/**
 * Folds observations into distinct calls, each judged once per mode and client however often it was made. The order is
 * that of first appearance.
 */
export function recordedCalls(seen: Iterable<Observation>, reading: Reading): readonly RecordedCall[] {
  const calls = new Map<string, Growing>();
  for (const observation of seen) {
    if (isQuestion(observation)) continue;
    const key = keyOf(observation);
    let call = calls.get(key);
    if (call === undefined) {
      call = grow(observation);
      calls.set(key, call);
    }
    record(call, observation, reading);
  }
  return [...calls.values()];
}

/** Calls with the same key are the same to every rule: background and sandbox flags belong to the action. */
function keyOf({ project, tool, cwd, action }: Observation): string {
  return [project, tool, cwd, ...Object.values(action).map(String)].join('\0');
}

/** Plans and questions put to the human are answered, not permitted. */
function isQuestion({ tool }: Observation): boolean {
  return tool === 'ExitPlanMode' || tool === 'AskUserQuestion';
}

function grow(seen: Observation): Growing {
  return {
    project: seen.project,
    call: toolCallOf(seen),
    action: seen.action,
    uses: 0,
    approved: emptyTally(),
    needed: emptyTally(),
    refused: emptyTally(),
    doubtful: 0,
    reflexes: 0,
    inferred: 0,
    reasons: [],
    moments: new Map(),
  };
}

function record(into: Growing, seen: Observation, reading: Reading): void {
  const standing = standingOf(
    reading.asIfIn === undefined ? seen : withoutRecord(seen),
    momentOf(into, seen, reading),
  );
  into.uses += 1;
  switch (standing.answer) {
    case 'approved':
      count(into.approved, seen);
      if (standing.reflex) into.reflexes += 1;
      if (standing.inferred) into.inferred += 1;
      return;
    case 'needed':
      count(into.needed, seen);
      return;
    case 'refused': {
      count(into.refused, seen);
      if (standing.inferred) into.doubtful += 1;
      const feedback = seen.outcome.kind === 'rejected' ? seen.outcome.feedback : undefined;
      if (feedback !== undefined) into.reasons.push(feedback);
      return;
    }
    case 'none':
      return;
  }
}

/** In another world the client's own record of this one says nothing, and its latency is no time to answer. */
function withoutRecord(seen: Observation): Observation {
  const { decision: _, latency: __, ...rest } = seen;
  return { ...rest, headless: false };
}

function momentOf(into: Growing, seen: Observation, reading: Reading): Decision | undefined {
  const mode = reading.asIfIn ?? seen.mode ?? reading.assumedMode;
  if (mode === undefined) return undefined;
  const key = `${mode} ${reading.asIfIn === undefined ? seen.clientVersion : ''}`;
  const known = into.moments.get(key);
  if (known !== undefined) return known;
  const decision = decide(reading.policyAt(seen, mode), into.call);
  into.moments.set(key, decision);
  return decision;
}
