import type { Store } from './store.ts';

/** Clocks are set right now and then; nobody sets one back further than this while a session runs. */
const CLOCK_SET_BACK = 10 * 60_000;

/** A file cannot hold what was written after it was last changed, time zones and slow clocks granted. */
const AHEAD_OF_ITS_FILE = 24 * 3_600_000;

/** What the client appends, it appends in the order of time, and to a file that then is as young as the line. */
const DISORDER = `SELECT session.name AS session, tool_use AS call,
    CASE WHEN at < earlier - ${CLOCK_SET_BACK} THEN 'a call is older than the one before it'
      ELSE 'a call is younger than its transcript' END AS why
  FROM (SELECT call.id, call.session, tool_use, at, changed_at,
      max(at) OVER (PARTITION BY transcript, call.session, agent ORDER BY call.id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS earlier
    FROM call JOIN transcript ON transcript.id = call.transcript
    WHERE call.session IN (SELECT session.id FROM session JOIN project ON project.id = session.project
      WHERE project.path = ?)) AS placed
  JOIN session ON session.id = placed.session
  WHERE at < earlier - ${CLOCK_SET_BACK} OR at > changed_at + ${AHEAD_OF_ITS_FILE}
  ORDER BY at DESC, tool_use DESC`;

/** Sessions of a project whose calls cannot have been written in the order in which they stand, with the first sign. */
export function disorderIn(store: Store, project: string): ReadonlyMap<string, string> {
  const rows = store.database
    .prepare<[string], { session: string; call: string; why: string }>(DISORDER)
    .all(project);
  return new Map(rows.map(({ session, call, why }) => [session, `${why} (${call})`]));
}
