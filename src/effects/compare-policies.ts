import { allRules, type CompiledPolicy } from '../permission/compile.ts';
import { decide, textOfCall } from '../permission/decide.ts';
import type { List, Rule } from '../permission/rule.ts';
import type { ToolCall } from '../permission/tool-call.ts';
import { covers } from './covers.ts';
import type { Tier } from './effects.ts';
import { effectsOf } from './effects-of.ts';
import { probesOf } from './probes.ts';
import { reachOf } from './reach.ts';
import { isWorse, riskOf } from './risk.ts';
import { sentenceOf } from './sentence.ts';
import type { EffectSurroundings } from './surroundings.ts';

/** A call that passes under one policy and not under the other. */
export type NewlyAllowed = {
  readonly call: ToolCall;
  readonly text: string;
  readonly tier: Tier;
  readonly sentence: string;
};

/**
 * What one policy allows and another does not. `none` is proved from the texts of the rules; `some` is shown by calls
 * that the permission model lets pass under the one only; otherwise it could not be decided.
 */
export type Widening =
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly calls: readonly NewlyAllowed[] }
  | { readonly kind: 'undecided'; readonly why: readonly string[] };

/** Whether `after` lets anything pass that `before` does not; `recorded` calls are tried besides those the rules suggest. */
export function widening(
  before: CompiledPolicy,
  after: CompiledPolicy,
  {
    surroundings,
    recorded,
  }: { readonly surroundings: EffectSurroundings; readonly recorded: readonly ToolCall[] },
): Widening {
  const calls = shortestFirst(
    newlyAllowed(before, after, candidates(before, after, { surroundings, recorded }), surroundings),
  );
  if (calls.length > 0) return { kind: 'some', calls };
  const why = unproved(before, after);
  return why.length === 0 ? { kind: 'none' } : { kind: 'undecided', why };
}

function newlyAllowed(
  before: CompiledPolicy,
  after: CompiledPolicy,
  calls: readonly ToolCall[],
  surroundings: EffectSurroundings,
): readonly NewlyAllowed[] {
  const found = new Map<string, NewlyAllowed>();
  for (const call of calls) {
    const text = call.tool === 'Bash' ? textOfCall(call) : `${call.tool} ${textOfCall(call)}`;
    const key = `${call.cwd} ${text}`;
    if (found.has(key)) continue;
    if (decide(after, call).verdict !== 'allow' || decide(before, call).verdict === 'allow') continue;
    const effects = effectsOf(call, surroundings);
    found.set(key, { call, text, tier: riskOf(effects).tier, sentence: sentenceOf(effects, text) });
  }
  return [...found.values()];
}

function shortestFirst(calls: readonly NewlyAllowed[]): readonly NewlyAllowed[] {
  return [...calls].sort((a, b) => a.text.length - b.text.length || (isWorse(a.tier, b.tier) ? -1 : 1));
}

function candidates(
  before: CompiledPolicy,
  after: CompiledPolicy,
  {
    surroundings,
    recorded,
  }: { readonly surroundings: EffectSurroundings; readonly recorded: readonly ToolCall[] },
): readonly ToolCall[] {
  // What the one refuses or asks about may be what the other lets pass: those rules suggest calls too.
  const rules = [...rulesOf(after, ['allow']), ...rulesOf(before, ['deny', 'ask'])];
  return [
    ...rules.flatMap((rule) =>
      probesOf({ ...rule, list: 'allow' }, surroundings, 'one-spelling').map(({ call }) => call),
    ),
    ...rules.flatMap((rule) => plainCalls(rule, surroundings)),
    ...reachOf(after, surroundings).map(({ call }) => call),
    ...recorded,
  ];
}

/** The simplest commands that a pattern matches, whatever its program is: with nothing and with one word for each star. */
function plainCalls({ tool, content }: Rule, { workspace }: EffectSurroundings): readonly ToolCall[] {
  if (tool !== 'Bash' || content === undefined) return [];
  const pattern = content.replace(/:\*$/, ' *');
  return ['', 'x']
    .map((word) => pattern.replaceAll('*', word).replace(/\s+/g, ' ').trim())
    .filter((command) => command !== '')
    .map((command) => ({ tool, input: { command }, cwd: workspace }));
}

function rulesOf(policy: CompiledPolicy, lists: readonly List[]): readonly Rule[] {
  return allRules(policy, lists).map(({ rule }) => rule);
}

/** Why it is not proved that `after` allows no more; empty where it is. */
function unproved(before: CompiledPolicy, after: CompiledPolicy): readonly string[] {
  const why: string[] = [];
  const allowed = rulesOf(before, ['allow']);
  for (const rule of rulesOf(after, ['allow'])) {
    if (!allowed.some((other) => covers(other, rule)))
      why.push(`nothing proves that ${rule.text} allows nothing new`);
  }
  const strict = rulesOf(after, ['deny', 'ask']);
  for (const rule of rulesOf(before, ['deny', 'ask'])) {
    const kept = strict.some(
      (other) => (other.list === rule.list || other.list === 'deny') && covers(other, rule),
    );
    if (!kept) why.push(`nothing proves that what ${rule.list} ${rule.text} held back is still held back`);
  }
  return [...why, ...otherDifferences(before, after)];
}

function otherDifferences(before: CompiledPolicy, after: CompiledPolicy): readonly string[] {
  const why: string[] = [];
  if (before.surroundings.mode !== after.surroundings.mode) why.push('the permission modes differ');
  for (const restriction of before.restrictions) {
    if (!after.restrictions.has(restriction)) why.push(`the restriction ${restriction} is gone`);
  }
  const known = new Set(before.workingDirectories);
  for (const directory of after.workingDirectories) {
    if (!known.has(directory)) why.push(`${directory} is a working directory too`);
  }
  return why;
}
