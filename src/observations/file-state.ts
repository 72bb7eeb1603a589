import { type Mode, modeNamed } from '../permission/mode.ts';
import type { LineSeen } from './line.ts';
import { NOTHING_YET, type Repeated } from './read-line.ts';

/** What the next line of a transcript needs to know of the lines before it; kept beside the read position. */
export type FileState = {
  /** The permission mode in force, as last recorded in this file. */
  readonly mode: Mode | undefined;
  /** The mode that was last reported with a time: lines that only tell the mode have none. */
  readonly timedMode: Mode | undefined;
  /** The last prompt came from a program, not from a person. */
  readonly prompted: 'by-person' | 'by-program';
  /** The assistant message of the last call, and the line it began at: parallel calls share both. */
  readonly message: string;
  readonly messageLine: number;
  /** The last time seen, in milliseconds since 1970. */
  readonly at: number | undefined;
  readonly last: Repeated;
};

export const FRESH: FileState = {
  mode: undefined,
  timedMode: undefined,
  prompted: 'by-person',
  message: '',
  messageLine: 0,
  at: undefined,
  last: NOTHING_YET,
};

/** The state after a line. */
export function after(state: FileState, line: LineSeen, lineNumber: number): FileState {
  const continues = line.calls.length === 0 || (line.message !== '' && line.message === state.message);
  const mode = line.mode ?? state.mode;
  const at = line.at ?? state.at;
  return {
    mode,
    timedMode: at === undefined ? state.timedMode : mode,
    prompted: promptedBy(state.prompted, line.promptSource),
    message: continues ? state.message : line.message,
    messageLine: continues ? state.messageLine : lineNumber,
    at,
    last: line,
  };
}

function promptedBy(before: FileState['prompted'], source: string): FileState['prompted'] {
  if (source === '' || source === 'system' || source === 'queued') return before;
  return source === 'sdk' ? 'by-program' : 'by-person';
}

/** How far a transcript is read, and what it looked like then. */
export type Mark = {
  readonly path: string;
  readonly readTo: number;
  /** -1 for half a file: it is looked at again, whatever its size. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly changedAt: number;
  readonly inode: number;
  /** A hash of the first bytes: it tells a file that grew from one that was replaced. */
  readonly head: string;
};

/** The text that `stateFrom` reads back. */
export function stateText({ last, ...state }: FileState): string {
  const { session, cwd, version, entrypoint, agent } = last;
  return JSON.stringify({ ...state, last: { session, cwd, version, entrypoint, agent } });
}

/** The state that a text of `stateText` stands for; a text of an older version starts afresh. */
export function stateFrom(text: string): FileState {
  const kept: unknown = JSON.parse(text);
  if (!isRecord(kept) || !isRecord(kept['last'])) return FRESH;
  const last = kept['last'];
  const words = (name: keyof Repeated) => (typeof last[name] === 'string' ? last[name] : '');
  return {
    mode: typeof kept['mode'] === 'string' ? modeNamed(kept['mode']) : undefined,
    timedMode: typeof kept['timedMode'] === 'string' ? modeNamed(kept['timedMode']) : undefined,
    prompted: kept['prompted'] === 'by-program' ? 'by-program' : 'by-person',
    message: typeof kept['message'] === 'string' ? kept['message'] : '',
    messageLine: typeof kept['messageLine'] === 'number' ? kept['messageLine'] : 0,
    at: typeof kept['at'] === 'number' ? kept['at'] : undefined,
    last: {
      session: words('session'),
      cwd: words('cwd'),
      version: words('version'),
      entrypoint: words('entrypoint'),
      agent: words('agent'),
    },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Entry points of the Agent SDK and of headless runs: nobody sits at a terminal. */
export function isHeadless(line: Pick<LineSeen, 'entrypoint' | 'background'>, state: FileState): boolean {
  const automatic = line.entrypoint.startsWith('sdk-') || line.entrypoint === 'local-agent';
  return automatic || line.background || state.prompted === 'by-program';
}

/** A host program of the Agent SDK may answer for a person, with any text. */
export function isHosted(line: Pick<LineSeen, 'entrypoint'>): boolean {
  return line.entrypoint.startsWith('sdk-') || line.entrypoint === 'local-agent';
}
