import { describe, expect, test } from 'vitest';
import type { Event } from '../../../cli/tui/events.ts';
import { cards, ruleOf, selectedCard } from '../../../cli/tui/state.ts';
import { diffView, PLAN, proposal } from './plans.ts';
import { begun, first, run } from './running.ts';

const yes: Event = { kind: 'answer', yes: true };
const stay = PLAN.stays[0];

describe('undo', () => {
  test('takes decisions back one by one, the last first', () => {
    const decided = run(begun, 'accept', 'down', 'refuse').state;
    const once = run(decided, 'undo').state;
    expect([...once.answers.values()]).toEqual(['accepted']);
    expect(run(once, 'undo').state.answers.size).toBe(0);
  });

  test('brings the rule back that was left on the ladder, with its answer', () => {
    const { state } = run(begun, 'accept', 'narrower', 'undo');
    expect(ruleOf(state, first)).toBe(first.rule);
    expect(state.answers.get(first.id)).toBe('accepted');
  });

  test('lets what was never to be suggested again be suggested again', () => {
    const { state, wishes } = run(begun, 'never', yes, 'undo');
    expect(state.answers.size).toBe(0);
    expect(wishes.map(({ kind }) => kind)).toEqual(['never', 'again']);
  });

  test('asks about the last written change where no decision is left', () => {
    const { state } = run(begun, 'accept', {
      kind: 'written',
      written: { file: diffView().file, rules: [first.rule], undo: 'precedent undo' },
    });
    expect(run(state, 'undo').state.question).toEqual({ kind: 'undo' });
  });
});

describe('what stays', () => {
  const onStays = { ...begun, screen: 'stays' as const };

  test('is weighed before it becomes a card, and accepted only after a yes', () => {
    const asked = run(onStays, 'accept');
    expect(asked.wishes).toMatchObject([{ kind: 'promote', stay }]);
    if (stay === undefined) throw new Error('the plan of the tests leaves nothing');
    const card = proposal('Bash(git push *)', { id: 'by hand', tier: 'outward', refusals: 1 });
    const { state } = run(asked.state, { kind: 'promoted', stay, proposal: card });
    expect([state.screen, selectedCard(state)?.rule]).toEqual(['plan', 'Bash(git push *)']);
    expect(state.answers.size).toBe(0);
    expect(run(state, 'accept').state.question?.kind).toBe('risky');
    expect(cards(run(state, 'undo').state).map(({ id }) => id)).not.toContain('by hand');
  });

  test('says so where no static rule would let it pass', () => {
    if (stay === undefined) throw new Error('the plan of the tests leaves nothing');
    const { state } = run(onStays, { kind: 'promoted', stay, proposal: undefined });
    expect(state.notice?.text).toContain(stay.because);
    expect(state.screen).toBe('stays');
  });
});

describe('looking ahead', () => {
  const foreseen = (...events: Parameters<typeof run>[1][]) =>
    run(begun, ...events).wishes.filter(({ kind }) => kind === 'foresee');

  test('asks what the proposed rules would have saved as soon as live calls are shown', () => {
    expect(foreseen('previous-screen')).toMatchObject([{ rules: 'proposed' }]);
    expect(foreseen('next-screen')).toEqual([]);
  });

  test('asks about the accepted rules where there are any', () => {
    expect(foreseen('accept', 'previous-screen')).toMatchObject([
      { rules: 'accepted', choices: [{ rule: first.rule }] },
    ]);
  });
});

describe('the key table', () => {
  test('is scrolled by the keys that move, and put away by any other without doing it', () => {
    const open = run(begun, 'help', 'down').state;
    expect([open.help, open.helpScroll]).toEqual([true, 1]);
    const closed = run(open, 'accept').state;
    expect([closed.help, closed.answers.size]).toEqual([false, 0]);
  });
});
