import type { Mode } from '../permission/mode.ts';
import type { Action, RecordedDecision } from './observation.ts';

/** A tool_use block: a call that the agent made. */
export type CallSeen = {
  /** The tool_use id. */
  readonly id: string;
  readonly tool: string;
  readonly action: Action;
};

/** A tool_result block: how a call ended. */
export type ResultSeen = {
  /** The tool_use id it answers. */
  readonly id: string;
  readonly error: boolean;
  /** The beginning of the result's text, kept for errors only. */
  readonly text?: string;
};

/** A hook's answer for one call: an attachment of its own. */
export type HookAnswer = { readonly id: string; readonly accepted: boolean };

/** A line that says something about calls, and everything it says that an observation can need. */
export type LineSeen = {
  readonly kind: 'seen';
  readonly session: string;
  readonly cwd: string;
  readonly version: string;
  readonly entrypoint: string;
  /** The subagent the line belongs to; empty for the main conversation. */
  readonly agent: string;
  readonly background: boolean;
  /** Milliseconds since 1970. */
  readonly at: number | undefined;
  readonly mode: Mode | undefined;
  /** Where a prompt came from: typed, sdk, system, queued ...; empty on other lines. */
  readonly promptSource: string;
  /** The id of the assistant message: parallel calls share it. */
  readonly message: string;
  readonly calls: readonly CallSeen[];
  readonly results: readonly ResultSeen[];
  /** `toolDenialKind`: user-rejected, permission-rule or automode-blocked (clients from 2.1.210 on). */
  readonly denial: string;
  /** The person's typed reason (clients from 2.1.220 on). */
  readonly feedback: string;
  readonly decision: RecordedDecision | undefined;
  readonly hook: HookAnswer | undefined;
};

/** A line of a known type that says nothing about calls. */
export type Ignored = { readonly kind: 'ignored' };

/** A line of a type that no known client writes. */
export type Unknown = { readonly kind: 'unknown'; readonly type: string };

/** Text that cannot be read, with the reason; the line is left out and the run goes on. */
export type Malformed = { readonly kind: 'malformed'; readonly why: string };

export type LineReading = LineSeen | Ignored | Unknown | Malformed;

/** The line types that clients 1.0 to 2.1.330 write (measured on recorded transcripts); others are reported. */
export const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'assistant',
  'user',
  'progress',
  'attachment',
  'system',
  'summary',
  'permission-mode',
  'mode',
  'file-history-snapshot',
  'file-history-delta',
  'last-prompt',
  'ai-title',
  'custom-title',
  'agent-name',
  'agent-color',
  'agent-setting',
  'pr-link',
  'bridge-session',
  'queue-operation',
  'atis-latch',
  'tools-used',
  'api-request',
  'api-request-shape',
  'api-request-blob',
  'cost-state',
  'worktree-state',
]);
