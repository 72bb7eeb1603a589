import { describe, expect, test } from 'vitest';
import type { Event, Wish } from '../../../cli/tui/events.ts';
import { beginning, cards, ruleOf, selectedCard } from '../../../cli/tui/state.ts';
import { diffView, dossier, liveCall, PLAN, proposal, rung } from './plans.ts';
import { begun, first, looked, PROJECT, planned, run } from './running.ts';

describe('the list of cards', () => {
  test('has the card that saves most prompts on top, and guards inside the card that they belong to', () => {
    const guard = proposal('Bash(npm run test -u *)', { list: 'ask', guards: 'Bash(npm run test *)' });
    const plan = { ...PLAN, proposals: [guard, ...PLAN.proposals] };
    expect(cards(run(begun, { kind: 'planned', plan }).state).map(({ rule }) => rule)).toEqual([
      'Bash(npm run test *)',
      'Bash(git log *)',
      'Edit(/src/**)',
    ]);
  });

  test('keeps the selected card when a new plan puts others before it', () => {
    const { state } = run(begun, 'down', {
      kind: 'planned',
      plan: { ...PLAN, proposals: [proposal('Bash(ls)', { promptsSaved: 90 }), ...PLAN.proposals] },
    });
    expect(selectedCard(state)?.rule).toBe('Bash(git log *)');
  });

  test('falls back to the place where a card was when the card is gone', () => {
    const plan = { ...PLAN, proposals: PLAN.proposals.filter(({ rule }) => rule !== 'Bash(git log *)') };
    expect(selectedCard(run(begun, 'down', { kind: 'planned', plan }).state)?.rule).toBe('Edit(/src/**)');
  });

  test('stops at its ends', () => {
    expect(selectedCard(run(begun, 'up').state)?.rule).toBe('Bash(npm run test *)');
    expect(selectedCard(run(begun, 'bottom', 'down').state)?.rule).toBe('Edit(/src/**)');
  });

  test('is filtered while the filter is typed, and escape brings all back', () => {
    const typed: Event = { kind: 'edit', edit: { kind: 'insert', text: 'GIT' } };
    const { state } = run(begun, 'filter', typed, { kind: 'edit', edit: { kind: 'submit' } });
    expect(cards(state).map(({ rule }) => rule)).toEqual(['Bash(git log *)']);
    expect(cards(run(state, 'back').state)).toHaveLength(3);
  });

  test('asks for what is known about a card once, when it is selected', () => {
    const fresh = run(beginning({ columns: 80, rows: 24 }, PROJECT), planned, liveNews(), liveNews());
    expect(fresh.wishes.map(({ kind }) => kind)).toEqual(['dossier']);
    expect(run(begun, 'down').wishes).toMatchObject([{ kind: 'dossier', rule: 'Bash(git log *)' }]);
    expect(run(begun, liveNews()).wishes).toEqual([]);
  });
});

function liveNews(): Event {
  return { kind: 'arrived', calls: [liveCall('toolu_7')], fresh: true };
}

