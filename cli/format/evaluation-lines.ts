import { type EvaluateReport, REMAINS_BECAUSE } from '../../src/index.ts';
import { bar } from './chart.ts';
import type { Glyphs } from './glyphs.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { type Column, tableLines } from './table.ts';
import { count, grouped, percent } from './words.ts';

type Evaluated = EvaluateReport['projects'][number];

const BAR = 30;

/** The evaluation for a person to read: a table and a learning curve for each project, then all together. */
export function evaluationLines(report: EvaluateReport, width: number, glyphs: Glyphs): readonly Line[] {
  if (report.projects.length === 0) {
    return [[mark('No project has enough Bash calls to say anything (--min-bash lowers the bar).')]];
  }
  return [
    ...wrap(
      [
        mark(
          `Learnt on the first ${percent(report.share)} of each project's sessions, replayed the rest: default mode, empty settings.`,
        ),
      ],
      width,
    ),
    [],
    ...report.projects.flatMap((project) => projectLines(project, width, glyphs)),
    ...totalLines(report, width),
  ];
}

const COLUMNS: readonly Column[] = [
  { title: 'learner', grow: true },
  { title: 'removed', align: 'right' },
  { title: 'of prompts', align: 'right' },
  { title: 'of ceiling', align: 'right' },
  { title: 'rules', align: 'right' },
  { title: 'refused', align: 'right' },
  { title: 'unused grant', align: 'right' },
];

type Row = {
  readonly learner: string;
  readonly removed: number;
  readonly rules: number;
  readonly refusedCovered: number;
  readonly doubtfulCovered: number;
  readonly grant: { readonly space: number; readonly used: number };
};

function row(score: Row, prompts: number, ceiling: number): readonly Line[] {
  const { learner, removed, rules, refusedCovered, doubtfulCovered, grant } = score;
  const doubtful = doubtfulCovered === 0 ? '' : ` +${doubtfulCovered}?`;
  return [
    [mark(learner)],
    [mark(grouped(removed))],
    [mark(share(removed, prompts))],
    [mark(share(removed, ceiling))],
    [mark(grouped(rules))],
    [mark(grouped(refusedCovered) + doubtful)],
    [mark(share(grant.space - grant.used, grant.space))],
  ];
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : percent(part / whole);
}

function projectLines(project: Evaluated, width: number, glyphs: Glyphs): readonly Line[] {
  const { prompts, ceiling, sessions, scores } = project;
  return [
    [mark('Project ', 'dim'), ...said(project.project, 'strong')],
    [
      mark(
        `${count(sessions.learnt, 'session')} learnt, ${sessions.heldOut} replayed: ${count(prompts, 'prompt')}, ceiling ${grouped(ceiling)}`,
      ),
    ],
    ...tableLines({ columns: COLUMNS, rows: scores.map((score) => row(score, prompts, ceiling)) }, width),
    ...wrap([mark(foreseen(project))], width),
    ...wrap([mark(sidesText(project))], width),
    ...curveLines(project, glyphs),
    ...project.remaining.flatMap(({ why, prompts: left, details }) =>
      wrap(
        [
          mark(`${String(left).padStart(6)}  remain: ${REMAINS_BECAUSE[why]}`),
          ...said(` (mostly ${(details[0]?.what ?? '').split('\n')[0]})`, 'dim'),
        ],
        width,
        8,
      ),
    ),
    [],
  ];
}

function foreseen({ ceiling, foreseeable }: Pick<Evaluated, 'ceiling' | 'foreseeable'>): string {
  const unseen = Math.max(0, ceiling - foreseeable);
  return `Of the ceiling, ${grouped(unseen)} came up in no earlier session in a form that a rule could have been made of.`;
}

/** Editing and running the same code unasked is "run anything": what keeping the two apart costs. */
function sidesText({ sides, prompts }: Pick<Evaluated, 'sides' | 'prompts'>): string {
  const { editing, running, both } = sides;
  return `Edits unasked and runs asked: ${share(editing, prompts)}; runs unasked and edits asked: ${share(running, prompts)}; both, if you accept that the agent can then run anything: ${share(both, prompts)}.`;
}

/** The learning curve as bars, and where it stops paying. */
function curveLines({ curve, prompts, enough }: Evaluated, glyphs: Glyphs): readonly Line[] {
  if (curve.length === 0 || prompts === 0) return [];
  const top = Math.max(...curve.map(({ removed }) => removed));
  const bars = curve.map(
    ({ sessions, removed }): Line => [
      mark(`${String(sessions).padStart(6)}  ${bar(removed, top, { width: BAR, glyphs })} `),
      mark(share(removed, prompts), 'dim'),
    ],
  );
  return [
    [mark('sessions learnt, prompts removed', 'dim')],
    ...bars,
    ...(enough === undefined
      ? []
      : [[mark(`After ${count(enough, 'session')} more observing adds less than 1 %.`, 'dim')]]),
  ];
}

function totalLines({ projects }: EvaluateReport, width: number): readonly Line[] {
  const total = (of: (project: Evaluated) => number): number =>
    projects.reduce((sum, project) => sum + of(project), 0);
  const prompts = total((project) => project.prompts);
  const ceiling = total((project) => project.ceiling);
  const names = [...new Set(projects.flatMap(({ scores }) => scores.map(({ learner }) => learner)))];
  const rows = names.map((learner) => {
    const own = projects.flatMap(({ scores }) => scores.filter((score) => score.learner === learner));
    const sum = (of: (score: Row) => number): number => own.reduce((total, score) => total + of(score), 0);
    const grant = { space: sum((score) => score.grant.space), used: sum((score) => score.grant.used) };
    return row(
      {
        learner,
        removed: sum((score) => score.removed),
        rules: sum((score) => score.rules),
        refusedCovered: sum((score) => score.refusedCovered),
        doubtfulCovered: sum((score) => score.doubtfulCovered),
        grant,
      },
      prompts,
      ceiling,
    );
  });
  return [
    [
      mark(
        `All ${count(projects.length, 'project')}: ${count(prompts, 'prompt')}, ceiling ${grouped(ceiling)}`,
        'strong',
      ),
    ],
    ...tableLines({ columns: COLUMNS, rows }, width),
    ...wrap([mark(foreseen({ ceiling, foreseeable: total(({ foreseeable }) => foreseeable) }))], width),
    ...wrap(
      [
        mark(
          sidesText({
            prompts,
            sides: {
              editing: total(({ sides }) => sides.editing),
              running: total(({ sides }) => sides.running),
              both: total(({ sides }) => sides.both),
            },
          }),
        ),
      ],
      width,
    ),
    ...wrap(
      [
        mark(
          'refused: refused calls that would pass; ?: refused or interrupted, the record does not say.',
          'dim',
        ),
      ],
      width,
    ),
  ];
}
