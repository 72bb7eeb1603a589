import type { Proposal, ProposeReport, StaysWithYou } from '../../src/index.ts';
import { type Line, mark, said, wrap } from './line.ts';
import { tableLines } from './table.ts';
import { count, grouped, percent } from './words.ts';

const INDENT = 4;

const EXAMPLES_SHOWN = 3;

/** Longer commands are told by their beginning. */
const EXAMPLE_WIDTH = 70;

const MILD: readonly Proposal['tier'][] = ['inert', 'local', 'project-code'];

/** More would bury the rest; the JSON has all of them. */
const STAYS_SHOWN = 20;

const WHAT_WIDTH = 34;

type Summary = ProposeReport['projects'][number];

/** The whole report for a person to read, project by project; those without a proposal in a line each at the end. */
export function planLines(report: ProposeReport, width: number): readonly Line[] {
  const shown = report.projects.filter(({ prompts, needed }) => prompts + needed > 0);
  if (shown.length === 0) return [[mark('Nothing recorded yet. Run `precedent learn --once` first.')]];
  const proposed = new Set(report.proposals.map(({ project }) => project));
  const silent = shown.length > 1 ? shown.filter(({ project }) => !proposed.has(project)) : [];
  return [
    ...shown
      .filter((summary) => !silent.includes(summary))
      .flatMap((summary) => projectLines(summary, report, width)),
    ...silentLines(silent, width),
  ];
}

function projectLines(summary: Summary, report: ProposeReport, width: number): readonly Line[] {
  const own = report.proposals.filter(
    ({ project, guards }) => project === summary.project && guards === undefined,
  );
  return [
    [mark('Project ', 'dim'), ...said(summary.project, 'strong')],
    ...summaryLines(summary, width),
    [],
    ...own.flatMap((proposal, at) => {
      // Rules of the baseline share a reason: it is said under the last of them.
      const together = proposal.because === own[at + 1]?.because;
      return [...proposalLines(proposal, at + 1, { report, width, together }), ...(together ? [] : [[]])];
    }),
    ...adviceLines(summary, width),
    ...staysLines(
      report.stays.filter(({ project }) => project === summary.project),
      width,
    ),
  ];
}

function silentLines(silent: readonly Summary[], width: number): readonly Line[] {
  if (silent.length === 0) return [];
  return [
    [mark('Nothing to propose yet', 'strong')],
    ...silent.flatMap(({ project, prompts, unknownMode }) =>
      wrap(
        [
          ...said(project),
          mark(
            `: ${count(prompts, 'prompt')} let pass${unknownMode > 0 ? `, ${count(unknownMode, 'call')} without a recorded mode` : ''}`,
            'dim',
          ),
        ],
        width,
        INDENT,
      ),
    ),
  ];
}

/** One fact a line, the number first. */
function summaryLines(summary: Summary, width: number): readonly Line[] {
  const { prompts, saved, needed, reflexes, unknownMode, setAside } = summary;
  const share = prompts === 0 ? '' : ` (${percent(saved / prompts)})`;
  const facts = [
    `${count(prompts, 'prompt')} you let pass; with this plan ${grouped(saved)}${share} would not have been shown.`,
    reflexes > 0
      ? `${count(reflexes, 'answer')} came faster than the text can be read: they weigh half.`
      : '',
    needed > 0 ? `${count(needed, 'call')} ran without a known answer of yours: need, not consent.` : '',
    unknownMode > 0
      ? `${count(unknownMode, 'call')} of clients that recorded no mode: nobody can tell whether they asked (--assume-mode default counts them as asked).`
      : '',
    ...setAside.map(({ session, why }) => `Session ${session} is set aside: ${why}.`),
  ];
  return facts.filter((fact) => fact !== '').flatMap((fact) => wrap([...said(fact)], width, INDENT));
}

function adviceLines({ advice }: Summary, width: number): readonly Line[] {
  if (advice.length === 0) return [];
  return [
    [mark('Beside the rules', 'strong')],
    ...advice.flatMap(({ id, what, because, change }) =>
      wrap(
        [
          ...said(what, 'accent'),
          ...(change === undefined ? [] : [mark(` (--accept ${id})`, 'dim')]),
          mark(': '),
          ...said(because),
        ],
        width,
        INDENT,
      ),
    ),
    [],
  ];
}

type Shown = { readonly report: ProposeReport; readonly width: number; readonly together: boolean };

function proposalLines(
  proposal: Proposal,
  number: number,
  { report, width, together }: Shown,
): readonly Line[] {
  const guards = report.proposals.filter(
    ({ guards: guarded, project }) => guarded === proposal.rule && project === proposal.project,
  );
  const examples = proposal.examples.slice(0, EXAMPLES_SHOWN).map(shortened);
  // What is mild is told by the sentence above; a call is shown where it is worse than that.
  const witness = MILD.includes(proposal.tier) ? undefined : proposal.witnesses[0];
  return [
    ...wrap(
      [mark(`${String(number).padStart(2)}. ${proposal.list} `), ...said(proposal.rule, 'accent')],
      width,
      INDENT,
    ),
    ...guardLines(proposal.rule, guards, width),
    ...(together ? [] : inset([...said(proposal.because)], width)),
    ...(examples.length === 0 ? [] : inset([mark('seen: ', 'dim'), ...said(examples.join('  ·  '))], width)),
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
  const shared = rule.replace(/ ?[*)].*$/s, '');
  const variants = guards.map((guard) =>
    guard.rule.startsWith(shared) ? variantOf(guard.rule.slice(shared.length, -1)) : guard.rule,
  );
  return inset(
    [mark(`keeps asking (${count(guards.length, 'ask rule')}): `, 'dim'), ...said(variants.join('  '))],
    width,
  );
}

/** `* -o*` behind the words of the rule: a word that begins with -o, in any place. */
function variantOf(tail: string): string {
  return tail === '* -*' ? 'any flag' : tail.replace(/^\* (?=\S)/, '').trim();
}

function inset(line: Line, width: number): readonly Line[] {
  return wrap([mark(' '.repeat(INDENT)), ...line], width, INDENT);
}

function shortened(text: string): string {
  const [first = ''] = text.split('\n');
  const kept = first.slice(0, EXAMPLE_WIDTH);
  return kept === text ? text : `${kept} ...`;
}

/** The end of a long name tells it apart: `write …/cli/strategy`. */
function tailed(what: string): string {
  if (what.length <= WHAT_WIDTH) return what;
  const access = /^(?:read|write) /.exec(what)?.[0] ?? '';
  if (access === '') return `${what.slice(0, WHAT_WIDTH - 1)}…`;
  return `${access}…${what.slice(access.length + 1 - WHAT_WIDTH)}`;
}

function staysLines(stays: readonly StaysWithYou[], width: number): readonly Line[] {
  if (stays.length === 0) return [];
  const rest = stays.length - STAYS_SHOWN;
  const rows = stays
    .slice(0, STAYS_SHOWN)
    .map((stay): readonly Line[] => [
      [...said(tailed(stay.what))],
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
