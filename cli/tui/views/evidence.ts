import type { EvidenceRow } from '../../../src/index.ts';
import { type Line, mark, type Span } from '../../format/line.ts';
import { clock, count, day, duration } from '../../format/words.ts';
import type { Pen } from '../pen.ts';
import { dossierOf, placeOf, positionOf, ruleOf, type State, selectedCard } from '../state.ts';
import { type Content, listOf } from './content.ts';
import { field } from './field.ts';

/** The recorded calls behind the selected card, and one of them in full. */
export function evidenceContent(state: State, pen: Pen): Content {
  const card = selectedCard(state);
  const place = placeOf(state, 'evidence');
  const dossier = card === undefined ? undefined : dossierOf(state, card);
  if (card === undefined || dossier === undefined) {
    const text = card === undefined ? 'No card is selected.' : 'Looking at this rule ...';
    return { text: () => [[mark(text, 'dim')]], scroll: 0 };
  }
  const rows = dossier.evidence;
  const selected = positionOf(rows, place, ({ id }) => id);
  const row = rows[selected];
  const rest = dossier.calls - rows.length;
  return {
    list: listOf(rows, selected, (one) => rowLine(one, pen)),
    text: (width) => [
      ...field('rule', pen.said(ruleOf(state, card), 'strong'), width),
      ...(row === undefined
        ? [[mark('No call is recorded for it.', 'dim')]]
        : callLines(row, { pen, width })),
      ...(rest > 0 ? [[], [mark(`and ${count(rest, 'older call')} not listed here`, 'dim')]] : []),
    ],
    scroll: place.scroll,
  };
}

function when(at: number | undefined): string {
  return at === undefined ? 'time unknown' : `${day(at)} ${clock(at)}`;
}

function rowLine(row: EvidenceRow, pen: Pen): Line {
  return [
    mark(`${when(row.at).padEnd(16)}  `, 'dim'),
    ...pen.said(row.outcome.padEnd(10), row.refusal === undefined ? 'dim' : 'warn'),
    mark(' '),
    ...pen.said(row.what),
  ];
}

function callLines(
  row: EvidenceRow,
  { pen, width }: { readonly pen: Pen; readonly width: number },
): readonly Line[] {
  const decided = row.inferred ? `${row.reviewer} (inferred)` : `${row.reviewer} (recorded by the client)`;
  const answered = row.latency === undefined ? '' : `, ${duration(row.latency)} until its result`;
  return [
    ...highlighted(row, pen).flatMap((line, at) => field(at === 0 ? 'call' : '', line, width)),
    ...field('when', [mark(when(row.at))], width),
    ...field('ended', [...pen.said(row.outcome), mark(answered)], width),
    ...field('passed by', pen.said(decided), width),
    ...field('in', pen.said(row.cwd === '' ? 'directory unknown' : row.cwd), width),
    ...field('session', pen.said(row.session), width),
    ...(row.refusal === undefined ? [] : field('you said', pen.said(row.refusal, 'warn'), width)),
  ];
}

/** The call with the parts that the rule covers set apart, line by line. */
function highlighted({ what, covered }: EvidenceRow, pen: Pen): readonly Line[] {
  const part = covered.filter((text) => text !== what).toSorted((one, other) => other.length - one.length)[0];
  const at = part === undefined ? -1 : what.indexOf(part);
  if (part === undefined || at < 0) return pen.lines(what, covered.includes(what) ? 'accent' : 'plain');
  const before = pen.lines(what.slice(0, at));
  const inside = pen.lines(part, 'accent');
  const behind = pen.lines(what.slice(at + part.length));
  return joined(joined(before, inside), behind);
}

function joined(one: readonly Line[], other: readonly Line[]): readonly Line[] {
  const seam: readonly Span[] = [...(one.at(-1) ?? []), ...(other[0] ?? [])];
  return [...one.slice(0, -1), seam, ...other.slice(1)];
}
