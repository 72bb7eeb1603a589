import type { EvidenceRow } from '../../../src/index.ts';
import { type Line, mark, type Span } from '../../format/line.ts';
import { clock, day, duration, grouped } from '../../format/words.ts';
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
  const listed = dossier.calls > rows.length ? `; the newest ${grouped(rows.length)} are listed` : '';
  return {
    list: listOf(rows, selected, (one) => rowLine(one, pen)),
    text: (width) => [
      ...field('rule', pen.said(ruleOf(state, card), 'strong'), width),
      ...field(
        'calls',
        [mark(`${grouped(dossier.calls)} with a part that it covers${listed}`, 'dim')],
        width,
      ),
      ...(row === undefined
        ? [[mark('No call is recorded for it.', 'dim')]]
        : callLines(row, { pen, width })),
    ],
    scroll: place.scroll,
  };
}

function when(at: number | undefined): string {
  return at === undefined ? 'time unknown' : `${day(at)} ${clock(at)}`;
}

function rowLine(row: EvidenceRow, pen: Pen): Line {
  const ended = row.outcome === 'ran' ? '' : `${row.outcome}  `;
  return [
    mark(`${shortly(row.at)}  `, 'dim'),
    ...pen.said(ended, row.refusal === undefined ? 'dim' : 'warn'),
    ...pen.said(row.what),
  ];
}

/** The year is told with the call that is selected. */
function shortly(at: number | undefined): string {
  return at === undefined ? '--:--'.padEnd(11) : `${day(at).slice(5)} ${clock(at)}`;
}

type Sheet = { readonly pen: Pen; readonly width: number };

function callLines(row: EvidenceRow, { pen, width }: Sheet): readonly Line[] {
  const decided = `${row.reviewer}, ${row.inferred ? 'inferred' : 'as the client recorded'}`;
  const answered = row.latency === undefined ? '' : `, ${duration(row.latency)} until its result`;
  return [
    ...highlighted(row, pen).flatMap((line, at) => field(at === 0 ? 'call' : '', line, width)),
    ...coveredLines(row, { pen, width }),
    ...(row.refusal === undefined ? [] : field('you said', pen.said(row.refusal, 'warn'), width)),
    ...field('when', [mark(when(row.at))], width),
    ...field('ended', [...pen.said(row.outcome), mark(answered)], width),
    ...field('let by', pen.said(decided), width),
    ...field('in', pen.said(row.cwd === '' ? 'directory unknown' : row.cwd), width),
    ...field('session', pen.said(row.session), width),
  ];
}

/** The call with the parts that the rule covers set apart, line by line. */
function highlighted({ what, covered }: EvidenceRow, pen: Pen): readonly Line[] {
  const lines = piecesOf(what, covered).map(({ text, inside }) =>
    pen.lines(text, inside ? 'accent' : 'plain'),
  );
  return lines.reduce(joined, []);
}

type Piece = { readonly text: string; readonly inside: boolean };

/** The text in the pieces that are covered and those between them; parts that are not in it word for word are left out. */
function piecesOf(text: string, covered: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let rest = text;
  for (const part of covered) {
    const at = rest.indexOf(part);
    if (at < 0 || part === '') continue;
    pieces.push({ text: rest.slice(0, at), inside: false }, { text: part, inside: true });
    rest = rest.slice(at + part.length);
  }
  return [...pieces, { text: rest, inside: false }].filter(({ text }) => text !== '');
}

function joined(one: readonly Line[], other: readonly Line[]): readonly Line[] {
  const seam: readonly Span[] = [...(one.at(-1) ?? []), ...(other[0] ?? [])];
  return [...one.slice(0, -1), seam, ...other.slice(1)];
}

/** What colour tells, in words: which parts of a longer call the rule covers. */
function coveredLines({ what, covered }: EvidenceRow, { pen, width }: Sheet): readonly Line[] {
  const parts = [...new Set(covered)].filter((part) => part !== what);
  return parts.flatMap((part, at) => field(at === 0 ? 'covers' : '', pen.said(part, 'accent'), width));
}
