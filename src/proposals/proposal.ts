import type { Tier, Witness } from '../effects/effects.ts';
import type { List } from '../permission/rule.ts';
import type { SettingsChange } from '../settings/edit.ts';

export type Support = { readonly calls: number; readonly sessions: number; readonly days: number };

/** A rule that a human may accept, with everything needed to judge it. */
export type Proposal = {
  /** Stable across runs on the same evidence. */
  readonly id: string;
  readonly project: string;
  readonly rule: string;
  readonly list: List;
  /** For an `ask` rule that takes dangerous variants back: the allow rule that it belongs to. */
  readonly guards?: string;
  readonly tier: Tier;
  readonly support: Support;
  readonly refusals: number;
  /** Recorded prompts that would not have been shown had the plan been there, and that come back without this rule. */
  readonly promptsSaved: number;
  /** Recorded commands, paths or urls that the rule covers, most frequent first. */
  readonly examples: readonly string[];
  readonly witnesses: readonly Witness[];
  /** The tool_use ids of the calls behind the rule. */
  readonly evidence: readonly string[];
  /** One sentence, shown beside the diff. */
  readonly because: string;
};

/** A cluster of calls that is not proposed, and the reason. */
export type StaysWithYou = {
  readonly project: string;
  /** What the calls have in common, readable. */
  readonly what: string;
  readonly tool: string;
  readonly tier: Tier;
  readonly support: Support;
  readonly refusals: number;
  readonly examples: readonly string[];
  readonly because: string;
};

/** What is put to the human: one plan, not hundreds of prompts. */
export type Plan = {
  readonly proposals: readonly Proposal[];
  readonly stays: readonly StaysWithYou[];
};

/** What the record says about settings that are no rules. Never part of the plan: each is taken by its own id. */
export type Advice = {
  readonly id: string;
  readonly project: string;
  /** In a few words: the setting, or to leave it as it is. */
  readonly what: string;
  readonly because: string;
  /** Absent: leave things as they are. */
  readonly change?: SettingsChange;
};

/** The plan for one project, with what it is worth. */
export type ProjectPlan = Plan & {
  readonly project: string;
  /** Prompts that a person let pass. */
  readonly prompts: number;
  /** How many of them the plan would have saved. */
  readonly saved: number;
  /** Calls that ran although nobody is known to have been asked: need without consent. */
  readonly needed: number;
  /** Prompts let pass faster than the command can be read. */
  readonly reflexes: number;
  /** Calls whose client recorded no mode: without one nobody can tell whether it asked. */
  readonly unknownMode: number;
  /** Sessions with signs of injected or edited transcripts: they taught nothing. */
  readonly setAside: readonly { readonly session: string; readonly why: string }[];
  readonly advice: readonly Advice[];
};
