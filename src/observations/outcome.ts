import type { HookAnswer } from './line.ts';
import type { Denier, Outcome, RecordedDecision } from './observation.ts';

/** What the transcript says of how one call ended. */
export type Ending = {
  readonly error: boolean;
  /** The beginning of the result's text, for errors. */
  readonly text: string;
  /** `toolDenialKind`, empty where absent. */
  readonly denial: string;
  /** The person's typed reason, empty where absent. */
  readonly feedback: string;
  readonly decision: RecordedDecision | undefined;
};

/** What must be known of the call to read its ending. */
export type Asked = {
  readonly tool: string;
  readonly headless: boolean;
  /** A host program answered for the person (Agent SDK): it may refuse with any text. */
  readonly hosted: boolean;
};

/** Whether an earlier call of the same message was refused at the same moment: the client then drops the rest unseen. */
export type Siblings = 'alone' | 'after-refused';

/** Tools that are themselves a question to the person, or wait for something: their refusal is no permission decision. */
const QUESTIONS: ReadonlySet<string> = new Set([
  'ExitPlanMode',
  'AskUserQuestion',
  'TaskOutput',
  'BashOutput',
]);

const REJECTED = "The user doesn't want to proceed with this tool use.";
const REJECTED_IN_SUBAGENT = 'Permission for this tool use was denied. The tool use was rejected';
const NOT_NOW = "The user doesn't want to take this action right now.";
const FEEDBACK = /(?:the user said:|The user said:)\n([\s\S]*?)(?:\n\nNote: The user's next message|$)/;

/** Refusals without a human, by the client's words (recorded from client 2.1.197 and 2.1.330; older ones measured). */
const DENIALS: readonly (readonly [by: Denier, pattern: RegExp])[] = [
  ['dont-ask', /has been auto-denied in dontAsk mode|running in don't ask mode/],
  ['plan-mode', /^Cannot write to [\s\S]+ while in plan mode/],
  ['classifier', /^Permission for this action was denied by the Claude Code auto mode classifier/],
  ['hook', /^PreToolUse:\S+ hook error|^Hook PreToolUse:\S+ denied/],
  ['path-rule', /is in a directory that is denied by your permission settings/],
  ['tool-removed', /^<tool_use_error>(?:Error: )?No such tool available/],
  ['rule', /^Permission to use [\s\S]+ has been denied\.?\s*$/],
];

/** The client would have asked: its words where nobody is there. */
const WOULD_ASK =
  /^(?:This command requires approval|This Bash command contains multiple operations|Claude requested permissions? to|\S+ in '[^']*' was blocked\. For security|cd to '[^']*' was blocked)/;

const COLLATERAL = /^<tool_use_error>(?:Sibling tool call errored|Cancelled: parallel tool call)/;
const INTERRUPTED = /^\[Request interrupted by user/;

/** Errors that only a call that was let through can have. */
const RAN_AND_FAILED =
  /^(?:Exit code \d|<tool_use_error>|Error: |Command timed out|Command failed|E[A-Z]+: )/;

/**
 * How a call ended, recorded from client 2.1.197 and 2.1.330; texts of older clients were measured. What leaves the same trace
 * as something else comes back as `unclear`.
 */
export function outcomeOf(ending: Ending, asked: Asked, siblings: Siblings): Outcome {
  if (QUESTIONS.has(asked.tool)) return questionOutcome(ending);
  const { decision, error, text } = ending;
  if (decision !== undefined && !decision.accepted) return refusedBy(decision, ending, asked);
  if (!error) return { kind: 'ran' };
  if (INTERRUPTED.test(text)) return { kind: 'interrupted' };
  if (COLLATERAL.test(text)) return { kind: 'collateral' };
  // A hook may have let it pass, and a rule refused it all the same.
  const by = denierOf(text);
  if (by !== undefined) return { kind: 'denied', by };
  if (decision !== undefined) return { kind: 'failed' };
  if (WOULD_ASK.test(text)) return { kind: 'asked-headless' };
  return humanOutcome(ending, asked, siblings);
}

function questionOutcome({ error, text }: Ending): Outcome {
  if (!error) return { kind: 'ran' };
  return denierOf(text) === undefined && RAN_AND_FAILED.test(text)
    ? { kind: 'failed' }
    : { kind: 'answered' };
}

function denierOf(text: string): Denier | undefined {
  return DENIALS.find(([, pattern]) => pattern.test(text))?.[0];
}

/** A refusal that the client itself explains (clients from 2.1.294 on). */
function refusedBy(decision: RecordedDecision, ending: Ending, { headless }: Asked): Outcome {
  if (decision.reviewer === 'human') return rejected(ending);
  if (decision.reviewer === 'hook') return { kind: 'denied', by: 'hook' };
  if (decision.reviewer === 'classifier') return { kind: 'denied', by: 'classifier' };
  const by = denierOf(ending.text);
  if (by !== undefined) return { kind: 'denied', by };
  if (headless || WOULD_ASK.test(ending.text)) return { kind: 'asked-headless' };
  return { kind: 'denied', by: decision.reviewer === 'mode' ? 'dont-ask' : 'rule-or-hook' };
}

function rejected({ feedback, text }: Ending): Outcome {
  const typed = feedback !== '' ? feedback : (FEEDBACK.exec(text)?.[1] ?? '').trim();
  return typed === '' ? { kind: 'rejected' } : { kind: 'rejected', feedback: typed };
}

/** True where the text is the client's for a refusal without a reason: then the siblings matter. */
export function isRefusalText({ error, text }: Ending): boolean {
  return error && (text.startsWith(REJECTED) || text.startsWith(REJECTED_IN_SUBAGENT));
}

/** Whether a person refused the call, or may have. */
export function mayBeRejected(outcome: Outcome): boolean {
  return outcome.kind === 'rejected' || (outcome.kind === 'unclear' && outcome.among.includes('rejected'));
}

/** Texts of a person's refusal, and what else leaves the same trace. */
function humanOutcome(ending: Ending, asked: Asked, siblings: Siblings): Outcome {
  const { text, denial, feedback } = ending;
  if (text.startsWith(NOT_NOW)) return { kind: 'collateral' };
  const refusal = isRefusalText(ending);
  if (feedback !== '' || (refusal && FEEDBACK.test(text))) return rejected(ending);
  if (refusal) return esc(siblings);
  if (denial === 'automode-blocked') return { kind: 'denied', by: 'classifier' };
  if (denial === 'permission-rule') return { kind: 'denied', by: 'rule-or-hook' };
  if (denial === 'user-rejected')
    return asked.headless && !asked.hosted ? { kind: 'asked-headless' } : rejected(ending);
  return failure(text, asked);
}

/** Esc on a dialog and Esc on a running call leave the same text; so does a sibling that was never shown. */
function esc(siblings: Siblings): Outcome {
  return siblings === 'alone'
    ? { kind: 'unclear', among: ['rejected', 'interrupted'] }
    : { kind: 'unclear', among: ['collateral', 'rejected', 'interrupted'] };
}

/** A hook or a host program refuses with any text it likes, which then looks like the tool's own error. */
function failure(text: string, { tool, hosted }: Asked): Outcome {
  if (RAN_AND_FAILED.test(text)) return { kind: 'failed' };
  if (hosted) return { kind: 'unclear', among: ['failed', 'rejected', 'denied'] };
  return tool === 'Bash' || tool === 'PowerShell'
    ? { kind: 'unclear', among: ['failed', 'denied'] }
    : { kind: 'failed' };
}

/** What a hook's own line adds to a call's ending: the client wrote it down as the reviewer. */
export function decidedByHook(answer: HookAnswer): RecordedDecision {
  return { accepted: answer.accepted, reviewer: 'hook', source: 'hook' };
}
