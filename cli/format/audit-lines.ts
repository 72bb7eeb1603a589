import type { AuditReport, LedgerEntry, RecordedChange } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { count } from './words.ts';

/** The ledger for a person to read, oldest entry first, then what no longer fits the files. */
export function auditLines(report: AuditReport, width: number): readonly Line[] {
  const { entries, check, drift } = report;
  return [
    ...(entries.length === 0 ? [[mark('Nothing was accepted yet.', 'dim')]] : []),
    ...entries.flatMap((entry) => [...entryLines(entry, width), []]),
    ...drift.flatMap((each) =>
      wrap(
        [
          mark('changed since: ', 'warn'),
          ...said(each.file, 'strong'),
          mark(` (entry ${each.entry}): ${DRIFT[each.kind]}`),
          ...each.missing.flatMap((change) => [mark('; gone: '), ...said(changeText(change))]),
        ],
        width,
        2,
      ),
    ),
    ...(check.kind === 'broken'
      ? wrap([mark(`broken at line ${check.line}: `, 'warn'), ...said(check.why)], width, 2)
      : []),
  ];
}

const DRIFT = {
  gone: 'the file is gone',
  void: 'the client ignores the file',
  changed: 'others wrote to it',
} as const;

function entryLines(entry: LedgerEntry, width: number): readonly Line[] {
  const head = [mark(`${entry.seq} `, 'strong'), mark(entry.time, 'dim'), mark(` ${entry.kind} `)];
  if (entry.kind === 'abandoned') {
    return wrap([...head, mark(`entry ${entry.of}: `), ...said(entry.why)], width, 2);
  }
  const { name, email } = entry.signer;
  const by = [mark('by '), ...said(email === undefined ? name : `${name} <${email}>`)];
  const lines = wrap([...head, ...by, mark(' in '), ...said(entry.file, 'accent')], width, 2);
  if (entry.kind === 'undone') return [...lines, [mark(`  takes back entry ${entry.of}`)]];
  return [
    ...lines,
    ...entry.changes.flatMap(({ change, evidence, because }) =>
      wrap(
        [
          mark('  '),
          ...said(changeText(change), change.kind.startsWith('remove') ? 'removed' : 'added'),
          mark(evidenceText(evidence.length, because), 'dim'),
          ...(because === undefined ? [] : [mark('  '), ...said(because, 'dim')]),
        ],
        width,
        4,
      ),
    ),
  ];
}

function changeText(change: RecordedChange): string {
  switch (change.kind) {
    case 'add-rule':
      return `+ ${change.list} ${change.rule}`;
    case 'remove-rule':
      return `- ${change.list} ${change.rule}`;
    case 'add-directory':
      return `+ directory ${change.directory}`;
    case 'remove-directory':
      return `- directory ${change.directory}`;
    case 'set':
      return `+ ${change.key.join('.')} = ${change.value}`;
    case 'unset':
      return `- ${change.key.join('.')}`;
  }
}

/** A rule with a reason and no calls of its own guards another one. */
function evidenceText(calls: number, because: string | undefined): string {
  if (calls > 0) return `  ${count(calls, 'call')}`;
  return because === undefined ? '  by hand' : '';
}
