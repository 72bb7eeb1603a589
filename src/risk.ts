import { readFileSync } from 'node:fs';
import { type AttackPath, attackPaths } from './effects/attack-paths.ts';
import type { Tier, Witness } from './effects/effects.ts';
import { type Reachable, reachOf } from './effects/reach.ts';
import { isWorse, riskOf, worseTier } from './effects/risk.ts';
import type { EffectSurroundings } from './effects/surroundings.ts';
import { addEffects, emptyTally, settle, type Tally } from './effects/tally.ts';
import { addedRisk, toWitnesses } from './effects/witnesses.ts';
import { type FourAnswers, fourAnswers } from './four-answers.ts';
import { NEWEST_KNOWN } from './permission/client-version.ts';
import { allRules, type CompiledPolicy, compilePolicy } from './permission/compile.ts';
import type { Mode } from './permission/mode.ts';
import type { Permissions } from './permission/policy.ts';
import type { Rule } from './permission/rule.ts';
import { permissionsGiven, permissionsOf } from './policy-in-force.ts';
import { projectFacts } from './project-facts.ts';
import { settingsInForce } from './scopes/in-force.ts';
import type { Place } from './scopes/place.ts';
import { UserError } from './user-error.ts';

/** One allow rule with the worst that it adds. */
export type JudgedRule = {
  readonly rule: string;
  readonly file?: string;
  readonly line?: number;
  readonly tier: Tier;
  readonly because: string;
  readonly witnesses: readonly Witness[];
};

/** What `risk --json` prints. */
export type RiskReport = {
  readonly schemaVersion: 1;
  readonly mode: Mode;
  /** The worst of everything that passes unasked, attack paths included. */
  readonly worst: Tier;
  readonly because: string;
  readonly rules: readonly JudgedRule[];
  readonly tools: readonly (FourAnswers & { readonly tool: string })[];
  readonly paths: readonly AttackPath[];
};

export type RiskRequest = {
  readonly place: Place;
  /** A settings file to judge instead of those in force; read as the project's local settings. */
  readonly settings?: string;
  readonly mode?: Mode;
};

/** What the settings in force, or those of one file, let an agent do unasked. */
export function risk(request: RiskRequest): RiskReport {
  const policy = policyFor(request);
  const surroundings: EffectSurroundings = {
    ...policy.surroundings,
    facts: projectFacts(policy.surroundings.workspace),
  };
  return riskOfPolicy(policy, surroundings);
}

/** The report on a policy that is already at hand. */
export function riskOfPolicy(policy: CompiledPolicy, surroundings: EffectSurroundings): RiskReport {
  const reach = reachOf(policy, surroundings);
  const rules = allRules(policy, ['allow']).map(({ rule }) => judged(rule, policy, surroundings));
  const paths = attackPaths(policy, surroundings);
  return {
    schemaVersion: 1,
    mode: policy.surroundings.mode,
    ...worstOf(rules, reach, paths),
    rules,
    tools: byTool(reach),
    paths,
  };
}

function policyFor({ place, settings, mode }: RiskRequest): CompiledPolicy {
  const inForce = settingsInForce(place);
  const sources =
    settings === undefined ? permissionsOf(inForce.texts) : permissionsFrom(settings, place.cwd);
  return compilePolicy(sources, {
    mode: mode ?? sources.find(({ defaultMode }) => defaultMode !== undefined)?.defaultMode ?? 'default',
    home: place.home,
    workspace: inForce.workspace,
    // Trust is one key at the first start: the rules of the project's file count from the beginning.
    trusted: true,
    files: { links: new Map(), directories: new Set() },
    addedDirectories: [],
    clientVersion: NEWEST_KNOWN,
  });
}

/** Throws UserError where the file cannot be read, or the client would ignore it. */
export function permissionsFrom(file: string, project: string): readonly Permissions[] {
  try {
    return permissionsGiven(file, readFileSync(file, 'utf8'), project);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new UserError(`${file} cannot be read: ${error.message}`);
  }
}

function judged(rule: Rule, policy: CompiledPolicy, surroundings: EffectSurroundings): JudgedRule {
  const { tier, because, found } = addedRisk(rule, without(policy, rule), surroundings);
  const { file, line } = rule.origin;
  return {
    rule: rule.text,
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    tier,
    because,
    witnesses: toWitnesses(found, 3),
  };
}

/** The policy without one allow rule: what that rule adds is what is missing then. */
function without(policy: CompiledPolicy, rule: Rule): CompiledPolicy {
  const allow = new Map(
    [...policy.rules.allow].map(([tool, rules]) => [tool, rules.filter((each) => each.rule !== rule)]),
  );
  return { ...policy, rules: { ...policy.rules, allow } };
}

/** The worst of everything; an attack path makes settings as bad as what it leads to. */
function worstOf(
  rules: readonly JudgedRule[],
  reach: readonly Reachable[],
  paths: readonly AttackPath[],
): { readonly worst: Tier; readonly because: string } {
  let worst: Tier = 'inert';
  let because = 'nothing passes unasked but reading the workspace';
  const consider = (tier: Tier, why: string): void => {
    // Nothing that stays unknown can be worse than what is known to run anything.
    if (worst === 'anything' || worseTier(worst, tier) === worst) return;
    worst = tier;
    because = why;
  };
  for (const path of paths) consider(path.kind === 'anything' ? 'anything' : 'outside', path.sentence);
  for (const rule of rules) consider(rule.tier, `${rule.rule} ${rule.because}`);
  for (const each of reach) {
    const { tier, because: why } = riskOf(each.effects);
    consider(tier, `\`${each.text}\` ${why}`);
  }
  return { worst, because };
}

function byTool(reach: readonly Reachable[]): RiskReport['tools'] {
  const found = new Map<string, Tally>();
  for (const { call, effects } of reach) {
    const tally = found.get(call.tool) ?? emptyTally();
    addEffects(tally, effects);
    found.set(call.tool, tally);
  }
  return [...found].map(([tool, tally]) => ({ tool, ...fourAnswers(settle(tally)) }));
}

/** True where the settings go beyond a tier. */
export function exceeds(report: RiskReport, ceiling: Tier): boolean {
  return isWorse(report.worst, ceiling);
}
