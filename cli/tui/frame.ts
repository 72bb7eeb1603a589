import type { Weighed } from '../../src/index.ts';
import { fitted, type Line, mark, type Span, widthOf } from '../format/line.ts';
import { count, grouped, percent } from '../format/words.ts';
import { choicesInWords } from './answering.ts';
import type { Pen } from './pen.ts';
import { SCREENS } from './screens.ts';
import { accepted, leading, type Question, type State, type Typing } from './state.ts';

/** The tabs, and the project at the right where there is room. */
function headLine(state: State, pen: Pen): Line {
  const { columns } = state.size;
  const tabs = SCREENS.flatMap(({ screen, title }): readonly Span[] => {
    const here = screen === state.screen;
    return [mark(here ? `[${title}]` : ` ${title} `, here ? 'strong' : 'dim')];
  });
  const project = pen.said(tail(state.project ?? '', Math.max(0, columns - widthOf(tabs) - 2)), 'accent');
  const gap = Math.max(1, columns - widthOf(tabs) - widthOf(project));
  return fitted([...tabs, mark(' '.repeat(gap)), ...project], columns, pen.glyphs.more);
}

/** The end of a path is what tells projects apart. */
function tail(text: string, room: number): string {
  const characters = [...text];
  if (characters.length <= room) return text;
  return room < 4 ? '' : `..${characters.slice(-(room - 2)).join('')}`;
}

function ruleLine({ size }: State, pen: Pen): Line {
  return [mark(pen.glyphs.across.repeat(size.columns), 'dim')];
}

/** The line above the keys: what is typed, asked, or has just happened. */
export function talkOf(state: State, pen: Pen): Line {
  if (state.question !== undefined) {
    return [mark(`${questionText(state.question)} `, 'strong'), mark('y / n', 'accent')];
  }
  if (state.typing !== undefined) return typingLine(state.typing, { pen, room: state.size.columns });
  if (state.notice !== undefined) {
    const { tone, text } = state.notice;
    const sign = tone === 'bad' ? `${pen.glyphs.warning} ` : tone === 'good' ? `${pen.glyphs.accepted} ` : '';
    return [mark(sign, 'strong'), ...pen.said(text, tone === 'bad' ? 'warn' : 'plain')];
  }
  return statusLine(state, pen);
}

function questionText(question: Question): string {
  switch (question.kind) {
    case 'write':
      return `Write ${choicesInWords(question.diff.choices)} to the ${question.diff.target} settings?`;
    case 'risky':
      return riskyText(question.rung);
    case 'never':
      return 'Never suggest this rule again?';
    case 'undo':
      return 'Take the last written change back?';
    case 'quit':
      return `Quit without writing ${count(question.unwritten, 'accepted rule')}?`;
  }
}

function riskyText({ tier, refusals }: Pick<Weighed, 'tier' | 'refusals'>): string {
  const covers = refusals === 0 ? '' : `, covers ${count(refusals, 'call')} you refused`;
  return `This rule goes further than what is proposed (${tier}${covers}). Accept it?`;
}

/** The line being typed with its caret in sight, however long it is. */
function typingLine({ what, text, caret }: Typing, { pen, room }: { pen: Pen; room: number }): Line {
  const label = what === 'filter' ? '/' : 'rule: ';
  const width = Math.max(8, room - label.length - 2);
  const before = pen.said(text.slice(0, caret));
  const start: readonly Span[] =
    widthOf(before) < width ? before : pen.said(tail(text.slice(0, caret), width));
  const caretSpan = mark(pen.glyphs.caret, 'accent');
  return fitted(
    [mark(label, 'accent'), ...start, caretSpan, ...pen.said(text.slice(caret))],
    room,
    pen.glyphs.more,
  );
}

function statusLine(state: State, pen: Pen): Line {
  const chosen = accepted(state).length;
  const total = leading(state).length;
  const parts = [
    state.filter === '' ? '' : `filter: ${state.filter}`,
    total === 0 ? '' : `${chosen} of ${count(total, 'rule')} accepted`,
    `${state.target} settings`,
    reading(state),
    state.planning ? 'planning ...' : '',
    state.waiting === undefined ? '' : `${state.waiting} ...`,
  ];
  const text = parts.filter((part) => part !== '').join(` ${pen.glyphs.dot} `);
  return pen.said(text, 'dim');
}

function reading({ progress, arrived }: State): string {
  if (progress !== undefined && progress.done < progress.total) {
    const share = percent(progress.done / Math.max(1, progress.total));
    return `reading transcripts: ${share}`;
  }
  return arrived === 0 ? 'watching' : `watching, ${grouped(arrived)} new`;
}

/** The keys that matter on this screen. */
export function keyHelp(state: State): string {
  return screenHints(state).join(', ');
}

/** As many of them as fit. */
function keyLine(state: State, pen: Pen): Line {
  const hints = state.typing === undefined ? screenHints(state) : ['enter done', 'escape cancel'];
  const kept: string[] = [];
  for (const hint of hints) {
    if ([...kept, hint].join('  ').length > state.size.columns) break;
    kept.push(hint);
  }
  return pen.said(kept.join('  '), 'dim');
}

function screenHints({ screen }: State): readonly string[] {
  const always = ['tab screens', '? keys', 'q quit'];
  switch (screen) {
    case 'plan':
      return [
        'a accept',
        'd refuse',
        'D diff',
        ...always,
        'n/b narrower/broader',
        'e edit',
        'v calls',
        'w witnesses',
        'x never',
      ];
    case 'ladder':
      return ['n narrower', 'b broader', 'a accept', 'e edit', ...always];
    case 'diff':
      return ['enter write', 's settings file', 'space scroll', 'u undo', ...always];
    case 'stays':
      return ['j/k move', 'a take in by hand', 'space scroll', '/ filter', 'u undo', ...always];
    case 'now':
    case 'evidence':
      return ['j/k move', 'space scroll', '/ filter', ...always];
    case 'attention':
      return ['space scroll', ...always];
  }
}

/** The lines above and below the body. */
export function frameLines(
  state: State,
  pen: Pen,
): { readonly head: readonly Line[]; readonly foot: readonly Line[] } {
  const whole = (line: Line) => fitted(line, state.size.columns, pen.glyphs.more);
  return {
    head: [headLine(state, pen), ruleLine(state, pen)],
    foot: [whole(talkOf(state, pen)), whole(keyLine(state, pen))],
  };
}
