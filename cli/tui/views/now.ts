import type { LiveCall } from '../../../src/index.ts';
import { sparkline } from '../../format/chart.ts';
import { type Line, mark } from '../../format/line.ts';
import { clock, count, day, grouped } from '../../format/words.ts';
import type { Pen } from '../pen.ts';
import { liveCalls, placeOf, positionOf, type State } from '../state.ts';
import { type Content, listOf } from './content.ts';
import { field } from './field.ts';
import { near } from './near.ts';

const HOURS = 24;
const HOUR = 3_600_000;

/** The calls as they arrive, newest first, and what the client makes of the selected one. */
export function nowContent(state: State, pen: Pen): Content {
  const all = liveCalls(state);
  const place = placeOf(state, 'now');
  const selected = positionOf(all, place, ({ id }) => id);
  const call = all[selected];
  return {
    list: listOf(all, selected, (one) => row(one, pen)),
    text: (width) =>
      call === undefined
        ? waiting()
        : [...detail(state, call, { pen, width }), [], ...rhythm(state, { pen, width })],
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
    ...pen.said(near(call.what, call.project)),
  ];
}

function signOf(call: LiveCall, { glyphs }: Pen): string {
  if (call.refused) return glyphs.refused;
  return call.asked ? '?' : glyphs.undecided;
}

/** Prompts by the hour, what the plan would have saved of them, what was refused, and who is at work. */
function rhythm(state: State, { pen, width }: Sheet): readonly Line[] {
  const { calls } = state;
  const asked = calls.filter((call) => call.asked || call.refused);
  const refused = calls.filter((call) => call.refused);
  return [
    ...field('prompts', promptsByHour(state, pen), width),
    ...field('plan', saved(state, asked), width),
    ...field('refused', refusedIn(refused, pen), width),
    ...field('sessions', sessionsIn(calls, pen), width),
  ];
}

function promptsByHour({ promptsByHour }: State, { glyphs }: Pen): Line {
  if (promptsByHour.size === 0) return [mark('none yet')];
  const last = Math.max(...promptsByHour.keys());
  const counts = Array.from({ length: HOURS }, (_, at) => promptsByHour.get(last - HOURS + 1 + at) ?? 0);
  const end = (last + 1) * HOUR;
  return [
    mark(grouped(counts.reduce((sum, value) => sum + value, 0)), 'strong'),
    mark(` in ${HOURS} hours, by the hour to ${day(end)} ${clock(end)}  `),
    mark(sparkline(counts, glyphs), 'accent'),
  ];
}

function saved({ foresight }: State, asked: readonly LiveCall[]): Line {
  const already = asked.filter(({ verdict, refused }) => verdict === 'allow' && !refused).length;
  const settled = already === 0 ? '' : `; ${grouped(already)} pass now by the settings`;
  if (foresight === undefined) return [mark('looking ahead ...', 'dim')];
  const silenced = asked.filter(({ id }) => foresight.ids.has(id)).length;
  return [
    mark(grouped(silenced), 'strong'),
    mark(` of the last ${count(asked.length, 'prompt')} saved by the ${foresight.rules} rules${settled}`),
  ];
}

function refusedIn(refused: readonly LiveCall[], pen: Pen): Line {
  const [newest] = refused;
  if (newest === undefined) return [mark('none of these calls')];
  return [
    mark(`${grouped(refused.length)} of these calls: `),
    ...pen.said(near(newest.what, newest.project), 'warn'),
  ];
}

function sessionsIn(calls: readonly LiveCall[], pen: Pen): Line {
  const sessions = new Set(calls.map(({ session }) => session)).size;
  const projects = new Set(calls.map(({ project }) => project)).size;
  const newest = calls[0];
  return [
    mark(`${count(sessions, 'session')} in ${count(projects, 'project')}, newest `),
    ...pen.said(newest?.session.slice(0, 8) ?? ''),
  ];
}

function detail(state: State, call: LiveCall, { pen, width }: Sheet): readonly Line[] {
  const asked = call.asked ? 'it asked you' : call.refused ? 'you said no' : 'it did not ask';
  const time = call.at === undefined ? 'time unknown' : `${day(call.at)} ${clock(call.at)}`;
  const would = state.foresight?.ids.has(call.id) === true;
  return [
    ...pen.lines(call.what, 'strong').flatMap((line, at) => field(at === 0 ? 'call' : '', line, width)),
    ...field(
      'client',
      [
        ...pen.said(`${call.verdict ?? 'not known'}: `),
        ...pen.said(call.because),
        mark(` (${asked})`, 'dim'),
      ],
      width,
    ),
    ...(would ? field('plan', [mark(`the ${state.foresight?.rules} rules let it pass unasked`)], width) : []),
    ...field(
      'ended',
      [
        ...pen.said(`${call.tool} ${call.outcome}`, call.refused ? 'warn' : 'plain'),
        mark(`, ${time}`, 'dim'),
      ],
      width,
    ),
    ...field(
      'in',
      [...pen.said(call.project), mark(', session '), ...pen.said(call.session.slice(0, 8), 'dim')],
      width,
    ),
  ];
}
