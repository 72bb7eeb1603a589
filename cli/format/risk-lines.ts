import type { RiskReport } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { tierInWords } from './tiers.ts';
import { count } from './words.ts';

/** What settings let an agent do, for a person to read: the worst first, then how, then rule by rule. */
export function riskLines(report: RiskReport, width: number): readonly Line[] {
  return [
    [
      mark('At worst ', 'dim'),
      mark(report.worst, 'strong'),
      mark(` (${tierInWords(report.worst)}), mode ${report.mode}`),
    ],
    ...wrap([...said(report.because)], width, 2),
    [],
    ...pathLines(report, width),
    ...ruleLines(report, width),
    ...toolLines(report, width),
  ];
}

function pathLines({ paths }: RiskReport, width: number): readonly Line[] {
  if (paths.length === 0) return [[mark('No attack path: nothing that passes unasked adds up to more.')], []];
  return [
    [mark(`${count(paths.length, 'attack path')}`, 'strong')],
    ...paths.flatMap(({ sentence, steps, drop }, index) => [
      ...wrap([mark(`${index + 1}. `), ...said(sentence)], width, 3),
      ...steps.flatMap((step) =>
        wrap(
          [mark('   - '), ...said(step.call), mark(' by ', 'dim'), ...said(step.by.join(' + '), 'dim')],
          width,
          5,
        ),
      ),
      ...(drop === undefined
        ? [[mark('   no rule closes it: the mode or the client lets it pass', 'dim')]]
        : wrap([mark('   cheapest to drop: ', 'dim'), ...said(drop, 'strong')], width, 3)),
    ]),
    [],
  ];
}

function ruleLines({ rules }: RiskReport, width: number): readonly Line[] {
  if (rules.length === 0) return [[mark('No allow rule.')], []];
  return [
    [mark('Allow rules', 'strong')],
    ...rules.flatMap(({ rule, tier, because, witnesses }) => [
      ...wrap([...said(rule, 'strong'), mark(`  ${tier}: `), ...said(because)], width, 2),
      ...witnesses.flatMap(({ sentence }) => wrap([mark('    '), ...said(sentence, 'dim')], width, 4)),
    ]),
    [],
  ];
}

function toolLines({ tools }: RiskReport, width: number): readonly Line[] {
  return tools.flatMap(({ tool, reads, changes, network, elsewhere }) => [
    [...said(tool, 'strong'), mark(', unasked')],
    ...wrap([mark('  reads    ', 'dim'), ...said(reads)], width, 11),
    ...wrap([mark('  changes  ', 'dim'), ...said(changes)], width, 11),
    ...wrap([mark('  network  ', 'dim'), ...said(network)], width, 11),
    ...wrap([mark('  wrong place  ', 'dim'), ...said(elsewhere)], width, 11),
  ]);
}
