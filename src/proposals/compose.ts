import type { Demand } from '../clusters/cluster.ts';
import { type AttackPath, attackPaths } from '../effects/attack-paths.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import { choose, isCovered, weightOf } from './choose.ts';
import type { Limits } from './limits.ts';
import type { Rung } from './rung.ts';
import { withRungs } from './with-rungs.ts';

type Composing = { readonly limits: Limits; readonly policy: CompiledPolicy };

/**
 * Chooses with the whole plan and the settings in force in view. Running the project's own code and editing it unasked
 * are each harmless and together mean "run anything": a person either sees every edit before it is run, or every run.
 * The side that removes more prompts is taken, and what the effects model still finds to combine is taken out.
 */
export function chooseComposed(
  demands: readonly Demand[],
  rungs: readonly Rung[],
  composing: Composing,
): readonly Rung[] {
  const acceptable = rungs.filter(
    ({ risk, contested }) => !contested && composing.limits.tiers.includes(risk.tier),
  );
  const plans = sidesOf(acceptable, composing.policy).map((side) =>
    withoutPaths(choose(demands, side, composing.limits), demands, composing.policy),
  );
  return plans.reduce((best, plan) => (removed(demands, plan) > removed(demands, best) ? plan : best));
}

/**
 * The largest sets of rungs in which no edit meets a run of what was edited: those that run nothing of the project, and
 * those that edit nothing that runs. The first comes first: where both are worth the same, nothing runs unasked.
 */
export function sidesOf(rungs: readonly Rung[], policy: CompiledPolicy): readonly (readonly Rung[])[] {
  const runs = rungs.filter(runsProjectCode);
  const [runner] = runs;
  const editing = rungs.filter((rung) => !runsProjectCode(rung));
  if (runner === undefined) return [editing];
  const known = new Set(pathsUnder(policy));
  const meets = (rung: Rung): boolean =>
    pathsUnder(withRungs(policy, [rung, runner])).some((path) => !known.has(path));
  const running = rungs.filter((rung) => runsProjectCode(rung) || !letsEdit(rung) || !meets(rung));
  // Where the settings in force let edits pass already, any run completes the path.
  const open = pathsUnder(withRungs(policy, [runner])).some((path) => !known.has(path));
  return open ? [editing] : [editing, running];
}

/** Takes out rules until the plan opens no way to reach more than its rules say one by one; the one worth least first. */
function withoutPaths(
  chosen: readonly Rung[],
  demands: readonly Demand[],
  policy: CompiledPolicy,
): readonly Rung[] {
  const known = new Set(attackPaths(policy, policy.surroundings).map(nameOf));
  const worthOf = (rule: string): number => {
    const rest = chosen.filter((rung) => rung.rule !== rule);
    return removed(demands, chosen) - removed(demands, rest);
  };
  const found = attackPaths(withRungs(policy, chosen), policy.surroundings, worthOf);
  const opened = found.find((path) => path.drop !== undefined && !known.has(nameOf(path)));
  if (opened === undefined) return chosen;
  const kept = chosen.filter(({ rule }) => rule !== opened.drop);
  return kept.length === chosen.length ? chosen : withoutPaths(kept, demands, policy);
}

function pathsUnder(policy: CompiledPolicy): readonly string[] {
  return attackPaths(policy, policy.surroundings).map(nameOf);
}

function nameOf({ kind, rules }: AttackPath): string {
  return [kind, ...rules].join('\n');
}

export function runsProjectCode({ risk }: Rung): boolean {
  return risk.tier === 'project-code';
}

function letsEdit({ rule }: Rung): boolean {
  return rule.startsWith('Edit');
}

function removed(demands: readonly Demand[], rungs: readonly Rung[]): number {
  return demands
    .filter((demand) => demand.decision.verdict === 'ask' && isCovered(demand, rungs))
    .reduce((sum, demand) => sum + weightOf(demand), 0);
}
