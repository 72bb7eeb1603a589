import type { Proposal, ProposeReport, StaysWithYou } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { tableLines } from './table.ts';
import { count, percent } from './words.ts';

const INDENT = 4;

/** More would bury the rest; the JSON has all of them. */
const STAYS_SHOWN = 20;

/** The whole report for a person to read, project by project. */
export function planLines(report: ProposeReport, width: number): readonly Line[] {
  const shown = report.projects.filter(({ prompts, needed }) => prompts + needed > 0);
  if (shown.length === 0) return [[mark('Nothing recorded yet. Run `precedent learn --once` first.')]];
  return shown.flatMap((summary) => [
    [mark('Project ', 'dim'), ...said(summary.project, 'strong')],
    ...summaryLines(summary, width),
    [],
    ...report.proposals
      .filter(
        ({ project, list, guards }) =>
          project === summary.project && (list !== 'ask' || guards === undefined),
      )
      .flatMap((proposal, index) => [...proposalLines(proposal, index + 1, { report, width }), []]),
    ...staysLines(
      report.stays.filter(({ project }) => project === summary.project),
      width,
    ),
  ]);
}

function summaryLines(summary: ProposeReport['projects'][number], width: number): readonly Line[] {
  const { prompts, saved, needed, reflexes } = summary;
  const share = prompts === 0 ? '' : ` (${percent(saved / prompts)})`;
  const sentences = [
    `You let ${count(prompts, 'prompt')} pass; with this plan ${count(saved, 'prompt')} would not have been shown${share}.`,
    reflexes > 0 ? `${count(reflexes, 'answer')} came faster than the text can be read.` : '',
    needed > 0
      ? `${count(needed, 'call')} ran without a known answer of yours: they show need, not consent.`
      : '',
    prompts === 0 && needed > 0 ? 'If the client recorded no mode, --assume-mode says which one it was.' : '',
  ];
  return wrap([mark(sentences.filter((sentence) => sentence !== '').join(' '))], width);
}

type Shown = { readonly report: ProposeReport; readonly width: number };

function proposalLines(proposal: Proposal, number: number, { report, width }: Shown): readonly Line[] {
  const guards = report.proposals.filter(
    ({ guards: guarded, project }) => guarded === proposal.rule && project === proposal.project,
  );
  const witness = proposal.witnesses.find(({ call }) => !proposal.examples.includes(call));
  const [example] = proposal.examples;
  return [
    ...wrap(
      [mark(`${String(number).padStart(2)}. ${proposal.list} `), ...said(proposal.rule, 'accent')],
      width,
      INDENT,
    ),
    ...guardLines(proposal.rule, guards, width),
    ...inset([...said(proposal.because)], width),
    ...(example === undefined ? [] : inset([mark('seen: ', 'dim'), ...said(shortened(example))], width)),
    ...(witness === undefined
      ? []
      : inset(
          [
            mark('also lets through: ', 'dim'),
            ...said(witness.call),
            mark(' - ', 'dim'),
            ...said(witness.sentence),
          ],
          width,
        )),
  ];
}

/** The variants that keep asking, without the words that they share with the rule. */
function guardLines(rule: string, guards: readonly Proposal[], width: number): readonly Line[] {
  if (guards.length === 0) return [];
  const shared = rule.replace(/[*)].*$/s, '');
  const variants = guards.map((guard) =>
    guard.rule.startsWith(shared) ? guard.rule.slice(shared.length, -1) : guard.rule,
  );
  return inset(
    [mark(`keeps asking (${count(guards.length, 'ask rule')}): `, 'dim'), ...said(variants.join('  '))],
    width,
  );
}

function inset(line: Line, width: number): readonly Line[] {
  return wrap([mark(' '.repeat(INDENT)), ...line], width, INDENT);
}

function shortened(text: string): string {
  const [first = ''] = text.split('\n');
  return first === text ? text : `${first} ...`;
}

function staysLines(stays: readonly StaysWithYou[], width: number): readonly Line[] {
  if (stays.length === 0) return [];
  const rest = stays.length - STAYS_SHOWN;
  const rows = stays
    .slice(0, STAYS_SHOWN)
    .map((stay): readonly Line[] => [
      [...said(stay.what.length > 34 ? `${stay.what.slice(0, 33)}…` : stay.what)],
      [mark(String(stay.support.calls + stay.refusals))],
      [...said(stay.because)],
    ]);
  return [
    [mark('Stays with you', 'strong')],
    ...tableLines(
      {
        columns: [{ title: 'what' }, { title: 'asked', align: 'right' }, { title: 'because', grow: true }],
        rows,
      },
      width,
    ),
    ...(rest > 0 ? [[mark(`and ${rest} more; --json lists them all.`, 'dim')]] : []),
    [],
  ];
}