describe('answering', () => {
  test('accepts a card, and takes that back with the same key', () => {
    const { state } = run(begun, 'accept');
    expect(state.answers.get(first.id)).toBe('accepted');
    expect(run(state, 'accept').state.answers.has(first.id)).toBe(false);
  });

  test('brings the guards of a rule along, as they belong to the rule as it stands', () => {
    const guard = proposal('Bash(npm run test -u *)', { list: 'ask', guards: 'Bash(npm run test *)' });
    const plan = { ...PLAN, proposals: [...PLAN.proposals, guard] };
    const { wishes } = run(begun, { kind: 'planned', plan }, 'accept', 'diff');
    const rules = (all: readonly Wish[]) =>
      all.flatMap((wish) =>
        wish.kind === 'diff' ? wish.choices.map(({ list, rule }) => `${list} ${rule}`) : [],
      );
    expect(rules(wishes)).toEqual(['allow Bash(npm run test *)', 'ask Bash(npm run test -u *)']);
    const narrowed = run(begun, { kind: 'planned', plan }, looked, 'narrower', 'accept', 'diff');
    expect(rules(narrowed.wishes)).toEqual(['allow Bash(npm run test)']);
  });

  test('accepts a rule beyond what is proposed only after a yes to what it opens', () => {
    const { state } = run(begun, 'broader');
    expect(ruleOf(state, first)).toBe('Bash(npm run *)');
    const asked = run(state, { kind: 'dossier', dossier: dossier(first, 'Bash(npm run *)') }, 'accept').state;
    expect(asked.question).toMatchObject({ kind: 'risky', rung: { refusals: 1, tier: 'project-code' } });
    expect(run(asked, { kind: 'answer', yes: false }).state.answers.size).toBe(0);
    expect(run(asked, { kind: 'answer', yes: true }).state.answers.get(first.id)).toBe('accepted');
  });

  test('takes an acceptance back when the rule changes under it', () => {
    const { state } = run(begun, 'accept', 'narrower');
    expect(ruleOf(state, first)).toBe('Bash(npm run test)');
    expect(state.answers.has(first.id)).toBe(false);
  });

  test('remembers a card as never wanted only after a yes', () => {
    const asked = run(begun, 'never').state;
    expect(run(asked, { kind: 'answer', yes: false }).wishes).toEqual([]);
    const yes = run(asked, { kind: 'answer', yes: true });
    expect(yes.state.answers.get(first.id)).toBe('never');
    expect(yes.wishes).toMatchObject([{ kind: 'never', proposal: { rule: first.rule } }]);
  });
});

describe('editing the rule', () => {
  const insert = (text: string): Event => ({ kind: 'edit', edit: { kind: 'insert', text } });
  const submit: Event = { kind: 'edit', edit: { kind: 'submit' } };
  const backspace: Event = { kind: 'edit', edit: { kind: 'backspace' } };

  test('asks the model at each change, and takes the text once it is judged', () => {
    const typing = run(begun, 'edit', backspace, insert(')'));
    expect(typing.wishes.filter(({ kind }) => kind === 'try')).toHaveLength(3);
    const { state } = run(begun, 'edit', { kind: 'edit', edit: { kind: 'clear' } }, insert('Bash(npm test)'));
    expect(run(state, submit).state.typing).toBeDefined();
    const tried: Event = { kind: 'tried', trial: rung('Bash(npm test)') };
    const done = run(state, tried, submit).state;
    expect(ruleOf(done, first)).toBe('Bash(npm test)');
  });

  test('takes a text that was finished before it was judged as soon as it is', () => {
    const { state } = run(begun, 'edit', { kind: 'edit', edit: { kind: 'clear' } }, insert('Bash(npm test)'));
    const tried: Event = { kind: 'tried', trial: rung('Bash(npm test)') };
    expect(ruleOf(run(state, submit, tried).state, first)).toBe('Bash(npm test)');
    const typedOn = run(state, submit, backspace, tried).state;
    expect(typedOn.typing?.text).toBe('Bash(npm test');
    expect(ruleOf(typedOn, first)).toBe(first.rule);
  });

  test('does not take a text that is no rule, and says why', () => {
    const tried: Event = {
      kind: 'tried',
      trial: { ...rung('Bash('), problem: 'the closing `)` must end the rule' },
    };
    const { state } = run(
      begun,
      'edit',
      { kind: 'edit', edit: { kind: 'clear' } },
      insert('Bash('),
      tried,
      submit,
    );
    expect(ruleOf(state, first)).toBe(first.rule);
    expect(state.notice).toMatchObject({ tone: 'bad', text: 'the closing `)` must end the rule' });
  });

  test('ignores what the model says about an older text', () => {
    const { state } = run(begun, 'edit', insert('x'), { kind: 'tried', trial: rung('Bash(old)') });
    expect(state.trial).toBeUndefined();
  });

  test('never stands between the halves of a character', () => {
    const left: Event = { kind: 'edit', edit: { kind: 'move', to: 'left' } };
    const { state } = run(begun, 'filter', insert('a🎉'), left, backspace);
    expect(state.typing).toMatchObject({ text: '🎉', caret: 0 });
  });

  test('changes nothing when it is cancelled', () => {
    const { state } = run(begun, 'edit', insert('zzz'), { kind: 'edit', edit: { kind: 'cancel' } });
    expect(ruleOf(state, first)).toBe(first.rule);
    expect(state.typing).toBeUndefined();
  });
});

