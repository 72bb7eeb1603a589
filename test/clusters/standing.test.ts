import { describe, expect, test } from 'vitest';
import { standingOf } from '../../src/clusters/standing.ts';
import type { Observation } from '../../src/observations/observation.ts';
import type { Decision, Verdict } from '../../src/permission/decide.ts';
import { bash, observed } from '../helpers/observed.ts';

function deciding(verdict: Verdict, more: Partial<Decision> = {}): Decision {
  const because =
    verdict === 'allow'
      ? ({ kind: 'mode', mode: 'acceptEdits', what: 'edits' } as const)
      : ({ kind: 'no-rule' } as const);
  return { verdict, because, parts: [], ...more };
}

const ASK = deciding('ask');
const ALLOW = deciding('allow');

const CASES: readonly {
  readonly note: string;
  readonly seen: Partial<Observation>;
  readonly moment: Decision | undefined;
  readonly want: Partial<ReturnType<typeof standingOf>>;
}[] = [
  {
    note: 'the client itself recorded a human approval',
    seen: { decision: { accepted: true, reviewer: 'human', source: 'user_temporary' } },
    moment: ALLOW,
    want: { answer: 'approved', reviewer: 'human', inferred: false },
  },
  {
    note: 'the client itself recorded a rule',
    seen: { decision: { accepted: true, reviewer: 'rule' } },
    moment: ASK,
    want: { answer: 'needed', reviewer: 'rule', inferred: false },
  },
  {
    note: 'it ran although the client would have asked',
    seen: {},
    moment: ASK,
    want: { answer: 'approved', reviewer: 'human', inferred: true },
  },
  {
    note: 'it failed after it was let pass',
    seen: { outcome: { kind: 'failed' } },
    moment: ASK,
    want: { answer: 'approved', inferred: true },
  },
  {
    note: 'the mode let it pass',
    seen: { mode: 'acceptEdits' },
    moment: ALLOW,
    want: { answer: 'needed', reviewer: 'mode', inferred: true },
  },
  {
    note: 'a classifier let it pass',
    seen: { mode: 'auto' },
    moment: deciding('ask', { handedTo: 'classifier' }),
    want: { answer: 'needed', reviewer: 'classifier' },
  },
  {
    note: 'the mode is not known',
    seen: {},
    moment: undefined,
    want: { answer: 'needed', reviewer: 'unknown', inferred: false },
  },
  {
    note: 'nobody could be asked',
    seen: { headless: true },
    moment: ASK,
    want: { answer: 'needed', reviewer: 'unknown' },
  },
  {
    note: 'the model says it is denied, yet it ran: settings differed',
    seen: {},
    moment: deciding('deny'),
    want: { answer: 'needed', reviewer: 'unknown' },
  },
  {
    note: 'a human said no',
    seen: { outcome: { kind: 'rejected' } },
    moment: ASK,
    want: { answer: 'refused', reviewer: 'human' },
  },
  {
    note: 'a hook said no',
    seen: { outcome: { kind: 'denied', by: 'hook' } },
    moment: ASK,
    want: { answer: 'refused', reviewer: 'hook' },
  },
  {
    note: 'dont-ask mode refused what it would have asked',
    seen: { outcome: { kind: 'denied', by: 'dont-ask' } },
    moment: ASK,
    want: { answer: 'none' },
  },
  {
    note: 'it was refused or interrupted, and a dialog was possible',
    seen: { outcome: { kind: 'unclear', among: ['rejected', 'interrupted'] } },
    moment: ASK,
    want: { answer: 'refused' },
  },
  {
    note: 'it was refused or interrupted, and no dialog was there to refuse at',
    seen: { outcome: { kind: 'unclear', among: ['rejected', 'interrupted'] } },
    moment: ALLOW,
    want: { answer: 'none' },
  },
  {
    note: 'a sibling was refused',
    seen: { outcome: { kind: 'collateral' } },
    moment: ASK,
    want: { answer: 'none' },
  },
  {
    note: 'nobody answered yet',
    seen: { outcome: { kind: 'pending' } },
    moment: ASK,
    want: { answer: 'none' },
  },
];

describe('who let a call pass', () => {
  test.each(CASES)('$note: $want.answer', ({ seen, moment, want }) => {
    expect(standingOf(observed(seen), moment)).toMatchObject(want);
  });
});

describe('a reflex', () => {
  const long = bash(`git commit -m '${'word '.repeat(40)}'`);

  test('is an approval faster than the text can be read', () => {
    expect(standingOf(observed({ action: long, latency: 900 }), ASK).reflex).toBe(true);
    expect(standingOf(observed({ action: long, latency: 9000 }), ASK).reflex).toBe(false);
  });

  test('is never what nobody was asked', () => {
    expect(standingOf(observed({ action: long, latency: 50 }), ALLOW).reflex).toBe(false);
  });

  test('is not claimed where the time is not known', () => {
    const { latency: _, ...untimed } = observed({ action: long });
    expect(standingOf(untimed, ASK).reflex).toBe(false);
  });
});
