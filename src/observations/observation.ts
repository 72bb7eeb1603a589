import type { Mode } from '../permission/mode.ts';

/** What a rule can see of a call's input; file contents never get here. */
export type Action =
  | {
      readonly kind: 'bash';
      readonly command: string;
      readonly background: boolean;
      readonly unsandboxed: boolean;
    }
  | { readonly kind: 'powershell'; readonly command: string }
  | { readonly kind: 'path'; readonly access: 'read' | 'write' | 'search'; readonly path: string }
  | { readonly kind: 'fetch'; readonly url: string }
  | { readonly kind: 'mcp'; readonly server: string; readonly tool: string }
  | { readonly kind: 'agent'; readonly type: string }
  | { readonly kind: 'skill'; readonly name: string }
  /** A tool whose input no rule looks at. */
  | { readonly kind: 'other' };

/** Who or what refused a call without asking a human. */
export type Denier =
  | 'rule'
  | 'path-rule'
  | 'tool-removed'
  | 'dont-ask'
  | 'plan-mode'
  | 'classifier'
  | 'hook'
  | 'rule-or-hook';

/** Outcomes that leave the same trace; `unclear` names those that remain possible. */
export type PlainOutcome = 'ran' | 'failed' | 'rejected' | 'denied' | 'interrupted' | 'collateral';

/** How a call ended (client-behaviour, section 8: recorded from client 2.1.197 and 2.1.330). */
export type Outcome =
  | { readonly kind: 'ran' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'rejected'; readonly feedback?: string }
  | { readonly kind: 'denied'; readonly by: Denier }
  /** The client would have asked, and nobody was there. */
  | { readonly kind: 'asked-headless' }
  | { readonly kind: 'interrupted' }
  /** Not decided on its own: a sibling of a rejected call, or a cancelled parallel call. */
  | { readonly kind: 'collateral' }
  /** A tool that is itself a question was answered, whatever the answer: no permission was decided. */
  | { readonly kind: 'answered' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'unclear'; readonly among: readonly PlainOutcome[] };

/** Who let a call pass or refused it. */
export type Reviewer =
  | 'human'
  | 'rule'
  | 'built-in'
  /** A command of several parts; the client does not say which of the two settled each part. */
  | 'rule-or-built-in'
  | 'mode'
  | 'classifier'
  | 'hook'
  | 'unknown';

/** The client's own word on a decision (transcripts of clients from 2.1.294 on). */
export type RecordedDecision = {
  readonly accepted: boolean;
  readonly reviewer: Reviewer;
  /** The client's fields, verbatim. */
  readonly source?: string;
  readonly reasonType?: string;
  readonly ruleSource?: string;
  readonly reasonCode?: string;
  readonly grantScope?: string;
};

/** One tool call of one session. */
export type Observation = {
  /** The tool_use id: a call counts once, however many files repeat it. */
  readonly id: string;
  readonly tool: string;
  readonly action: Action;
  /** The directory the call ran in, as the transcript writes it; empty where it is not recorded. */
  readonly cwd: string;
  /** Repository root or start directory of the session: what the settings belong to. */
  readonly project: string;
  readonly session: string;
  /** The subagent that made the call; undefined for the main conversation. */
  readonly agent?: string;
  readonly clientVersion: string;
  /** The mode in force when the call was made; undefined where the client did not record it. */
  readonly mode?: Mode;
  /** No human could be asked: headless or SDK session. */
  readonly headless: boolean;
  /** Milliseconds since 1970; undefined where the line has no usable time. */
  readonly at?: number;
  readonly outcome: Outcome;
  /** Milliseconds from call to result. */
  readonly latency?: number;
  /** The text of a refusal as the client wrote it, shortened. */
  readonly refusal?: string;
  readonly decision?: RecordedDecision;
};
