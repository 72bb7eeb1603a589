import { modeNamed } from '../permission/mode.ts';
import { headOfStringAt, type LineText, sameOrStringAt, stringAt } from './byte-text.ts';
import { decisionOf } from './decision.ts';
import { BROKEN, firstKey, isObject, type Keys, keysOf, nextKey, skipped, type Walk } from './json-scan.ts';
import {
  type HookAnswer,
  type Ignored,
  KNOWN_TYPES,
  type LineReading,
  type LineSeen,
  type Malformed,
} from './line.ts';
import type { RecordedDecision } from './observation.ts';
import { type Contents, RESULT_HEAD, readMessage } from './read-message.ts';

/** What the lines of one file keep repeating: the same strings are given back where nothing changed. */
export type Repeated = Pick<LineSeen, 'session' | 'cwd' | 'version' | 'entrypoint' | 'agent'>;

export const NOTHING_YET: Repeated = { session: '', cwd: '', version: '', entrypoint: '', agent: '' };

/** One object of a line and the place after it; a second object may be glued to it. */
export type ObjectRead = { readonly reading: LineReading; readonly end: number };

const LINE_NAMES = [
  'type',
  'message',
  'sessionId',
  'cwd',
  'version',
  'entrypoint',
  'agentId',
  'timestamp',
  'data',
  'sessionKind',
  'permissionMode',
  'promptSource',
  'toolDenialKind',
  'userFeedback',
  'permissionDecision',
  'attachment',
] as const;

type LineName = (typeof LINE_NAMES)[number];

/** Where the values of a line begin. 0 is no place: a value never begins a line. */
type Places = { [name in LineName]: number };

const LINE_KEYS = keysOf(LINE_NAMES);
const PROGRESS_KEYS = keysOf(['type', 'agentId', 'message']);
const NESTED_LINE_KEYS = keysOf(['message']);
const HOOK_KEYS = keysOf(['type', 'toolUseID', 'hookEvent', 'stdout', 'decision']);
const DECISION_KEYS = keysOf(['decision', 'source', 'reasonType', 'ruleSource', 'reasonCode', 'grantScope']);

const IGNORED: Ignored = { kind: 'ignored' };
const NO_OBJECT: Malformed = { kind: 'malformed', why: 'not a JSON object' };

/**
 * Reads the object at `at` of a line. Tool output, file contents and thinking are stepped over, and hardly a byte is
 * looked at twice. Never throws: what is not JSON, or not closed before the line ends, comes back as malformed.
 */
export function readObject({ text, to }: LineText, at: number, last: Repeated): ObjectRead {
  const places = noPlaces();
  const contents: Contents & Nested = {
    message: '',
    calls: [],
    results: [],
    comment: false,
    unreadable: false,
    progress: false,
    agent: 0,
  };
  const walk: Walk = { text, at };
  for (let key = firstKey(walk, LINE_KEYS); key !== undefined; key = nextKey(walk, LINE_KEYS)) {
    places[key] = walk.at;
    if (key === 'message' && isObject(text, walk.at)) readMessage(walk, contents);
    else if (key === 'data' && isObject(text, walk.at)) readProgress(walk, contents);
    else skipped(walk);
  }
  if (walk.at === BROKEN || walk.at > to) return { reading: NO_OBJECT, end: to };
  return { reading: readingOf({ text, places, last }, contents), end: walk.at };
}

function noPlaces(): Places {
  return {
    type: 0,
    message: 0,
    sessionId: 0,
    cwd: 0,
    version: 0,
    entrypoint: 0,
    agentId: 0,
    timestamp: 0,
    data: 0,
    sessionKind: 0,
    permissionMode: 0,
    promptSource: 0,
    toolDenialKind: 0,
    userFeedback: 0,
    permissionDecision: 0,
    attachment: 0,
  };
}

/** What a progress line adds: whether it repeats a subagent's line, and the place of the subagent's id. */
type Nested = { progress: boolean; agent: number };

/** `data` of a progress line: in clients 2.1.9 to 2.1.81 the calls of a subagent may exist only there. */
function readProgress(walk: Walk, contents: Contents & Nested): void {
  const { text } = walk;
  for (let key = firstKey(walk, PROGRESS_KEYS); key !== undefined; key = nextKey(walk, PROGRESS_KEYS)) {
    if (key === 'message' && isObject(text, walk.at)) {
      readNestedLine(walk, contents);
      continue;
    }
    const value = skipped(walk);
    if (key === 'type') contents.progress = text.startsWith('"agent_progress"', value);
    else if (key === 'agentId') contents.agent = value;
  }
}

function readNestedLine(walk: Walk, contents: Contents): void {
  for (let key = firstKey(walk, NESTED_LINE_KEYS); key !== undefined; key = nextKey(walk, NESTED_LINE_KEYS)) {
    if (isObject(walk.text, walk.at)) readMessage(walk, contents);
    else skipped(walk);
  }
}

