import type { PermissionRecord, ReviewedAction } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { tableLines } from './table.ts';
import { count } from './words.ts';

/** How far the content of a settings file at that time is known. */
const KNOWN = {
  ledger: 'as the ledger kept it',
  untouched: 'not changed since',
  assumed: 'changed since; taken as it is now',
} as const;

/** The permission record of a session for a person to read. */
export function recordLines(record: PermissionRecord, width: number): readonly Line[] {
  const field = (name: string, ...values: readonly string[]): readonly Line[] =>
    wrap(
      [mark(name.padEnd(12), 'dim'), ...said(values.length === 0 ? 'none' : values.join(', '))],
      width,
      12,
    );
  return [
    ...field('session', record.session),
    ...field('project', record.project),
    ...field('time', [record.first, record.last].filter((time) => time !== undefined).join(' to ')),
    ...field('client', ...record.clientVersions),
    ...field('mode', ...record.modes, ...(record.headless ? ['headless'] : [])),
    ...field('directories', ...record.workingDirectories),
    ...field('network', ...record.networkAllowlist),
    ...field('blocked', ...record.blockedPaths),
    ...(['allow', 'ask', 'deny'] as const).flatMap((list) => field(list, ...record.rules[list])),
    ...field('settings', record.settingsHash),
    ...record.settings.flatMap(({ scope, file, known }) => field('', `${scope} ${file} (${KNOWN[known]})`)),
    ...field('program', `precedent ${record.codeVersion}`),
    [],
    ...tableLines(
      {
        columns: [{ title: 'tool' }, { title: 'what', grow: true }, { title: 'then' }],
        rows: record.scopes.map(({ tool, what, verdict }) => [said(tool), [mark(what)], [mark(verdict)]]),
      },
      width,
    ),
    [],
    [mark(count(record.actions.length, 'action'), 'strong')],
    ...tableLines(
      {
        columns: [{ title: 'action', grow: true }, { title: 'outcome' }, { title: 'reviewer' }],
        rows: record.actions.map((action) => [
          said(`${action.tool} ${action.what}`),
          said(action.outcome),
          said(reviewerText(action)),
        ]),
      },
      width,
    ),
  ];
}

function reviewerText({ reviewer, inferred, rules }: ReviewedAction): string {
  const how = inferred ? `${reviewer} (inferred)` : reviewer;
  const which = rules.map(({ rule, entry, signer }) =>
    entry === undefined ? rule : `${rule} (entry ${entry} by ${signer})`,
  );
  return which.length === 0 ? how : `${how}: ${which.join(', ')}`;
}
