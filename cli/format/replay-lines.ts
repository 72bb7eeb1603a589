import { REMAINS_BECAUSE, type ReplayReport } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { tableLines } from './table.ts';
import { count, grouped, percent } from './words.ts';

const CLUSTERS_SHOWN = 12;
const CALLS_SHOWN = 5;

type ProjectReplay = ReplayReport['projects'][number];

/** A replay for a person to read: the numbers first, then what got through, then why the rest remain. */
export function replayLines(report: ReplayReport, width: number): readonly Line[] {
  return report.projects
    .filter(({ calls }) => calls > 0)
    .flatMap((project) => [
      [mark('Project ', 'dim'), ...said(project.project, 'strong')],
      ...wrap([mark(headline(project))], width),
      [],
      ...promptTable(project, width),
      ...letThrough(project, width),
      ...remaining(project, width),
    ]);
}

function headline({ calls, prompts }: ProjectReplay): string {
  const { before, after } = prompts;
  const share = before === 0 ? '' : ` (${percent((before - after) / before)} fewer)`;
  return `${count(calls, 'call')} replayed: ${count(before, 'prompt')} before, ${grouped(after)} after${share}.`;
}

function promptTable({ byTool, byCluster }: ProjectReplay, width: number): readonly Line[] {
  const rows = [
    ...byTool.filter(({ before, after }) => before + after > 0).map((row) => ({ ...row, what: '' })),
    ...byCluster.slice(0, CLUSTERS_SHOWN),
  ];
  if (rows.length === 0) return [];
  return [
    ...tableLines(
      {
        columns: [
          { title: 'tool' },
          { title: 'what', grow: true },
          { title: 'before', align: 'right' },
          { title: 'after', align: 'right' },
        ],
        rows: rows.map(({ tool, what, before, after }): readonly Line[] => [
          [...said(tool)],
          [...said(what)],
          [mark(grouped(before))],
          [mark(grouped(after))],
        ]),
      },
      width,
    ),
    [],
  ];
}

function letThrough(project: ProjectReplay, width: number): readonly Line[] {
  const kinds = [
    { title: 'Refused by you and now let through', calls: project.refusedLetThrough, tone: 'warn' },
    { title: 'Newly let through and never approved', calls: project.neverApproved, tone: 'strong' },
    { title: 'Ran before and now refused', calls: project.nowDenied, tone: 'strong' },
  ] as const;
  return kinds.flatMap(({ title, calls, tone }) => {
    if (calls.length === 0) return [[mark(`${title}: none`, 'dim')]];
    const shown = calls
      .slice(0, CALLS_SHOWN)
      .flatMap((call) => wrap([mark('  '), ...said(firstLine(call.text))], width, 4));
    const rest = calls.length - CALLS_SHOWN;
    return [
      [mark(`${title}: ${count(calls.length, 'call')}`, tone)],
      ...shown,
      ...(rest > 0 ? [[mark(`  and ${rest} more`, 'dim')]] : []),
    ];
  });
}

function remaining(project: ProjectReplay, width: number): readonly Line[] {
  if (project.remaining.length === 0) return [[]];
  return [
    [],
    [mark('Why prompts remain', 'strong')],
    ...tableLines(
      {
        columns: [
          { title: 'prompts', align: 'right' },
          { title: 'because', grow: true },
        ],
        rows: project.remaining.map(({ why, prompts, details }): readonly Line[] => [
          [mark(grouped(prompts))],
          [mark(REMAINS_BECAUSE[why]), ...said(` (mostly: ${firstLine(details[0]?.what ?? '')})`, 'dim')],
        ]),
      },
      width,
    ),
    [],
  ];
}

function firstLine(text: string): string {
  const [first = ''] = text.split('\n');
  return first === text ? text : `${first} ...`;
}
