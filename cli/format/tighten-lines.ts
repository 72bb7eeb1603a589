import type { TightenReport } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { count } from './words.ts';

type Change = TightenReport['changes'][number];

const KINDS = [
  ['secret', 'Holds a secret'],
  ['dead', 'Can never match'],
  ['shadowed', 'Covered by another rule or built in'],
  ['junk', 'Saved for one command'],
  ['unused', 'Unused'],
  ['broader-than-used', 'Broader than its use'],
] as const;

/** What would become of the rules, by reason; the diff follows on its own. */
export function tightenLines(report: TightenReport, width: number): readonly Line[] {
  const { rules, changes, calls } = report;
  if (changes.length === 0) return [[mark('Nothing to tighten in '), ...said(report.settings)]];
  return [
    ...wrap(
      [
        ...said(report.settings, 'strong'),
        mark(
          `: ${count(rules.before, 'rule')}, ${rules.after} after; ${count(calls, 'recorded call')} looked at.`,
        ),
      ],
      width,
    ),
    ...(calls === 0
      ? wrap([mark('No call of this project is recorded: nothing can be said of use.', 'warn')], width)
      : []),
    [],
    ...KINDS.flatMap(([why, title]) => {
      const own = changes.filter((change) => change.why === why);
      if (own.length === 0) return [];
      return [
        [mark(`${title} (${own.length})`, 'strong')],
        ...own.flatMap((change, at) => [
          ...changeLines(change, width),
          // One reason for many rules is said once, under the last of them.
          ...(change.because === own[at + 1]?.because
            ? []
            : wrap([mark('    '), ...said(change.because, 'dim')], width, 4)),
        ]),
        [],
      ];
    }),
  ];
}

function changeLines({ list, rule, why, with: instead, guards }: Change, width: number): readonly Line[] {
  const stays = guards.length > 0 && instead.includes(rule);
  return [
    ...wrap(
      [
        mark(`  ${stays ? ' ' : '-'} ${list} `),
        ...said(why === 'secret' ? hidden(rule) : firstLine(rule), stays ? 'plain' : 'removed'),
      ],
      width,
      4,
    ),
    ...instead
      .filter((added) => !stays || added !== rule)
      .flatMap((added) => wrap([mark('  + '), ...said(added, 'added')], width, 4)),
    ...guards.flatMap((guard) => wrap([mark('  + ask '), ...said(guard, 'added')], width, 4)),
  ];
}

/** Enough to find the rule again; the rest of whatever may be a key is not repeated on a screen. */
function hidden(rule: string): string {
  return firstLine(rule).replace(/[\w+/=-]{12,}/g, (word) => `${word.slice(0, 4)}…`);
}

function firstLine(text: string): string {
  const [first = ''] = text.split('\n');
  return first === text ? text : `${first} ...`;
}
