import type { LearnReport } from '../../src/learning.ts';
import { type Line, mark, said } from './span.ts';
import { clock, count, duration, grouped } from './words.ts';

/** Places of reported lines that are shown; `--json` has more. */
const PLACES_SHOWN = 5;

/** What a reason means to the person, by reason. */
const MEANING: Readonly<Record<keyof LearnReport['totals']['skipped'], string>> = {
  malformed: 'not JSON, left out',
  comment: 'a comment, left out',
  glued: 'several objects on one line, all read',
  'invalid-utf8': 'not UTF-8, read with replacement characters',
  'long-line': 'very long',
  'unknown-type': 'of a type this version does not know, left out',
  'unreadable-file': 'file cannot be opened',
};

/** What one pass did and what the store holds, for a person to read. */
export function learntLines({ totals, pass, problems, closed }: LearnReport): readonly Line[] {
  const { files, sessions, calls, refusals, skipped, vanished } = totals;
  const reported = Object.values(skipped).reduce((sum, lines) => sum + lines, 0);
  return [
    [
      mark(`${count(calls, 'call')} `, 'strong'),
      mark(`in ${count(sessions, 'session')}, ${count(files, 'transcript')}; `),
      mark(`${count(refusals, 'call')} refused or perhaps refused`),
    ],
    [
      mark(
        `New: ${count(pass.calls, 'call')} from ${count(pass.changed, 'changed transcript')}, ` +
          `${grouped(pass.bytes / 1_000_000)} MB in ${duration(pass.milliseconds)}`,
        'dim',
      ),
    ],
    ...(vanished === 0
      ? []
      : [[mark(`${count(vanished, 'transcript')} no longer there; the evidence is kept`, 'dim')]]),
    ...closed.map(
      ({ path, why }): Line => [
        mark('Not looked into: ', 'warn'),
        ...said(path),
        mark(' '),
        ...said(why, 'dim'),
      ],
    ),
    ...(reported === 0 ? [] : [[mark('Lines that stand out:', 'warn')]]),
    ...Object.entries(MEANING).flatMap(([reason, meaning]): readonly Line[] => {
      const lines = Object.entries(skipped).find(([name]) => name === reason)?.[1] ?? 0;
      return lines === 0 ? [] : [[mark(`  ${grouped(lines)} ${reason}: ${meaning}`)]];
    }),
    ...problems
      .slice(0, PLACES_SHOWN)
      .map(
        ({ file, line, why }): Line => [
          mark('    '),
          ...said(`${file}:${line}`, 'dim'),
          mark(' '),
          ...said(why, 'dim'),
        ],
      ),
    ...(reported > PLACES_SHOWN && problems.length > 0 ? [[mark('    ... (--json lists more)', 'dim')]] : []),
  ];
}

/** One line for a pass while following. */
export function newsLine({ pass, totals }: LearnReport, at: number): Line {
  return [
    mark(`${clock(at)} `, 'dim'),
    mark(`${count(pass.calls, 'new call')}`),
    mark(` (${grouped(totals.calls)} altogether)`, 'dim'),
  ];
}
