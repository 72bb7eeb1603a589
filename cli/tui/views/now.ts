import type { LiveCall } from '../../../src/index.ts';
import { sparkline } from '../../format/chart.ts';
import { type Line, mark } from '../../format/line.ts';
import { clock, count } from '../../format/words.ts';
import type { Pen } from '../pen.ts';
import { liveCalls, placeOf, positionOf, type State } from '../state.ts';
import { type Content, listOf } from './content.ts';
import { field } from './field.ts';

const HOURS = 24;

/** The calls as they arrive, newest first, and what the client makes of the selected one. */
export function nowContent(state: State, pen: Pen): Content {
  const all = liveCalls(state);
  const place = placeOf(state, 'now');
  const selected = positionOf(all, place, ({ id }) => id);
  const call = all[selected];
  return {
    list: listOf(all, selected, (one) => row(one, pen)),
    text: (width) => [
      ...rhythm(state, { pen, width }),
      [],
      ...(call === undefined ? waiting() : detail(call, { pen, width })),
    ],
    scroll: place.scroll,
  };
}

type Sheet = { readonly pen: Pen; readonly width: number };

function waiting(): readonly Line[] {
  return [[mark('No call has arrived yet. Leave this open beside the agent.', 'dim')]];
}

function row(call: LiveCall, pen: Pen): Line {
  return [
    mark(`${call.at === undefined ? '--:--' : clock(call.at)}  `, 'dim'),
    mark(`${signOf(call, pen)} `, call.refused ? 'warn' : 'strong'),
    ...pen.said((call.verdict ?? '?').padEnd(6), call.verdict === 'allow' ? 'dim' : 'accent'),
    ...pen.said(`${call.tool}  `, 'dim'),
    ...pen.said(call.what),
  ];
}

function signOf(call: LiveCall, { glyphs }: Pen): string {
  if (call.refused) return glyphs.refused;
  return call.asked ? '?' : glyphs.undecided;
}

function rhythm(state: State, { pen, width }: Sheet): readonly Line[] {
  const hours = [...state.promptsByHour.keys()];
  const last = Math.max(...hours, 0);
  const counts = Array.from(
    { length: HOURS },
    (_, at) => state.promptsByHour.get(last - HOURS + 1 + at) ?? 0,
  );
  const total = counts.reduce((sum, value) => sum + value, 0);
  const line: Line = [
    mark(`${count(total, 'prompt')}  `, 'strong'),
    mark(sparkline(counts, pen.glyphs), 'accent'),
  ];
  return hours.length === 0 ? [] : field('last 24 h', line, width);
}

function detail(call: LiveCall, { pen, width }: Sheet): readonly Line[] {
  const asked = call.asked ? 'asked you' : 'did not ask';
  return [
    ...pen.lines(call.what, 'strong').flatMap((line, at) => field(at === 0 ? 'call' : '', line, width)),
    ...field('tool', pen.said(call.tool), width),
    ...field(
      'client',
      [
        ...pen.said(`${call.verdict ?? 'not known'}: `),
        ...pen.said(call.because),
        mark(` (it ${asked})`, 'dim'),
      ],
      width,
    ),
    ...field('ended', pen.said(call.outcome, call.refused ? 'warn' : 'plain'), width),
    ...field('project', pen.said(call.project), width),
    ...field('session', pen.said(call.session), width),
  ];
}
