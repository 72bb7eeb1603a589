import type { Demand } from '../clusters/cluster.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { choose, isCovered, weightOf } from './choose.ts';
import type { Limits } from './limits.ts';
import type { Rung } from './rung.ts';

/**
 * Chooses with the whole plan and the settings in force in view. Running the project's own code and editing it unasked
 * are each harmless and together mean "run anything", so the better of the two plans is taken: the one that removes more
 * prompts, and where they are equal the one that runs nothing. Where edits pass already, nothing that runs them may.
 */
export function chooseComposed(
  demands: readonly Demand[],
  rungs: readonly Rung[],
  { limits, policy }: { readonly limits: Limits; readonly policy: CompiledPolicy },
): readonly Rung[] {
  const acceptable = rungs.filter(({ risk }) => limits.tiers.includes(risk.tier));
  const inert = acceptable.filter((rung) => !runsProjectCode(rung));
  const editing = choose(demands, inert, limits);
  if (editsPass(policy) || inert.length === acceptable.length) return editing;
  const running = choose(
    demands,
    acceptable.filter((rung) => !letsEdit(rung)),
    limits,
  );
  return removed(demands, running) > removed(demands, editing) ? running : editing;
}

/** The settings and the mode in force let the agent edit code of the project without asking. */
function editsPass(policy: CompiledPolicy): boolean {
  const { workspace } = policy.surroundings;
  const call = { tool: 'Edit', input: { file_path: `${workspace}/src/index.ts` }, cwd: workspace };
  return decide(policy, call).verdict === 'allow';
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
