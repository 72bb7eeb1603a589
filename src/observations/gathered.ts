import type { Mode } from '../permission/mode.ts';
import { after, type FileState, FRESH } from './file-state.ts';
import { type CallHeard, callsOf, type EndingHeard, endingsOf } from './heard.ts';
import type { HookAnswer, LineReading, LineSeen } from './line.ts';
import { LINE } from './line-shape.ts';
import { type Find, findsOf, type Projection } from './projection/projection.ts';
import { readLine } from './read-line.ts';

/** Why a line is reported. The first two could not be read; the others were read all the same, or say nothing here. */
export const REASONS = [
  'malformed',
  'comment',
  'glued',
  'invalid-utf8',
  'long-line',
  'unknown-type',
  'unreadable-file',
] as const;

export type SkipReason = (typeof REASONS)[number];

/** A line that is reported, with its place. */
export type Problem = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly reason: SkipReason;
  readonly why: string;
};

/** A call with what was heard of its ending in the same stretch of lines. */
export type GatheredCall = {
  readonly call: CallHeard;
  readonly file: string;
  ending?: EndingHeard;
  hook?: HookAnswer;
};

export type ModeChange = { readonly session: string; readonly at: number; readonly mode: Mode };

/** What a stretch of lines said, ready to be stored at once. */
export type Gathered = {
  /** By tool_use id, in the order of the lines. */
  readonly calls: Map<string, GatheredCall>;
  /** Endings and hooks whose call was told earlier, in another file, or not yet. */
  readonly endings: EndingHeard[];
  readonly hooks: HookAnswer[];
  readonly modes: ModeChange[];
  readonly problems: Problem[];
};

export function nothingGathered(): Gathered {
  return { calls: new Map(), endings: [], hooks: [], modes: [], problems: [] };
}

/** A file in the middle of being read. */
export type Reading = {
  readonly file: string;
  /** Line ends passed so far: the line being read is the next one. */
  lines: number;
  state: FileState;
};

export function readingFromStart(file: string): Reading {
  return { file, lines: 0, state: FRESH };
}

/** Takes what was found in the next lines of a file, of which there are so many, into what was gathered. */
export function gatherLines(
  gathered: Gathered,
  reading: Reading,
  { projections, lines }: { readonly projections: readonly Projection[]; readonly lines: number },
): void {
  const before = reading.lines;
  for (const projection of projections) {
    for (const find of findsOf(projection, LINE)) {
      reading.lines = before + find.line;
      gatherFind(gathered, reading, find);
    }
  }
  reading.lines = before + lines;
}

function gatherFind(gathered: Gathered, reading: Reading, find: Find<typeof LINE>): void {
  switch (find.kind) {
    case 'object':
      take(gathered, reading, readLine(find.value, reading.state.last));
      break;
    case 'malformed':
      report(gathered, reading, { reason: 'malformed', why: 'not a JSON object' });
      break;
    case 'glued':
      report(gathered, reading, { reason: 'glued', why: 'several objects on one line' });
      break;
    case 'comment':
      report(gathered, reading, { reason: 'comment', why: 'a comment' });
  }
}

/** Reports the line that is being read. */
export function report(
  gathered: Gathered,
  reading: Reading,
  { reason, why }: { readonly reason: SkipReason; readonly why: string },
): void {
  gathered.problems.push({ file: reading.file, line: reading.lines + 1, reason, why });
}

function take(gathered: Gathered, reading: Reading, line: LineReading): void {
  switch (line.kind) {
    case 'ignored':
      break;
    case 'unknown': {
      const why = `type ${JSON.stringify(line.type.slice(0, 60))}`;
      report(gathered, reading, { reason: 'unknown-type', why });
      break;
    }
    case 'malformed':
      report(gathered, reading, { reason: 'malformed', why: line.why });
      break;
    case 'seen':
      takeSeen(gathered, reading, line);
  }
}

function takeSeen(gathered: Gathered, reading: Reading, line: LineSeen): void {
  const before = reading.state;
  const state = after(before, line, reading.lines + 1);
  for (const call of callsOf(line, before, state.messageLine)) {
    if (!gathered.calls.has(call.id)) gathered.calls.set(call.id, { call, file: reading.file });
  }
  for (const heard of endingsOf(line)) {
    const gatheredCall = gathered.calls.get(heard.id);
    if (gatheredCall === undefined) gathered.endings.push(heard);
    else gatheredCall.ending ??= heard;
  }
  if (line.hook !== undefined) takeHook(gathered, line.hook);
  if (state.timedMode !== undefined && state.timedMode !== before.timedMode && state.at !== undefined) {
    gathered.modes.push({ session: line.session, at: state.at, mode: state.timedMode });
  }
  reading.state = state;
}

function takeHook(gathered: Gathered, hook: HookAnswer): void {
  const gatheredCall = gathered.calls.get(hook.id);
  if (gatheredCall === undefined) gathered.hooks.push(hook);
  else gatheredCall.hook = hook;
}
