import type { Database } from 'better-sqlite3';
import type { Action } from '../observations/observation.ts';

/** Distinct actions by number. */
export type Actions = { readonly idOf: (tool: string, action: Action) => number };

const CACHE_LIMIT = 50_000;

/** A function that finds the number of an action; undefined where the store has none like it. */
export function actionFinder(database: Database): (tool: string, action: Action) => number | undefined {
  const find = finder(database);
  return (tool, action) => {
    const { subject, detail } = columnsOf(action);
    return find.get(subject, tool, action.kind, detail);
  };
}

function finder(database: Database) {
  return database
    .prepare<[string, string, string, string], number>(
      'SELECT id FROM action WHERE subject = ? AND tool = ? AND kind = ? AND detail = ?',
    )
    .pluck();
}

/** The numbering of the actions of one open store. */
export function actionsOf(database: Database): Actions {
  const find = finder(database);
  const insert = database.prepare<[string, string, string, string]>(
    'INSERT INTO action (subject, tool, kind, detail) VALUES (?, ?, ?, ?)',
  );
  const cache = new Map<string, number>();
  return {
    idOf(tool, action) {
      const { subject, detail } = columnsOf(action);
      const key = `${tool}\n${action.kind}\n${detail}\n${subject}`;
      const cached = cache.get(key);
      if (cached !== undefined) return cached;
      const row = [subject, tool, action.kind, detail] as const;
      const id = find.get(...row) ?? Number(insert.run(...row).lastInsertRowid);
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(key, id);
      return id;
    },
  };
}

type Columns = { readonly subject: string; readonly detail: string };

/** What a rule looks at, and the rest of the action. */
function columnsOf(action: Action): Columns {
  switch (action.kind) {
    case 'bash': {
      const flags = [action.background && 'background', action.unsandboxed && 'unsandboxed'];
      return { subject: action.command, detail: flags.filter((flag) => flag !== false).join(' ') };
    }
    case 'powershell':
      return { subject: action.command, detail: '' };
    case 'path':
      return { subject: action.path, detail: action.access };
    case 'fetch':
      return { subject: action.url, detail: '' };
    case 'mcp':
      return { subject: action.tool, detail: action.server };
    case 'agent':
      return { subject: action.type, detail: '' };
    case 'skill':
      return { subject: action.name, detail: '' };
    case 'other':
      return { subject: '', detail: '' };
  }
}

/** The action that stands in a row; undefined where the row is none that this version writes. */
export function actionFrom(kind: string, { subject, detail }: Columns): Action | undefined {
  switch (kind) {
    case 'bash':
      return {
        kind,
        command: subject,
        background: detail.includes('background'),
        unsandboxed: detail.includes('unsandboxed'),
      };
    case 'powershell':
      return { kind, command: subject };
    case 'path':
      return detail === 'read' || detail === 'write' || detail === 'search'
        ? { kind, access: detail, path: subject }
        : undefined;
    case 'fetch':
      return { kind, url: subject };
    case 'mcp':
      return { kind, server: detail, tool: subject };
    case 'agent':
      return { kind, type: subject };
    case 'skill':
      return { kind, name: subject };
    case 'other':
      return { kind };
    default:
      return undefined;
  }
}
