import type { Store } from './store.ts';

/** Clocks are set right now and then; nobody sets one back further than this while a session runs. */
const CLOCK_SET_BACK = 10 * 60_000;

/** What the client appends to a transcript, it appends in the order of time. */
const DISORDER = `SELECT session.name AS session, tool_use AS call
  FROM (SELECT call.session, tool_use, at, max(at) OVER (PARTITION BY transcript, call.session, agent
        ORDER BY call.id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
    FROM call
    WHERE call.session IN (SELECT session.id FROM session JOIN project ON project.id = session.project
      WHERE project.path = ?)) AS placed
  JOIN session ON session.id = placed.session
  WHERE at < earlier - ${CLOCK_SET_BACK}
  ORDER BY at DESC, tool_use DESC`;

/** Sessions of a project with a call that is older than one written before it, each with the first such call. */
export function disorderIn(store: Store, project: string): ReadonlyMap<string, string> {
  const rows = store.database.prepare<[string], { session: string; call: string }>(DISORDER).all(project);
  return new Map(
    rows.map(({ session, call }) => [session, `a call is older than one written before it (${call})`]),
  );
}
