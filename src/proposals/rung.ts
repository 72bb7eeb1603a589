import type { Member } from '../clusters/cluster.ts';
import type { Tally } from '../clusters/tally.ts';
import type { Risk, Witness } from '../effects/effects.ts';
import type { ToolCall } from '../permission/tool-call.ts';

/** How a rule takes hold, narrow to broad within its tool. */
export const BREADTHS = ['exact', 'beginning', 'subcommand', 'file', 'folder', 'host', 'tool'] as const;

export type Breadth = (typeof BREADTHS)[number];

/** A rule that could be written, before anyone has judged it. */
export type Candidate = {
  /** The allow rule as the client reads it. */
  readonly rule: string;
  readonly breadth: Breadth;
  /** The members it was made from. */
  readonly from: readonly Member[];
};

/** What the effects model says about an allow rule together with its guards. */
export type Judgement = {
  /** Ask rules that take dangerous variants back; part of the same decision. */
  readonly guards: readonly string[];
  readonly risk: Risk;
  readonly witnesses: readonly Witness[];
};

/** A candidate with what the permission model and the effects model say about it. */
export type Rung = Candidate &
  Judgement & {
    /** The members that the permission model lets pass with this rule. */
    readonly covers: ReadonlySet<Member>;
    /** Approved uses of the calls that hold a covered member. */
    readonly support: Tally;
    /** The guards that take back what was refused. */
    readonly exceptions: readonly string[];
    /** It covers what a human refused: shown with its numbers, never chosen. */
    readonly contested: boolean;
  };

/** The effects model, as the learner asks it. */
export type Judge = {
  /** With the commands that were approved, so that guards do not cost them; what was judged once stays so. */
  readonly rule: (rule: string, approved?: readonly string[]) => Judgement;
  readonly call: (call: ToolCall) => Risk;
};
