import type { Database } from 'better-sqlite3';
import type { CallHeard } from '../observations/heard.ts';
import { projectOf } from '../observations/project-of.ts';

/** Sessions by name; each belongs to the project of its first call. */
export function sessionRows(database: Database): {
  readonly begin: () => void;
  readonly idOf: (call: CallHeard, file: string) => number;
} {
  const findProject = database.prepare<[string], number>('SELECT id FROM project WHERE path = ?').pluck();
  const insertProject = database.prepare<[string]>('INSERT INTO project (path) VALUES (?)');
  const findSession = database.prepare<[string], number>('SELECT id FROM session WHERE name = ?').pluck();
  const insertSession = database.prepare<[string, number]>(
    'INSERT INTO session (name, project) VALUES (?, ?)',
  );
  const moveSession = database.prepare<[number, number]>('UPDATE session SET project = ? WHERE id = ?');
  const findFirst = database
    .prepare<[number], number | null>('SELECT min(at) FROM call WHERE session = ?')
    .pluck();
  const cache = new Map<string, { readonly id: number; first: number }>();
  const projectId = (path: string) =>
    findProject.get(path) ?? Number(insertProject.run(path).lastInsertRowid);
  return {
    begin: () => cache.clear(),
    idOf({ session, cwd, at = Number.POSITIVE_INFINITY }, file) {
      const cached = cache.get(session);
      if (cached !== undefined && cached.first <= at) return cached.id;
      const known = cached?.id ?? findSession.get(session);
      const project = () => projectId(projectOf(cwd, file));
      const id = known ?? Number(insertSession.run(session, project()).lastInsertRowid);
      // The files of a resumed session may begin in different directories: the earliest call says where it started.
      const first = cached?.first ?? findFirst.get(id) ?? Number.POSITIVE_INFINITY;
      if (known !== undefined && at < first) moveSession.run(project(), id);
      cache.set(session, { id, first: Math.min(first, at) });
      return id;
    },
  };
}
