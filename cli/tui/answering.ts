import { PROPOSABLE, type Proposal, type Weighed } from '../../src/index.ts';

import type { Choice } from './desk.ts';
import { type Answer, accepted, ruleOf, type State } from './state.ts';

/** The state with a card accepted, together with the `ask` rules that guard it: they are one decision. */
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
  for (const card of together(state, id)) {
    if (answer === undefined) answers.delete(card.id);
    else answers.set(card.id, answer);
  }
  // The diff on the screen was computed for other choices.
  return { ...state, answers, diff: undefined };
}

function together(state: State, id: string): readonly Proposal[] {
  const all = state.plan?.proposals ?? [];
  const card = all.find((one) => one.id === id);
  if (card === undefined) return [];
  return [card, ...all.filter((one) => one.guards !== undefined && one.guards === card.rule)];
}

/** The rules of the accepted cards, each with the `ask` rules that belong to it as it stands now. */
export function choicesOf(state: State): readonly Choice[] {
  const leading = accepted(state).filter(({ guards }) => guards === undefined);
  return leading.flatMap((card) => {
    const { list, evidence, because } = card;
    const rule = ruleOf(state, card);
    const guards = rule === card.rule ? guardsOf(state, card) : judgedGuards(state, card, rule);
    return [{ list, rule, evidence, because }, ...guards];
  });
}

function guardsOf(state: State, card: Proposal): readonly Choice[] {
  return together(state, card.id)
    .filter((one) => one !== card)
    .map(({ list, rule, evidence, because }) => ({ list, rule, evidence, because }));
}

function judgedGuards(state: State, card: Proposal, rule: string): readonly Choice[] {
  const guards = judged(state, card, rule)?.guards ?? [];
  const because = `Takes the dangerous variants of ${rule} back.`;
  return guards.map((guard) => ({ list: 'ask', rule: guard, evidence: [], because }));
}

/** The judgement that speaks against accepting a card as it stands now: broadened or edited beyond what is proposed. */
export function objection(state: State, card: Proposal): Weighed | undefined {
  const rule = ruleOf(state, card);
  if (rule === card.rule) return undefined;
  const rung = judged(state, card, rule) ?? unjudged(rule);
  return rung.refusals > 0 || !PROPOSABLE.includes(rung.tier) ? rung : undefined;
}

function judged(state: State, card: Proposal, rule: string): Weighed | undefined {
  if (state.trial?.rule === rule) return state.trial;
  const dossiers = [...state.dossiers.values()].filter(({ id }) => id === card.id);
  return dossiers.flatMap(({ own, rungs }) => [own, ...rungs]).find((rung) => rung.rule === rule);
}

function unjudged(rule: string): Weighed {
  const because = 'nothing is known yet about what it lets through';
  return { rule, guards: [], tier: 'unknown', because, calls: 0, promptsSaved: 0, refusals: 0 };
}
