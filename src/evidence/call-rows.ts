import type { Database } from 'better-sqlite3';
import type { GatheredCall } from '../observations/gathered.ts';
import type { EndingHeard } from '../observations/heard.ts';
import type { HookAnswer } from '../observations/line.ts';
import type { Outcome, RecordedDecision } from '../observations/observation.ts';
import {
  type Asked,
  decidedByHook,
  isRefusalText,
  outcomeOf,
  type Siblings,
} from '../observations/outcome.ts';
import type { Actions } from './actions.ts';
import { modeChanges } from './mode-changes.ts';
import { sessionRows } from './session-rows.ts';
import { type Place, siblingSearch } from './siblings.ts';
import { waitingResults } from './waiting-results.ts';
import { wordsOf } from './words.ts';

const PENDING: Outcome = { kind: 'pending' };

type PendingRow = {
  readonly id: number;
  readonly transcript: number;
  readonly batch: number;
  readonly tool: string;
  readonly headless: number;
  readonly hosted: number;
  readonly at: number | null;
  /** A hook's answer that came before the ending, as JSON. */
  readonly decision: string | null;
};

/** Writes calls, and the endings that come later. */
export type CallRows = {
  /** Begins a transaction: what other processes stored since the last one counts from now on. */
  readonly begin: () => void;
  /** Stores a call with what is known of its ending; false where the call is known already. */
  readonly insert: (gathered: GatheredCall, transcript: number) => boolean;
  /** Stores the ending of a call that was stored before, or keeps it until the call comes. */
  readonly end: (heard: EndingHeard) => void;
  readonly hookAnswered: (hook: HookAnswer) => void;
  readonly modeChanged: (session: string, at: number, mode: string) => void;
};

/** The columns that an ending fills. */
type Ended = {
  readonly outcome: number;
  readonly latency: number | null;
  readonly refusal: number | null;
  readonly decision: number | null;
};

export function callRows(database: Database, actions: Actions): CallRows {
  const words = wordsOf(database);
  const sessions = sessionRows(database);
  const modeChanged = modeChanges(database, words.idOf);
  const waiting = waitingResults(database);
  const siblings = siblingSearch(database);
  const insertCall = database.prepare(
    `INSERT OR IGNORE INTO call (tool_use, transcript, batch, session, action, cwd, agent, version, mode, headless, hosted,
       at, outcome, latency, refusal, decision)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const findPending = database.prepare<[string, number], PendingRow>(
    `SELECT call.id, transcript, batch, tool, headless, hosted, at, word.text AS decision
     FROM call JOIN action ON action.id = call.action LEFT JOIN word ON word.id = call.decision
     WHERE tool_use = ? AND outcome = ?`,
  );
  const updateEnding = database.prepare<[number, number | null, number | null, number | null, number]>(
    'UPDATE call SET outcome = ?, latency = ?, refusal = ?, decision = coalesce(?, decision) WHERE id = ?',
  );
  const updateDecision = database.prepare<[number, string]>(
    'UPDATE call SET decision = ? WHERE tool_use = ? AND decision IS NULL',
  );
  const exists = database.prepare<[string], number>('SELECT id FROM call WHERE tool_use = ?').pluck();
  // Numbered in a transaction like everything else: another process may be at it just now.
  const pending = () => words.idOf(JSON.stringify(PENDING));

  /** The columns of an ending; `place` finds the siblings of a call that the person refused. */
  const ended = (heard: EndingHeard, asked: Asked, place: Place): Ended => {
    const { ending } = heard;
    const related: Siblings = isRefusalText(ending) ? siblings(place, heard.at) : 'alone';
    const outcome = outcomeOf(ending, asked, related);
    const refusal = outcome.kind === 'ran' || outcome.kind === 'failed' ? '' : ending.text;
    return {
      outcome: words.idOf(JSON.stringify(outcome)),
      latency: place.at === undefined || heard.at === undefined ? null : heard.at - place.at,
      refusal: refusal === '' ? null : words.idOf(refusal),
      decision: ending.decision === undefined ? null : words.idOf(JSON.stringify(ending.decision)),
    };
  };

  const endStored = (row: PendingRow, heard: EndingHeard): void => {
    const asked = { tool: row.tool, headless: row.headless === 1, hosted: row.hosted === 1 };
    const place = { transcript: row.transcript, batch: row.batch, before: row.id, at: row.at ?? undefined };
    const answered = row.decision === null ? undefined : decisionText(row.decision);
    const { outcome, latency, refusal, decision } = ended(withDecision(heard, answered), asked, place);
    updateEnding.run(outcome, latency, refusal, decision, row.id);
  };

  const end = (heard: EndingHeard): void => {
    const row = findPending.get(heard.id, pending());
    if (row !== undefined) endStored(row, heard);
    else if (exists.get(heard.id) === undefined) waiting.keep(heard);
  };

  return {
    begin: () => {
      sessions.begin();
      waiting.begin();
    },
    end,
    insert({ call, file, ending, hook }, transcript) {
      const answered = hook && decidedByHook(hook);
      const heard = withDecision(ending ?? waiting.take(call.id), answered);
      const place = { transcript, batch: call.batch, before: Number.MAX_SAFE_INTEGER, at: call.at };
      const columns = heard === undefined ? undefined : ended(heard, call, place);
      const decision = columns?.decision ?? (answered && words.idOf(JSON.stringify(answered))) ?? null;
      const { changes } = insertCall.run(
        call.id,
        transcript,
        call.batch,
        sessions.idOf(call, file),
        actions.idOf(call.tool, call.action),
        words.idOf(call.cwd),
        call.agent === '' ? null : words.idOf(call.agent),
        words.idOf(call.version),
        call.mode === undefined ? null : words.idOf(call.mode),
        call.headless ? 1 : 0,
        call.hosted ? 1 : 0,
        call.at ?? null,
        columns?.outcome ?? pending(),
        columns?.latency ?? null,
        columns?.refusal ?? null,
        decision,
      );
      if (changes === 0 && heard !== undefined) end(heard);
      return changes === 1;
    },
    hookAnswered: (hook) => void updateDecision.run(words.idOf(JSON.stringify(decidedByHook(hook))), hook.id),
    modeChanged,
  };
}

/** An ending with the hook's answer where the client's line says nothing of a decision. */
function withDecision<Heard extends EndingHeard | undefined>(
  heard: Heard,
  answered: RecordedDecision | undefined,
): Heard {
  if (heard === undefined || answered === undefined || heard.ending.decision !== undefined) return heard;
  return { ...heard, ending: { ...heard.ending, decision: answered } };
}

function decisionText(text: string): RecordedDecision {
  return JSON.parse(text);
}
