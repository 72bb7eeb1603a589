import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import type { Rule } from '../permission/rule.ts';
import type { Effects, Risk, Witness } from './effects.ts';
import { effectsOf } from './effects-of.ts';
import { openCommand } from './open-rule.ts';
import { type Probe, probesOf } from './probes.ts';
import { badness, riskOf } from './risk.ts';
import { type RuleRisk, ruleRisk } from './rule-risk.ts';
import { sentenceOf } from './sentence.ts';
import type { EffectSurroundings } from './surroundings.ts';
import { addEffects, emptyTally, settle } from './tally.ts';
import type { Thoroughness } from './variations.ts';

/** A call that the rule, and nothing else, lets through, with what it can do. */
export type LetThrough = Probe & { readonly risk: Risk; readonly effects: Effects };

/**
 * The generated calls that exactly this rule lets through: allowed with it, not allowed without it. Both answers come
 * from the permission model under the given policy, its `deny` and `ask` rules included. Worst first.
 */
export function letThrough(
  rule: Rule,
  policy: CompiledPolicy,
  surroundings: EffectSurroundings,
  how: Thoroughness = 'one-spelling',
): readonly LetThrough[] {
  const after = withRule(policy, rule);
  const found: LetThrough[] = [];
  const seen = new Set<string>();
  for (const probe of probesOf(rule, surroundings, how)) {
    if (seen.has(probe.text)) continue;
    seen.add(probe.text);
    if (decide(after, probe.call).verdict !== 'allow') continue;
    if (decide(policy, probe.call).verdict === 'allow') continue;
    const effects = effectsOf(probe.call, surroundings);
    found.push({ ...probe, effects, risk: riskOf(effects) });
  }
  return found.sort(byRisk);
}

/** Stable: within a tier the order of the generator stays, which puts plain spellings and telling values first. */
function byRisk(a: LetThrough, b: LetThrough): number {
  return rank(b.risk) - rank(a.risk);
}

/** A witness that nobody understands convinces nobody: unknown comes after what is known to be bad. */
function rank(risk: Risk): number {
  return risk.tier === 'unknown' ? 2.5 : badness(risk.tier);
}

/** How many witnesses are shown where nothing else is said. */
const FEW = 5;

/** Some of the calls that a rule lets through, worst first, one for each kind of harm, each with its sentence. */
export function toWitnesses(found: readonly LetThrough[], most = FEW): readonly Witness[] {
  const kinds = new Set<string>();
  const shown: Witness[] = [];
  for (const each of found) {
    const kind = `${each.risk.tier} ${each.flag ?? ''} ${each.risk.because.replace(/[/~].*/, '')}`;
    if (kinds.has(kind) || shown.length >= most) continue;
    kinds.add(kind);
    shown.push({ call: each.text, tier: each.risk.tier, sentence: sentenceOf(each.effects, each.text) });
  }
  return shown;
}

/**
 * The risk of a rule under a policy: what the client would really let through. The pattern may match more than that
 * (`find * -exec` is asked about whatever the rules say). Where none of the generated calls passes, or where the
 * program is not described, it stays with what the pattern matches. To prove guards, ask for every spelling.
 */
export function residualRisk(
  rule: Rule,
  policy: CompiledPolicy,
  surroundings: EffectSurroundings,
  how: Thoroughness = 'one-spelling',
): RuleRisk & { readonly found: readonly LetThrough[] } {
  const matched = ruleRisk(rule, surroundings);
  const found = letThrough(rule, policy, surroundings, how);
  const settled = namesAllItMatches(rule);
  if (settled || matched.tier === 'unknown' || found.length === 0) return { ...matched, found };
  const tally = emptyTally();
  for (const each of found) addEffects(tally, each.effects);
  const effects = settle(tally);
  return { effects, ...riskOf(effects), found };
}

/**
 * What a rule adds to settings as they are. Where the client asks about every worse call whatever the rules say
 * (`find -exec`), and runs the others by itself, that is nothing; `residualRisk` stays with the pattern even then,
 * because a proposal must hold for other versions of the client too.
 */
export function addedRisk(
  rule: Rule,
  policy: CompiledPolicy,
  surroundings: EffectSurroundings,
): Risk & { readonly found: readonly LetThrough[] } {
  const { tier, because, found } = residualRisk(rule, policy, surroundings);
  if (found.length > 0 || tier === 'unknown' || namesAllItMatches(rule)) return { tier, because, found };
  const builtIn = probesOf(rule, surroundings, 'one-spelling').some(
    (probe) => decide(policy, probe.call).verdict === 'allow',
  );
  if (!builtIn) return { tier, because, found };
  return { tier: 'inert', because: 'adds nothing: the client asks about all worse calls by itself', found };
}

/** Rules for hosts and tools, and those that leave the program open: what they match is not cut down by the client. */
function namesAllItMatches(rule: Rule): boolean {
  if (rule.tool !== 'Bash') return !/^(?:Read|Edit|Write|NotebookEdit)$/.test(rule.tool);
  const open = openCommand(rule.content);
  return open.kind === 'every' || (open.kind === 'words' && open.fixed.length === 0);
}
