import { type Cluster, type Member, tallyOf } from '../clusters/cluster.ts';
import { type Key, keyText } from '../clusters/key.ts';
import type { Risk } from '../effects/effects.ts';
import { isWorse } from '../effects/risk.ts';
import type { Surroundings } from '../permission/policy.ts';
import { counted } from './because.ts';
import { runsProjectCode } from './compose.ts';
import { type Limits, tooRare } from './limits.ts';
import type { StaysWithYou } from './proposal.ts';
import { examplesOf } from './proposals-of.ts';
import type { Rung } from './rung.ts';
import type { PlanRequest, Workings } from './workings.ts';

/** Enough to tell the worst of a cluster; a long tail of one-off commands must not cost the run. */
const JUDGED_CALLS = 5;

/** Every cluster that still asks under the plan, with the one reason that holds it back; most asked first. */
export function staysOf(request: PlanRequest, workings: Workings): readonly StaysWithYou[] {
  const covered = new Set(workings.chosen.flatMap((rung) => [...rung.covers]));
  return workings.clustering.clusters
    .flatMap((cluster) => {
      const left = cluster.members.filter((member) => member.need.kind !== 'nothing' && !covered.has(member));
      return left.length === 0 ? [] : [stayOf({ ...cluster, members: left }, request, workings)];
    })
    .filter(({ support, refusals }) => support.calls > 0 || refusals > 0)
    .sort((one, other) => asked(other) - asked(one) || (one.what < other.what ? -1 : 1));
}

function asked({ support, refusals }: StaysWithYou): number {
  return support.calls + refusals;
}

function stayOf(cluster: Cluster, request: PlanRequest, workings: Workings): StaysWithYou {
  const approved = tallyOf(cluster.members, 'approved');
  const refused = workings.blame.refusals(cluster.members);
  const own = workings.rungs.filter((rung) => cluster.members.some((member) => rung.covers.has(member)));
  const risk = own.length > 0 ? mildest(own).risk : worstCall(cluster.members, request);
  return {
    project: cluster.project,
    what: nameIn(cluster.key, request.policy.surroundings),
    tool: cluster.tool,
    tier: risk.tier,
    support: { calls: approved.calls, sessions: approved.sessions.size, days: approved.days.size },
    refusals: refused.calls,
    examples: examplesOf(cluster.members),
    because: reasonOf(cluster, {
      own,
      risk,
      refused: refused.calls,
      limits: request.limits,
      home: request.policy.surroundings.home,
      runs: workings.chosen.some(runsProjectCode),
    }),
  };
}

type Held = {
  readonly own: readonly Rung[];
  readonly risk: Risk;
  readonly refused: number;
  readonly limits: Limits;
  readonly home: string;
  /** The plan runs the project's own code. */
  readonly runs: boolean;
};

/** Folders of the project by their name in it, others from the home directory on where they lie there. */
function nameIn(key: Key, { workspace, home }: Surroundings): string {
  if (key.kind !== 'folder') return keyText(key);
  const { access, folder } = key;
  if (folder === workspace) return `${access} ./`;
  return `${access} ${folder.startsWith(`${workspace}/`) ? folder.slice(workspace.length + 1) : withHome(folder, home)}`;
}

function withHome(text: string, home: string): string {
  return text.replaceAll(`${home}/`, '~/');
}

/** The call that shows what the mildest rule would let through. */
function asWith(own: readonly Rung[], home: string): string {
  const witness = own.length === 0 ? undefined : mildest(own).witnesses[0];
  return witness === undefined ? '' : `, as with \`${withHome(witness.call, home)}\``;
}

function reasonOf(cluster: Cluster, { own, risk, refused, limits, home, runs }: Held): string {
  const approved = tallyOf(cluster.members, 'approved');
  if (refused > 0) {
    const words = reasonsGiven(cluster.members);
    return `Refused ${counted(refused, 'time')}, approved ${counted(approved.calls, 'time')}${words}: your answer decides.`;
  }
  const human = cluster.members.find(({ need }) => need.kind === 'human')?.need;
  if (cluster.members.every(({ need }) => need.kind === 'human') && human?.kind === 'human') {
    return `No allow rule can settle it: ${human.why}.`;
  }
  if (!limits.tiers.includes(risk.tier)) return `It ${withHome(risk.because, home)}${asWith(own, home)}.`;
  const rare = tooRare(approved, limits);
  if (rare !== undefined) return `Too rare: ${rare}.`;
  if (own.length === 0) return 'Too varied: no form of it came up often enough for a narrow rule.';
  if (runs && cluster.key.kind === 'folder' && cluster.key.access === 'write') {
    return "The plan lets the project's own code run unasked: together with edits of it that is anything.";
  }
  if (risk.tier === 'project-code') {
    return "It runs the project's own code, which the plan lets the agent edit unasked: together that is anything.";
  }
  return 'A rule for it would save fewer prompts than the ones proposed.';
}

function reasonsGiven(members: readonly Member[]): string {
  const [first] = members.flatMap((member) => member.calls).flatMap((call) => call.reasons);
  return first === undefined ? '' : ` ("${first.replace(/\s+/g, ' ').slice(0, 80)}")`;
}

function mildest(rungs: readonly Rung[]): Rung {
  return rungs.reduce((best, rung) => (isWorse(best.risk.tier, rung.risk.tier) ? rung : best));
}

function worstCall(members: readonly Member[], { judge }: PlanRequest): Risk {
  const calls = members.flatMap((member) => member.calls.slice(0, 1)).slice(0, JUDGED_CALLS);
  return calls
    .map((call) => judge.call(call.call))
    .reduce((worst, risk) => (isWorse(risk.tier, worst.tier) ? risk : worst), {
      tier: 'inert',
      because: 'reads only',
    });
}
