import type { Proposal, Weighed } from '../../src/index.ts';
import { PROPOSABLE } from '../../src/learning.ts';

import { count } from '../format/words.ts';
import type { Choice } from './papers.ts';
import { type Answer, accepted, guardsOf, isByHand, leading, ruleOf, type State } from './state.ts';

/** The state with a card accepted. */
export function accept(state: State, id: string): State {
  return withAnswer(state, id, 'accepted');
}

export function refuse(state: State, id: string, answer: 'refused' | 'never' = 'refused'): State {
  return withAnswer(state, id, answer);
}

export function takeBack(state: State, id: string): State {
  return withAnswer(state, id, undefined);
}

function withAnswer(state: State, id: string, answer: Answer | undefined): State {
  const answers = new Map(state.answers);
  if (answer === undefined) answers.delete(id);
  else answers.set(id, answer);
  // The diff on the screen was computed for other choices.
  return { ...state, answers, diff: undefined };
}

/** The rules of the accepted cards, each followed by the `ask` rules that guard it as it stands now. */
export function choicesOf(state: State): readonly Choice[] {
  return choicesFor(state, accepted(state));
}

/** The rules of all cards as they stand now, but for those that the person refused. */
export function openChoices(state: State): readonly Choice[] {
  return choicesFor(
    state,
    leading(state).filter(({ id }) => !['refused', 'never'].includes(state.answers.get(id) ?? '')),
  );
}

function choicesFor(state: State, cards: readonly Proposal[]): readonly Choice[] {
  return cards.flatMap((card) => {
    const { list, evidence, because } = card;
    const rule = ruleOf(state, card);
    return [{ list, rule, evidence, because }, ...guardChoices(state, card, rule)];
  });
}

function guardChoices(state: State, card: Proposal, rule: string): readonly Choice[] {
  if (rule === card.rule && !isByHand(state, card)) {
    return guardsOf(state, card).map(({ list, rule, evidence, because }) => ({
      list,
      rule,
      evidence,
      because,
    }));
  }
  const because = `Takes dangerous variants of ${rule} back.`;
  const guards = judged(state, card, rule)?.guards ?? [];
  return guards.map((guard) => ({ list: 'ask', rule: guard, evidence: [], because }));
}

/** The `ask` rules that guard a card's rule as it stands now. */
export function guardRules(state: State, card: Proposal): readonly string[] {
  return guardChoices(state, card, ruleOf(state, card)).map(({ rule }) => rule);
}

/** The judgement that speaks against accepting a card as it stands now: broadened or edited beyond what is proposed. */
export function objection(state: State, card: Proposal): Weighed | undefined {
  const rule = ruleOf(state, card);
  const own = isByHand(state, card);
  if (rule === card.rule && !own) return undefined;
  const rung = judged(state, card, rule) ?? (rule === card.rule ? asProposed(card) : unjudged(rule));
  const milder = (!own && rung.tier === card.tier) || PROPOSABLE.includes(rung.tier);
  return rung.refusals > 0 || !milder ? rung : undefined;
}

function judged(state: State, card: Proposal, rule: string): Weighed | undefined {
  if (state.trial?.rule === rule) return state.trial;
  const dossiers = [...state.dossiers.values()].filter(({ id }) => id === card.id);
  return dossiers.flatMap(({ own, rungs }) => [own, ...rungs]).find((rung) => rung.rule === rule);
}

function asProposed({ rule, tier, because, support, promptsSaved, refusals }: Proposal): Weighed {
  return { rule, guards: [], tier, because, calls: support.calls, promptsSaved, refusals };
}

function unjudged(rule: string): Weighed {
  const because = 'nothing is known yet about what it lets through';
  return { rule, guards: [], tier: 'unknown', because, calls: 0, promptsSaved: 0, refusals: 0 };
}

/** What is about to be written: the rules that were accepted, and the exceptions that come along. */
export function choicesInWords(choices: readonly Choice[]): string {
  const asking = choices.filter(({ list }) => list === 'ask').length;
  const others = choices.length - asking;
  if (others === 0) return count(asking, 'ask rule');
  return `${count(others, 'rule')}${asking === 0 ? '' : ` and ${count(asking, 'exception')} that still ${asking === 1 ? 'asks' : 'ask'}`}`;
}
