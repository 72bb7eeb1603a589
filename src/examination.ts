import type { Tier, Witness } from './effects/effects.ts';
import type { FourAnswers } from './four-answers.ts';

/** One rule weighed on what was recorded and on what it could let through. */
export type Weighed = {
  readonly rule: string;
  /** Ask rules that take its dangerous variants back; part of the same decision. */
  readonly guards: readonly string[];
  readonly tier: Tier;
  readonly because: string;
  /** Recorded calls with a part that it covers. */
  readonly calls: number;
  /** Prompts that a person let pass and that would not have been shown. */
  readonly promptsSaved: number;
  /** Refused calls that it would let pass. */
  readonly refusals: number;
  /** The worst call that it lets through. */
  readonly worst?: Witness;
};

/** A rule text while it is being written. */
export type Trial = Weighed & {
  /** Why the text is no rule. */
  readonly problem?: string;
};

/** One recorded call behind a rule. */
export type EvidenceRow = {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at?: number;
  readonly session: string;
  readonly cwd: string;
  readonly what: string;
  /** Parts of `what` that the rule covers. */
  readonly covered: readonly string[];
  /** How it ended, in a word. */
  readonly outcome: string;
  readonly reviewer: string;
  /** False where the client recorded who decided. */
  readonly inferred: boolean;
  /** Milliseconds from call to result. */
  readonly latency?: number;
  /** What the person said when they refused. */
  readonly refusal?: string;
};

/** Everything about one rule in one project. */
export type Examination = {
  readonly rule: string;
  readonly answers: FourAnswers;
  readonly own: Weighed;
  /** Rules that cover more or less of the same calls, narrow to broad; its own among them. */
  readonly rungs: readonly Weighed[];
  /** Calls a day from the first day to the last. */
  readonly byDay: readonly number[];
  /** Newest first; `calls` says how many there are. */
  readonly evidence: readonly EvidenceRow[];
  readonly calls: number;
};
