import type { AttentionReport } from '../../src/index.ts';
import { bar, gauge, sparkline, squeezed } from './chart.ts';
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
/** With the figures above them they fill the smallest screen. */
const DAYS_SHOWN = 10;
const GAUGE = 10;

/** The report as charts and figures, for the screen and for the command. */
export function attentionLines(report: AttentionReport, sheet: Sheet): readonly Line[] {
  const { prompts, refused, answer, reflexes, left } = report;
  return [
    [mark('Where the review time goes', 'strong'), mark(' in '), ...sheet.said(report.project)],
    [],
    figure('prompts answered', `${grouped(prompts)} in ${count(report.sessions, 'session')}`),
    share('changed the outcome', { part: refused, of: prompts, meaning: 'were refused' }, sheet),
    figure('time to answer', answer.measured === 0 ? 'not measured' : timesOf(report)),
    figure('review time in all', answer.measured === 0 ? 'not measured' : duration(answer.total)),
    share(
      'reflex approvals',
      { part: reflexes, of: answer.measured, meaning: 'faster than one can read' },
      sheet,
    ),
    share('the plan would leave', { part: left, of: prompts, meaning: 'of these prompts' }, sheet),
    [],
    daysLine(report, sheet),
    ...dayLines(report, sheet),
  ];
}

function figure(label: string, value: string): Line {
  return [mark(label.padEnd(LABEL), 'dim'), mark(value)];
}

type Share = { readonly part: number; readonly of: number; readonly meaning: string };

/** A share as a picture first: what it says is seen before it is read. */
function share(label: string, { part, of, meaning }: Share, { glyphs }: Sheet): Line {
  if (of === 0) return figure(label, 'none');
  return [
    mark(label.padEnd(LABEL), 'dim'),
    mark(gauge(part / of, { width: GAUGE, glyphs }), 'accent'),
    mark(` ${percent(part / of).padStart(4)}  ${grouped(part)} ${meaning}`),
  ];
}

/** All days in one line; the latest follow one by one. */
function daysLine({ days }: AttentionReport, { glyphs }: Sheet): Line {
  const all = squeezed(
    days.map(({ prompts }) => prompts),
    GAUGE * 2,
  );
  return [
    mark('prompts a day  ', 'dim'),
    mark(sparkline(all, glyphs), 'accent'),
    mark(
      `  over ${count(days.length, 'day')}; the latest (${glyphs.full} approved, ${glyphs.empty} refused):`,
      'dim',
    ),
  ];
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
