import type { Action, Observation, Outcome, RecordedDecision } from '../observations/observation.ts';
import { modeNamed } from '../permission/mode.ts';
import { actionFinder, actionFrom } from './actions.ts';
import type { Store } from './store.ts';
import { type WordTable, wordTable } from './words.ts';

/** The columns of `ROWS`, in their order: rows come as lists, which cost half as much as objects. */
type Row = readonly [
  id: number,
  toolUse: string,
  tool: string,
  kind: string,
  subject: string,
  detail: string,
  cwd: number,
  project: string,
  session: string,
  agent: number | null,
  version: number,
  mode: number | null,
  heard: string | null,
  headless: number,
  at: number | null,
  outcome: number,
  latency: number | null,
  refusal: number | null,
  decision: number | null,
];

/** A subagent's own file does not say the mode, and it may be read before the one of its session that does. */
const HEARD = `CASE WHEN mode IS NULL AND agent IS NOT NULL THEN (SELECT then_.mode FROM mode_change AS then_
  WHERE then_.session = (SELECT word.id FROM word WHERE word.text = session.name) AND then_.at <= call.at
  ORDER BY then_.at DESC LIMIT 1) END AS heard`;

const ROWS = `SELECT call.id, tool_use, tool, kind, subject, detail, cwd, project.path AS project, session.name AS session, agent,
  version, mode, ${HEARD}, headless, at, outcome, latency, refusal, decision
  FROM call
  JOIN action ON action.id = call.action
  JOIN session ON session.id = call.session
  JOIN project ON project.id = session.project`;

const SESSIONS = `(SELECT session.id FROM session JOIN project ON project.id = session.project WHERE project.path = ?)`;

/** The `+` keeps SQLite from walking all calls in the order of their ids, or those of an action by their sessions. */
const OF_PROJECT = `WHERE call.session IN ${SESSIONS} ORDER BY at, +tool_use`;
const OF_ACTIONS = `WHERE call.action IN (SELECT value FROM json_each(?)) AND +call.session IN ${SESSIONS}
  ORDER BY at, +tool_use`;

/** What calls to look for; all of them by default. */
export type Sought = {
  readonly project?: string;
  /** Of the project, only the uses of these. */
  readonly actions?: readonly Made[];
};

/** An action of a tool. */
export type Made = { readonly tool: string; readonly action: Action };

/**
 * The recorded calls, one at a time: there may be many. Those of one project in the order of their times, so that the
 * same evidence reads the same however it came into the store; those of all as they were stored.
 */
export function* observations(store: Store, sought: Sought = {}): Iterable<Observation> {
  const read = rowReader(store);
  for (const row of rowsOf(store, sought)) yield read(row);
}

function rowsOf({ database }: Store, { project, actions }: Sought): Iterable<Row> {
  if (project === undefined) return database.prepare<[], Row>(`${ROWS} ORDER BY call.id`).raw().iterate();
  if (actions === undefined) {
    return database.prepare<[string], Row>(`${ROWS} ${OF_PROJECT}`).raw().iterate(project);
  }
  const known = actionFinder(database);
  const ids = actions.flatMap(({ tool, action }) => known(tool, action) ?? []);
  return database
    .prepare<[string, string], Row>(`${ROWS} ${OF_ACTIONS}`)
    .raw()
    .iterate(JSON.stringify(ids), project);
}

/** A function that makes an observation of a row; texts that repeat are decoded once. */
function rowReader({ database }: Store): (row: Row) => Observation {
  const words = wordTable(database);
  const outcomes = new Map<number, Outcome>();
  const decisions = new Map<number, RecordedDecision>();
  const names = new Map<string, string>();
  return ([
    ,
    toolUse,
    tool,
    kind,
    subject,
    detail,
    cwd,
    project,
    session,
    agent,
    version,
    ownMode,
    heard,
    headless,
    at,
    outcome,
    latency,
    refusal,
    decision,
  ]) => {
    const action = actionFrom(kind, { subject, detail });
    if (action === undefined) throw new Error(`the store holds an action of the unknown kind ${kind}`);
    const mode = modeNamed(ownMode === null ? (heard ?? '') : words.get(ownMode));
    return {
      id: toolUse,
      tool,
      action,
      cwd: words.get(cwd),
      project: oneOf(names, project),
      session: oneOf(names, session),
      clientVersion: words.get(version),
      headless: headless === 1,
      outcome: decoded(outcome, words, outcomes),
      ...(agent !== null && { agent: words.get(agent) }),
      ...(mode !== undefined && { mode }),
      ...(at !== null && { at }),
      ...(latency !== null && { latency }),
      ...(refusal !== null && { refusal: words.get(refusal) }),
      ...(decision !== null && { decision: decoded(decision, words, decisions) }),
    };
  };
}

/** The first text equal to this one: a session has its name in every row, and whoever keeps names keeps one of each. */
function oneOf(names: Map<string, string>, name: string): string {
  const known = names.get(name);
  if (known === undefined) names.set(name, name);
  return known ?? name;
}

/** The value that a word holds as JSON; equal words give the same object. */
function decoded<Value>(id: number, words: WordTable, seen: Map<number, Value>): Value {
  const known = seen.get(id);
  if (known !== undefined) return known;
  const value: Value = JSON.parse(words.get(id));
  seen.set(id, value);
  return value;
}

/** A place in the order in which calls were stored. */
export type Cursor = number;

/** The place of the newest call; 0 where there is none. */
export function newestCall({ database }: Store): Cursor {
  return database.prepare<[], number>('SELECT coalesce(max(id), 0) FROM call').pluck().get() ?? 0;
}

const AT_ONCE = 10_000;

/** The calls stored after a place, oldest first, and the place of the last of them. */
export function observationsAfter(
  store: Store,
  cursor: Cursor,
  limit = AT_ONCE,
): { readonly observations: readonly Observation[]; readonly cursor: Cursor } {
  const rows = store.database
    .prepare<[number, number], Row>(`${ROWS} WHERE call.id > ? ORDER BY call.id LIMIT ?`)
    .raw()
    .all(cursor, limit);
  const read = rowReader(store);
  return { observations: rows.map(read), cursor: rows.at(-1)?.[0] ?? cursor };
}
