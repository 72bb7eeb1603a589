import { modeNamed } from '../permission/mode.ts';
import { decisionOf, SAID, type Said } from './decision.ts';
import { type HookAnswer, KNOWN_TYPES, type LineReading, type LineSeen } from './line.ts';
import type { ProjectedLine } from './line-shape.ts';
import type { RecordedDecision } from './observation.ts';
import { type Contents, readMessage, textOf } from './read-message.ts';

/** What the lines of one file keep repeating: the same strings are given back where nothing changed. */
export type Repeated = Pick<LineSeen, 'session' | 'cwd' | 'version' | 'entrypoint' | 'agent'>;

export const NOTHING_YET: Repeated = { session: '', cwd: '', version: '', entrypoint: '', agent: '' };

/** What a line says about calls. `last` is what the file's lines said before. */
export function readLine(line: ProjectedLine, last: Repeated): LineReading {
  const type = textOf(line.type) ?? '';
  const progress = type === 'progress' && line.data?.type === 'agent_progress';
  const contents = readMessage(progress ? line.data?.message?.message : ownMessage(type, line));
  const holdsTools = contents.calls.length + contents.results.length > 0;
  const hook = line.attachment === undefined ? undefined : hookAnswer(line.attachment);
  if (contents.unreadable) return { kind: 'malformed', why: 'a tool call without its name or id' };
  if (
    holdsTools ||
    line.permissionMode !== undefined ||
    line.promptSource !== undefined ||
    hook !== undefined
  ) {
    return lineSeen(line, contents, { last, hook });
  }
  return KNOWN_TYPES.has(type) ? { kind: 'ignored' } : { kind: 'unknown', type };
}

function ownMessage(type: string, { message }: ProjectedLine): ProjectedLine['message'] {
  return type === 'assistant' || type === 'user' ? message : undefined;
}

function lineSeen(
  line: ProjectedLine,
  contents: Contents,
  { last, hook }: { readonly last: Repeated; readonly hook: HookAnswer | undefined },
): LineSeen {
  return {
    kind: 'seen',
    session: sameOr(line.sessionId, last.session),
    cwd: sameOr(line.cwd, last.cwd),
    version: sameOr(line.version, last.version),
    entrypoint: sameOr(line.entrypoint, last.entrypoint),
    agent: sameOr(line.data?.agentId ?? line.agentId, last.agent),
    background: line.sessionKind === 'bg',
    at: timeOf(textOf(line.timestamp)),
    mode: line.permissionMode === undefined ? undefined : modeNamed(textOf(line.permissionMode) ?? ''),
    promptSource: textOf(line.promptSource) ?? '',
    message: contents.calls.length === 0 ? '' : contents.message,
    calls: contents.calls,
    results: contents.results,
    denial: textOf(line.toolDenialKind) ?? '',
    feedback: textOf(line.userFeedback) ?? '',
    decision: decisionIn(line, contents),
    hook,
  };
}

/** The text of a value, and `last` itself where it is the same: repeated values cost no memory. */
function sameOr(value: unknown, last: string): string {
  const text = textOf(value) ?? '';
  return text === last ? last : text;
}

/**
 * Who let the call pass, where the line says so: newer clients name it; in older ones a typed comment beside the result
 * is the only approval that leaves a trace (recorded from client 2.1.197).
 */
function decisionIn(line: ProjectedLine, { results, comment }: Contents): RecordedDecision | undefined {
  if (line.permissionDecision !== undefined) return decisionOf(saidIn(line.permissionDecision));
  const commented = comment && results.length === 1 && results[0]?.error === false;
  return commented ? { accepted: true, reviewer: 'human', source: 'typed-comment' } : undefined;
}

function saidIn(decision: NonNullable<ProjectedLine['permissionDecision']>): Said {
  const said: { -readonly [Name in keyof Said]: Said[Name] } = {};
  for (const name of SAID) {
    const text = textOf(decision[name]);
    if (text !== undefined) said[name] = text;
  }
  return said;
}

/** Milliseconds since 1970 of an ISO time, or undefined. */
function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** The answer of a hook that an attachment records (recorded from client 2.1.197 and 2.1.330). */
function hookAnswer(attachment: NonNullable<ProjectedLine['attachment']>): HookAnswer | undefined {
  const { type, hookEvent, decision } = attachment;
  const id = textOf(attachment.toolUseID);
  if (id === undefined) return undefined;
  if (type === 'hook_permission_decision') return { id, accepted: decision === 'allow' };
  const allows =
    type === 'hook_success' &&
    hookEvent === 'PreToolUse' &&
    /"permissionDecision"\s*:\s*"allow"/.test(textOf(attachment.stdout) ?? '');
  return allows ? { id, accepted: true } : undefined;
}
