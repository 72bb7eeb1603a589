import type { AttentionReport } from '../../src/index.ts';
import { bar } from './chart.ts';
import type { Glyphs } from './glyphs.ts';
import { type Line, mark, type Span } from './line.ts';
import { count, duration, grouped, percent } from './words.ts';

export type Sheet = {
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Makes text from outside visible. */
  readonly said: (text: string) => readonly Span[];
};

const LABEL = 24;
const DAYS_SHOWN = 14;

/** The report as charts and figures, for the screen and for the command. */
export function attentionLines(report: AttentionReport, sheet: Sheet): readonly Line[] {
  const { prompts, refused, answer, reflexes, left } = report;
  const share = (part: number, of: number) =>
    of === 0 ? 'none' : `${grouped(part)} (${percent(part / of)})`;
  return [
    [mark('Where the review time goes', 'strong'), mark(' in '), ...sheet.said(report.project)],
    [],
    figure('prompts answered', `${grouped(prompts)} in ${count(report.sessions, 'session')}`),
    figure('changed the outcome', `${share(refused, prompts)} were refused`),
    figure('time to answer', answer.measured === 0 ? 'not measured' : timesOf(report)),
    figure('review time in all', answer.measured === 0 ? 'not measured' : duration(answer.total)),
    figure('reflex approvals', `${share(reflexes, answer.measured)}: faster than the command can be read`),
    figure('the plan would leave', `${share(left, prompts)} of the prompts`),
    [],
    [
      mark('prompts a day', 'dim'),
      mark(`  (${sheet.glyphs.full} approved, ${sheet.glyphs.empty} refused)`, 'dim'),
    ],
    ...dayLines(report, sheet),
  ];
}

function figure(label: string, value: string): Line {
  return [mark(label.padEnd(LABEL), 'dim'), mark(value)];
}

function timesOf({ answer }: AttentionReport): string {
  return `${duration(answer.median)} half the time, ${duration(answer.ninth)} nine times in ten`;
}

function dayLines({ days }: AttentionReport, { width, glyphs }: Sheet): readonly Line[] {
  const shown = days.slice(-DAYS_SHOWN);
  const top = Math.max(...shown.map(({ prompts }) => prompts), 0);
  const room = Math.max(10, Math.min(60, width - 32));
  return shown.map(({ day, prompts, refused }) => {
    const all = bar(prompts, top, { width: room, glyphs }).length;
    const no = prompts === 0 ? 0 : Math.ceil((refused / prompts) * all);
    return [
      mark(`${day}  `, 'dim'),
      mark(glyphs.full.repeat(all - no), 'accent'),
      mark(glyphs.empty.repeat(no), 'warn'),
      mark(` ${grouped(prompts)}`),
      mark(refused === 0 ? '' : `, ${grouped(refused)} refused`, 'dim'),
    ];
  });
}
