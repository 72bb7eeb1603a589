import type { List } from '../permission/rule.ts';
import type { Store } from './store.ts';

/** A rule that a person does not want to be proposed again in a project. */
export type Dismissal = { readonly project: string; readonly list: List; readonly rule: string };

/** Remembers for good that a rule is not wanted; once is enough. `at` is milliseconds since 1970. */
export function dismiss({ database }: Store, { project, list, rule }: Dismissal, at: number): void {
  database
    .prepare('INSERT OR IGNORE INTO dismissal (project, rule, list, at, forever) VALUES (?, ?, ?, ?, 1)')
    .run(project, rule, list, at);
}

/** Forgets that a rule was not wanted; says whether it was. */
export function wantAgain({ database }: Store, { project, list, rule }: Dismissal): boolean {
  const forget = database.prepare('DELETE FROM dismissal WHERE project = ? AND list = ? AND rule = ?');
  return forget.run(project, list, rule).changes > 0;
}

/** The rules of one project that are not wanted. */
export function dismissals({ database }: Store, project: string): readonly Dismissal[] {
  return database
    .prepare<[string], Dismissal>('SELECT project, list, rule FROM dismissal WHERE project = ? ORDER BY rule')
    .all(project);
}
