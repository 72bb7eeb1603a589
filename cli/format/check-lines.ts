import type { CheckAnswer, CheckReport } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { count } from './words.ts';

/** More of one kind say nothing new; the JSON has all of them. */
const SHOWN = 5;

/** The answers for a person to read: every question with what shows the answer. */
export function checkLines(report: CheckReport, width: number): readonly Line[] {
  const failed = report.answers.filter(({ passed }) => !passed).length;
  return [
    [mark('Project ', 'dim'), ...said(report.project, 'strong'), mark(`  mode ${report.mode}`, 'dim')],
    [],
    ...report.answers.flatMap((answer) => answerLines(answer, width)),
    [],
    [
      failed === 0
        ? mark('Nothing speaks against it.', 'strong')
        : mark(`${failed} of ${count(report.answers.length, 'question')} answered with yes.`, 'strong'),
    ],
  ];
}

function answerLines({ asks, passed, tried, findings }: CheckAnswer, width: number): readonly Line[] {
  const rest = findings.length - SHOWN;
  return [
    [passed ? mark('no   ', 'dim') : mark('YES  ', 'warn'), mark(asks), mark(`  (${tried} tried)`, 'dim')],
    ...findings
      .slice(0, SHOWN)
      .flatMap(({ shown, why, calls = 1 }) =>
        wrap(
          [
            mark('       '),
            ...said(shown, 'accent'),
            mark('  '),
            ...said(calls > 1 ? `${why}; ${count(calls, 'call')} like this` : why, 'dim'),
          ],
          width,
          9,
        ),
      ),
    ...(rest > 0 ? [[mark(`       and ${rest} more; --json lists them all`, 'dim')]] : []),
  ];
}