describe('writing', () => {
  const diffed: Event = { kind: 'diffed', diff: diffView() };
  const accepted = run(begun, 'accept').state;

  test('is preceded by the diff of exactly what was accepted', () => {
    expect(run(accepted, 'diff').wishes).toMatchObject([
      { kind: 'diff', target: 'local', choices: [{ rule: 'Bash(npm run test *)' }] },
    ]);
  });

  test('needs one yes on the diff screen', () => {
    const asked = run(accepted, 'diff', diffed, 'open');
    expect(asked.wishes.map(({ kind }) => kind)).not.toContain('write');
    expect(asked.state.question).toMatchObject({ kind: 'write' });
    expect(run(asked.state, { kind: 'answer', yes: false }).wishes).toEqual([]);
    expect(run(asked.state, { kind: 'answer', yes: true }).wishes).toMatchObject([{ kind: 'write' }]);
  });

  test('is not offered for a diff that is no longer of what is accepted', () => {
    const { state } = run(accepted, 'diff', diffed, 'back', 'accept');
    expect(state.diff).toBeUndefined();
  });

  test('is not offered where the client would reject the file', () => {
    const refusal = { ...diffView(), refusal: 'line 3, column 1: a comma is missing' };
    const { state } = run(accepted, 'diff', { kind: 'diffed', diff: refusal }, 'open');
    expect(state.question).toBeUndefined();
    expect(state.notice?.text).toContain('a comma is missing');
  });

  test('shows the diff as it is now when the file changed under it', () => {
    const now = diffView({ text: '--- a\n+++ b\n' });
    const { state } = run(accepted, 'diff', diffed, { kind: 'stale', diff: now });
    expect(state.diff).toBe(now);
    expect(state.notice?.text).toContain('Nothing was written');
    expect(state.answers.get(first.id)).toBe('accepted');
  });

  test('goes to another file after `s`, with the diff of that file', () => {
    const { state, wishes } = run(accepted, 'diff', diffed, 'target');
    expect(state.target).toBe('project');
    expect(wishes.at(-1)).toMatchObject({ kind: 'diff', target: 'project' });
  });

  test('clears what was accepted, plans anew, and can be taken back', () => {
    const written: Event = {
      kind: 'written',
      written: { file: '/f', rules: [first.rule], undo: 'precedent undo' },
    };
    const after = run(accepted, 'diff', diffed, written);
    expect(after.state.answers.size).toBe(0);
    expect(after.wishes.at(-1)).toMatchObject({ kind: 'plan' });
    const undone = run(after.state, 'undo', { kind: 'answer', yes: true });
    expect(undone.wishes).toMatchObject([{ kind: 'undo', project: PROJECT }]);
  });
});

describe('leaving', () => {
  test('asks first where something is accepted and not written', () => {
    expect(run(begun, 'quit').wishes).toMatchObject([{ kind: 'quit' }]);
    const { state, wishes } = run(begun, 'accept', 'quit');
    expect(wishes).toEqual([]);
    expect(run(state, { kind: 'answer', yes: true }).wishes).toMatchObject([{ kind: 'quit' }]);
  });
});

describe('live calls', () => {
  test('stand newest first, each once, and keep the selected one', () => {
    const call = (id: string, minute: number) => liveCall(id, { at: Date.UTC(2026, 9, 3, 10, minute) });
    const arrive = (...calls: ReturnType<typeof call>[]): Event => ({ kind: 'arrived', calls, fresh: true });
    const { state } = run(
      begun,
      'previous-screen',
      arrive(call('a', 1), call('b', 2)),
      'down',
      arrive(call('c', 3), call('b', 2)),
    );
    expect(state.calls.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    expect(state.places.get('now')?.id).toBe('a');
  });

  test('count as prompts in their hour, once', () => {
    const { state } = run(begun, liveNews(), liveNews());
    expect([...state.promptsByHour.values()]).toEqual([1]);
  });
});
