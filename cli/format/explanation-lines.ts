import type { Explanation } from '../../src/index.ts';
import { nearMissInWords, reasonInWords, wouldAllowInWords } from './decision-words.ts';
import { type Line, mark, said, wrap } from './line.ts';

/** An explanation, part by part. */
export function explanationLines(explanation: Explanation, width: number): readonly Line[] {
  return contents(explanation).flatMap((line) => wrap(line, width, 4));
}

function contents(explanation: Explanation): readonly Line[] {
  const { decision, mode, clientVersion, assumed, trusted, nearMisses, wouldAllow, files } = explanation;
  const classifier = decision.handedTo === undefined ? '' : ', by a classifier';
  return [
    [mark(decision.verdict, 'strong'), ...said(`${classifier}: ${reasonInWords(decision.because)}`)],
    [
      mark(
        `${mode} mode, client ${clientVersion}${assumed ? ' (newer than any recorded: an assumption)' : ''}`,
        'dim',
      ),
    ],
    ...(trusted
      ? []
      : [[mark('this workspace is not trusted: allow rules of the project file do not count', 'warn')]]),
    ...(decision.parts.length > 1 ? partLines(explanation) : []),
    ...(nearMisses.length === 0 ? [] : [[], [mark('Rules that nearly matched', 'strong')]]),
    ...nearMisses.map((miss): Line => [mark('  '), ...said(nearMissInWords(miss))]),
    ...(wouldAllow === undefined ? [] : [[], [...said(wouldAllowInWords(wouldAllow))]]),
    ...files.flatMap(({ file, ignoredBecause, problems }): readonly Line[] => [
      ...(ignoredBecause === undefined
        ? []
        : [[mark('ignored ', 'warn'), ...said(`${file}:${ignoredBecause}`)] satisfies Line]),
      ...problems.map(
        ({ line, column, why, rule }): Line => [
          mark('dropped ', 'warn'),
          ...said(`${file}:${line}:${column}: ${rule === undefined ? '' : `${rule.text}: `}${why}`),
        ],
      ),
    ]),
  ];
}

function partLines({ decision }: Explanation): readonly Line[] {
  return [
    [],
    ...decision.parts.map(
      (part): Line => [
        mark(`  ${part.verdict.padEnd(6)}`, 'strong'),
        ...said(part.text),
        mark('  '),
        ...said(reasonInWords(part.because), 'dim'),
      ],
    ),
  ];
}
