import { clusterCalls, type Member } from '../../src/clusters/cluster.ts';
import { commandWords } from '../../src/clusters/command-words.ts';
import { hostOf } from '../../src/clusters/key.ts';
import { together } from '../../src/clusters/tally.ts';
import { residualRisk } from '../../src/effects/witnesses.ts';
import { withRule } from '../../src/permission/compile.ts';
import { decide } from '../../src/permission/decide.ts';
import type { Rule } from '../../src/permission/rule.ts';
import type { Learned, Learner } from '../../src/proposals/evaluate.ts';
import { exactRule } from '../../src/proposals/ladder.ts';
import { ruleOf } from '../../src/proposals/rule-of.ts';
import type { PlanRequest } from '../../src/proposals/workings.ts';

/** Every approved member that a rule could have covered, with how often it was let pass. */
function approvedMembers(
  request: PlanRequest,
): readonly { readonly member: Member; readonly uses: number }[] {
  const { clusters } = clusterCalls(request.calls, request.policy, request.naming);
  return clusters
    .flatMap(({ members }) => members)
    .filter(({ need }) => need.kind === 'rule')
    .map((member) => ({ member, uses: together(member.calls.map((call) => call.approved)).calls }))
    .filter(({ uses }) => uses > 0);
}

function learned(rules: Iterable<string | undefined>): Learned {
  const allow = [...new Set([...rules].filter((rule) => rule !== undefined))].sort();
  return { allow, ask: [] };
}

/** Rules as a client of the time suggests them for all but commands: the folder, the host, the tool. */
function otherRule(member: Member, project: string): string | undefined {
  if (member.key.kind === 'host') {
    const host = hostOf(member.text);
    return host === undefined ? undefined : `WebFetch(domain:${host})`;
  }
  if (member.key.kind === 'tool') return member.tool;
  return member.key.kind === 'folder' ? exactRule(member, project) : undefined;
}

/** What was let pass, word for word. */
export const EXACT_STRINGS: Learner = {
  name: 'exact strings',
  learn: (request) =>
    learned(
      approvedMembers(request).map(
        ({ member }) => exactRule(member, request.policy.surroundings.workspace) ?? otherRule(member, ''),
      ),
    ),
};

/** One prefix for each program. */
export const PROGRAM_PREFIXES: Learner = {
  name: 'one prefix per program',
  learn: (request) =>
    learned(
      approvedMembers(request).map(({ member }) => {
        const program = member.tool === 'Bash' ? commandWords(member.text)?.words[0] : undefined;
        if (program === undefined) return otherRule(member, request.policy.surroundings.workspace);
        return /^[\w./-]+$/.test(program) ? `Bash(${program} *)` : undefined;
      }),
    ),
};

/**
 * The client's own "don't ask again", chosen every time (recorded from client 2.1.330): program and subcommand where the
 * second word is a plain lower-case one, else the exact command.
 */
export const DO_NOT_ASK_AGAIN: Learner = {
  name: "the client's suggestions",
  learn: (request) =>
    learned(
      approvedMembers(request).map(({ member }) => {
        const { workspace } = request.policy.surroundings;
        const words = member.tool === 'Bash' ? commandWords(member.text)?.words : undefined;
        if (words === undefined) return otherRule(member, workspace);
        const [program, second] = words;
        const named =
          second !== undefined && /^[a-z][a-z0-9-]*$/.test(second) && /^[\w./-]+$/.test(program ?? '');
        return named ? `Bash(${program} ${second} *)` : exactRule(member, workspace);
      }),
    ),
};

/** Programs that a counting recipe takes for read-only by their names. */
const SOUNDS_READ_ONLY =
  /^(ls|cat|head|tail|grep|rg|find|wc|which|file|stat|du|df|ps|date|echo|sort|uniq|tree|jq|awk|sed|diff|git (status|log|diff|show|branch|remote|fetch|ls-files|ls-tree|rev-parse|describe|blame|check-ignore|tag)|gh (pr|issue|run|repo) (view|list|diff|checks|status)|gh api|go (list|env|doc|version|vet)|npm (ls|list|view|outdated)|kubectl (get|describe|logs)|docker (ps|images|logs|inspect))$/;

/** Program and subcommand, at least three uses, read-only by name, at most twenty. */
export const COUNTING_RECIPE: Learner = {
  name: 'the counting recipe',
  learn: (request) => {
    const counts = new Map<string, number>();
    for (const { member, uses } of approvedMembers(request)) {
      if (member.key.kind !== 'command') continue;
      const start = member.key.words.join(' ');
      if (SOUNDS_READ_ONLY.test(start)) counts.set(start, (counts.get(start) ?? 0) + uses);
    }
    const most = [...counts].filter(([, uses]) => uses >= 3).sort((one, other) => other[1] - one[1]);
    return learned(most.slice(0, 20).map(([start]) => `Bash(${start} *)`));
  },
};

/**
 * The same recipe under the conditions that ours keeps: no rule above the risk ceiling, and not both edits and runs of
 * the project's code; of the two sides the one that would have saved more.
 */
export function atOurRisk({ name, learn }: Learner): Learner {
  return {
    name: `${name}, at our risk`,
    learn: (request) => {
      const { policy, limits } = request;
      const mild = learn(request)
        .allow.map((text) => ruleOf('allow', text))
        .filter((rule) => rule !== undefined)
        .map((rule) => ({ rule, tier: residualRisk(rule, policy, policy.surroundings).tier }))
        .filter(({ tier }) => limits.tiers.includes(tier));
      const sides = [
        mild.filter(({ tier }) => tier !== 'project-code'),
        mild.filter(({ rule }) => rule.tool !== 'Edit'),
      ].map((side) => side.map(({ rule }) => rule));
      const saved = (side: readonly Rule[]): number => {
        const after = side.reduce((changed, rule) => withRule(changed, rule), policy);
        return request.calls
          .filter(({ call }) => decide(after, call).verdict === 'allow')
          .reduce((sum, { approved }) => sum + approved.calls, 0);
      };
      const [one = [], other = []] = sides;
      return learned((saved(other) > saved(one) ? other : one).map(({ text }) => text));
    },
  };
}

const RECIPES = [EXACT_STRINGS, PROGRAM_PREFIXES, DO_NOT_ASK_AGAIN, COUNTING_RECIPE];

export const BASELINES: readonly Learner[] = [...RECIPES, ...RECIPES.map(atOurRisk)];
