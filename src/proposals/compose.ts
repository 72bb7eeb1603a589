import type { Demand } from '../clusters/cluster.ts';
import { choose, isCovered, weightOf } from './choose.ts';
import type { Limits } from './limits.ts';
import type { Rung } from './rung.ts';

/**
 * Chooses with the whole plan in view. Running the project's own code and editing it unasked are each harmless and
 * together mean "run anything", so the better of the two plans is taken: the one that removes more prompts, and where
 * they are equal the one that runs nothing.
 */
export function chooseComposed(
  demands: readonly Demand[],
  rungs: readonly Rung[],
  { limits }: { readonly limits: Limits },
): readonly Rung[] {
  const acceptable = rungs.filter(({ risk }) => limits.tiers.includes(risk.tier));
  const editing = choose(
    demands,
    acceptable.filter((rung) => !runsProjectCode(rung)),
    limits,
  );
  const running = choose(
    demands,
    acceptable.filter((rung) => !letsEdit(rung)),
    limits,
  );
  return removed(demands, running) > removed(demands, editing) ? running : editing;
}

export function runsProjectCode({ risk }: Rung): boolean {
  return risk.tier === 'project-code';
}

export function letsEdit({ rule }: Rung): boolean {
  return rule.startsWith('Edit');
}

function removed(demands: readonly Demand[], rungs: readonly Rung[]): number {
  return demands
    .filter((demand) => demand.decision.verdict === 'ask' && isCovered(demand, rungs))
    .reduce((sum, demand) => sum + weightOf(demand), 0);
}
