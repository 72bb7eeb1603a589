import { type Line, mark, wrap } from '../../format/line.ts';
import { tierInWords } from '../../format/tiers.ts';
import { count, grouped } from '../../format/words.ts';
import type { Pen } from '../pen.ts';
import { placeOf, positionOf, type State, stayId, staying } from '../state.ts';
import { type Content, listOf } from './content.ts';
import { field } from './field.ts';
import { near } from './near.ts';

/** What is not proposed, and why. */
export function staysContent(state: State, pen: Pen): Content {
  const all = staying(state);
  const place = placeOf(state, 'stays');
  const selected = positionOf(all, place, stayId);
  const one = all[selected];
  const row = (stay: typeof one): Line =>
    stay === undefined
      ? []
      : [
          mark(`${grouped(stay.support.calls).padStart(6)}  `, 'dim'),
          mark(stay.refusals > 0 ? `${pen.glyphs.warning} ` : '  ', 'warn'),
          ...pen.said(`${stay.tool}  `, 'dim'),
          ...pen.said(stay.what),
        ];
  return {
    list: listOf(all, selected, row),
    text: (width) =>
      one === undefined ? [[mark('Nothing is left over.', 'dim')]] : detail(one, { pen, width }),
    scroll: place.scroll,
  };
}

function detail(
  one: ReturnType<typeof staying>[number],
  { pen, width }: { readonly pen: Pen; readonly width: number },
): readonly Line[] {
  const { calls, sessions, days } = one.support;
  const refusals = one.refusals === 0 ? 'never refused' : `refused ${count(one.refusals, 'time')}`;
  const seen = [count(calls, 'call'), count(sessions, 'session'), count(days, 'day'), refusals].join(', ');
  return [
    ...wrap([...pen.said(`${one.tool}  `, 'accent'), ...pen.said(one.what, 'strong')], width, 4),
    ...field('stays', pen.said(one.because), width),
    ...field('seen', [mark(seen)], width),
    ...field('risk', [mark(`${one.tier}: ${tierInWords(one.tier)}`)], width),
    ...one.examples.flatMap((example, at) =>
      field(at === 0 ? 'such as' : '', pen.said(near(example, one.project), 'dim'), width),
    ),
    [],
    [mark('a takes it in by hand: first you see its rule and the worst that it lets through', 'dim')],
  ];
}