const COMMON_TYPES = ['"progress"', '"assistant"', '"user"'] as const;

function known(text: string, type: number): boolean {
  return (
    COMMON_TYPES.some((common) => text.startsWith(common, type)) ||
    KNOWN_TYPES.has(stringAt(text, type) ?? '')
  );
}

type Walked = { readonly text: string; readonly places: Places; readonly last: Repeated };

/** Most lines say nothing about calls: they are told apart before any of their texts is built. */
function readingOf(walked: Walked, contents: Contents & Nested): LineReading {
  const { text, places } = walked;
  const messages = text.startsWith('"assistant"', places.type) || text.startsWith('"user"', places.type);
  const progress = text.startsWith('"progress"', places.type);
  const holdsTools =
    contents.calls.length + contents.results.length > 0 && (messages || (progress && contents.progress));
  const hook = places.attachment === 0 ? undefined : hookAnswer(textsOf(text, places.attachment, HOOK_KEYS));
  if (!holdsTools && places.permissionMode === 0 && places.promptSource === 0 && hook === undefined) {
    if (contents.unreadable && messages) return { kind: 'malformed', why: 'a tool call that is not JSON' };
    return known(text, places.type) ? IGNORED : { kind: 'unknown', type: stringAt(text, places.type) ?? '' };
  }
  if (contents.unreadable) return { kind: 'malformed', why: 'a tool call that is not JSON' };
  return lineSeen(walked, contents, hook);
}

function lineSeen(walked: Walked, contents: Contents & Nested, hook: HookAnswer | undefined): LineSeen {
  const { text, places, last } = walked;
  return {
    kind: 'seen',
    session: sameOrStringAt(text, places.sessionId, last.session) ?? '',
    cwd: sameOrStringAt(text, places.cwd, last.cwd) ?? '',
    version: sameOrStringAt(text, places.version, last.version) ?? '',
    entrypoint: sameOrStringAt(text, places.entrypoint, last.entrypoint) ?? '',
    agent: sameOrStringAt(text, contents.agent === 0 ? places.agentId : contents.agent, last.agent) ?? '',
    background: text.startsWith('"bg"', places.sessionKind),
    at: timeOf(stringAt(text, places.timestamp)),
    mode: places.permissionMode === 0 ? undefined : modeNamed(stringAt(text, places.permissionMode) ?? ''),
    promptSource: stringAt(text, places.promptSource) ?? '',
    message: contents.message,
    calls: contents.calls,
    results: contents.results,
    denial: stringAt(text, places.toolDenialKind) ?? '',
    feedback: headOfStringAt(text, places.userFeedback, RESULT_HEAD) ?? '',
    decision: decisionIn(walked, contents),
    hook,
  };
}

/**
 * Who let the call pass, where the line says so: newer clients name it; in older ones a typed comment beside the result
 * is the only approval that leaves a trace (recorded from client 2.1.197).
 */
function decisionIn({ text, places }: Walked, { results, comment }: Contents): RecordedDecision | undefined {
  if (places.permissionDecision !== 0) {
    return decisionOf(textsOf(text, places.permissionDecision, DECISION_KEYS));
  }
  const commented = comment && results.length === 1 && results[0]?.error === false;
  return commented ? { accepted: true, reviewer: 'human', source: 'typed-comment' } : undefined;
}

/** Milliseconds since 1970 of an ISO time, or undefined. */
function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** The text members of the object at `at` that are asked for; long ones are left out. */
function textsOf<Name extends string>(
  text: string,
  at: number,
  keys: Keys<Name>,
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {};
  const walk: Walk = { text, at };
  for (let key = firstKey(walk, keys); key !== undefined; key = nextKey(walk, keys)) {
    const value = skipped(walk);
    const member = walk.at - value <= RESULT_HEAD ? stringAt(text, value) : undefined;
    if (member !== undefined) found[key] = member;
  }
  return found;
}

/** The answer of a hook that an attachment records (recorded from client 2.1.197 and 2.1.330). */
function hookAnswer(attachment: {
  readonly type?: string;
  readonly toolUseID?: string;
  readonly hookEvent?: string;
  readonly stdout?: string;
  readonly decision?: string;
}): HookAnswer | undefined {
  const { type, toolUseID: id, hookEvent, stdout, decision } = attachment;
  if (id === undefined) return undefined;
  if (type === 'hook_permission_decision') return { id, accepted: decision === 'allow' };
  const allows =
    type === 'hook_success' &&
    hookEvent === 'PreToolUse' &&
    /"permissionDecision"\s*:\s*"allow"/.test(stdout ?? '');
  return allows ? { id, accepted: true } : undefined;
}
