import { type CompareReport, TIERS } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { count } from './words.ts';

const IN_WORDS: Readonly<Record<CompareReport['relation'], string>> = {
  equal: 'B lets pass exactly what A lets pass.',
  wider: 'B is wider than A.',
  narrower: 'B is narrower than A.',
  different: 'Each lets pass what the other does not.',
  'not-wider': 'B is not wider than A.',
  'could-not-decide': 'Could not decide whether B is wider than A.',
};

const CALLS_SHOWN = 8;

/** How two settings files stand to each other, for a person to read. */
export function compareLines(report: CompareReport, width: number): readonly Line[] {
  const { approved, refused, neverSeen } = report.newlyAllowed;
  return [
    [mark(IN_WORDS[report.relation], 'strong')],
    ...callLines('Seen and refused, and now let through', refused, width),
    ...callLines('Seen and approved', approved, width),
    ...callLines('Never seen', neverSeen, width),
    ...(report.undecided.length === 0
      ? []
      : [
          [mark('Open:', 'strong')],
          ...report.undecided.flatMap((why) => wrap([mark('  '), ...said(why)], width, 4)),
        ]),
  ];
}

type Calls = CompareReport['newlyAllowed']['approved'];

/** The shortest call of each tier, worst tier first, then the others. */
function shortestOfEach(calls: Calls): Calls {
  const first = [...TIERS]
    .reverse()
    .flatMap((tier) => calls.filter((call) => call.tier === tier).slice(0, 1));
  return [...first, ...calls.filter((call) => !first.includes(call))];
}

function callLines(title: string, calls: Calls, width: number): readonly Line[] {
  if (calls.length === 0) return [];
  const rest = calls.length - CALLS_SHOWN;
  return [
    [mark(`${title}: ${count(calls.length, 'call')}`, 'strong')],
    ...shortestOfEach(calls)
      .slice(0, CALLS_SHOWN)
      .flatMap(({ tier, sentence }) => wrap([mark(`  ${tier}  `, 'dim'), ...said(sentence)], width, 4)),
    ...(rest > 0 ? [[mark(`  and ${rest} more`, 'dim')]] : []),
  ];
}
