import fc from 'fast-check';
import { renderToString } from 'ink';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { paint } from '../../../cli/format/paint.ts';
import { App } from '../../../cli/tui/App.tsx';
import { penFor } from '../../../cli/tui/pen.ts';
import { plainLines } from '../../../cli/tui/plain.ts';
import { SCREENS } from '../../../cli/tui/screens.ts';
import { startSession } from '../../../cli/tui/session.ts';
import { beginning, type State } from '../../../cli/tui/state.ts';
import { fakeDesk } from './fake-desk.ts';
import { diffView, dossier, liveCall, proposal } from './plans.ts';

const anyEvil = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '\x1b[2J',
      '\x1b[1;1H',
      '\x1b]0;x\x07',
      '\x9b2J',
      '\r',
      '\n',
      '\t',
      '\b',
      '\u202e',
      '\u200b',
      '\u0301',
      '日',
      '🎉',
    ),
    fc.string({ unit: 'binary', maxLength: 3 }),
  ),
  maxLength: 60,
});

/** A state with hostile text in every place that text can come from. */
function poisoned(evil: string, base: State): State {
  const card = proposal(`Bash(${evil})`, {
    because: evil,
    examples: [evil],
    witnesses: [{ call: evil, tier: 'anything', sentence: evil }],
  });
  const known = dossier(card);
  const row = {
    id: '1',
    session: evil,
    cwd: evil,
    what: evil,
    covered: [evil],
    outcome: evil,
    reviewer: evil,
    inferred: true,
  };
  return {
    ...base,
    project: evil,
    plan: {
      proposals: [card],
      stays: [{ ...card, what: evil, tool: evil, tier: 'unknown', refusals: 1 }],
    },
    calls: [
      liveCall('1', { what: evil, because: evil, session: evil, project: evil, tool: evil, outcome: evil }),
    ],
    dossiers: new Map([
      [
        `${card.id}\n${card.rule}`,
        {
          ...known,
          answers: { reads: evil, changes: evil, network: evil, elsewhere: evil },
          evidence: [{ ...row, refusal: evil }],
        },
      ],
    ]),
    diff: diffView({ file: evil, text: `+${evil}\n` }),
    notice: { tone: 'bad', text: evil },
    byHand: [{ ...card, id: 'by hand', project: evil }],
    foresight: { ids: new Set(['1']), rules: 'proposed' },
    filter: '',
  };
}

function plainOf(state: State): readonly string[] {
  return plainLines(state, penFor({ colour: false, unicode: true, spoken: true })).map((line) =>
    paint(line, false),
  );
}

function frameOf(state: State): string {
  const session = { ...startSession(state, fakeDesk().desk), state: () => state };
  return renderToString(<App session={session} pen={penFor({ colour: false, unicode: true })} />, {
    columns: state.size.columns,
  });
}

describe('text from outside', () => {
  test.each(SCREENS)('paints nothing outside its cell on the screen $title', ({ screen }) => {
    fc.assert(
      fc.property(anyEvil, fc.constantFrom(80, 133), (evil, columns) => {
        const base = beginning({ columns, rows: 24 }, undefined);
        const lines = frameOf({ ...poisoned(evil, base), screen }).split('\n');
        expect(lines.length).toBeLessThanOrEqual(24);
        for (const line of lines) {
          expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
        }
      }),
      { numRuns: 25 },
    );
  });

  test.each(SCREENS)('reaches a screen reader without controls on the screen $title', ({ screen }) => {
    fc.assert(
      fc.property(anyEvil, (evil) => {
        const state = { ...poisoned(evil, beginning({ columns: 80, rows: 24 }, undefined)), screen };
        for (const line of plainOf(state)) expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: 25 },
    );
  });
});
