import { clusterCalls, tallyOf } from '../clusters/cluster.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import type { Tier } from '../effects/effects.ts';
import { withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import type { List } from '../permission/rule.ts';
import { counted } from './because.ts';
import { blameOf } from './blame.ts';
import type { Proposal } from './proposal.ts';
import { ruleOf } from './rule-of.ts';
import { stableId } from './stable-id.ts';
import type { PlanRequest } from './workings.ts';

type Line = {
  readonly list: List;
  readonly rule: string;
  readonly tier: Tier;
  readonly refusals: number;
  readonly why: string;
};

/** Places where keys, tokens and passwords lie: nobody's work needs an agent to read them. */
const SECRETS = [
  './.env',
  './.env.*',
  '~/.ssh/**',
  '~/.aws/**',
  '~/.gnupg/**',
  '~/.kube/**',
  '~/.netrc',
  '~/.npmrc',
  '~/.pypirc',
  '~/.docker/config.json',
  '~/.config/gh/**',
  '~/.config/gcloud/**',
];

/** Files that decide what runs elsewhere. */
const PROTECTED = ['/.github/**', '/.gitlab-ci.yml', '/Dockerfile', '/package.json'];

/** Programs that carry data out, by their ordinary names: a fence for mistakes, no boundary. */
const OUTWARD = ['curl', 'wget', 'ssh', 'scp', 'rsync', 'nc', 'git push', 'npm publish', 'gh gist create'];

/**
 * Deny and ask rules that hold whatever else is allowed later: secrets, files that decide what runs elsewhere, the ways
 * out, and what was refused. Each is replayed over every recorded call and left out where it would have broken one: denied
 * a call that ran, or asked about one that nobody was asked about.
 */
export function baseline(request: PlanRequest): readonly Proposal[] {
  const project = request.policy.surroundings.workspace;
  const ran = request.calls.filter(({ approved, needed }) => approved.calls + needed.calls > 0);
  const uses = ran.reduce((sum, call) => sum + call.uses, 0);
  return [...fixedLines(), ...refusedLines(request)]
    .filter((line) => !breaksOne(line, ran, request))
    .map(({ list, rule, tier, refusals, why }) => ({
      id: stableId(project, list, rule),
      project,
      rule,
      list,
      tier,
      support: { calls: 0, sessions: 0, days: 0 },
      refusals,
      promptsSaved: 0,
      examples: [],
      witnesses: [],
      evidence: [],
      because: `${why}; replayed over ${counted(uses, 'recorded call')}, it breaks none.`,
    }));
}

function fixedLines(): readonly Line[] {
  const line = (list: List, rule: string, tier: Tier, why: string): Line => ({
    list,
    rule,
    tier,
    refusals: 0,
    why,
  });
  return [
    ...SECRETS.map((path) => line('deny', `Read(${path})`, 'outside', 'Keys and passwords lie here')),
    ...PROTECTED.map((path) => line('ask', `Edit(${path})`, 'outside', 'It decides what runs elsewhere')),
    ...OUTWARD.map((start) =>
      line('ask', `Bash(${start} *)`, 'outward', 'It carries data out of this machine'),
    ),
  ];
}

/** What people refused, by the name of the command or tool, where they never let it pass. */
function refusedLines({ calls, policy, naming, judge }: PlanRequest): readonly Line[] {
  const answered = calls.filter(({ approved, refused }) => approved.calls + refused.calls > 0);
  const { clusters, demands } = clusterCalls(answered, policy, naming);
  const blame = blameOf(demands, judge);
  return clusters.flatMap(({ key, members }): readonly Line[] => {
    const open = members.filter(({ need }) => need.kind === 'rule');
    const refusals = blame.refusals(open).calls;
    const rule =
      key.kind === 'command' ? `Bash(${key.words.join(' ')} *)` : key.kind === 'tool' ? key.tool : undefined;
    if (rule === undefined || refusals === 0 || tallyOf(open, 'approved').calls > 0) return [];
    return [
      { list: 'ask', rule, tier: 'unknown', refusals, why: `You refused it ${counted(refusals, 'time')}` },
    ];
  });
}

function breaksOne(
  { list, rule: text }: Line,
  ran: readonly RecordedCall[],
  { policy }: PlanRequest,
): boolean {
  const rule = ruleOf(list, text);
  if (rule === undefined) return true;
  const after = withRule(policy, rule);
  return ran.some(({ call }) => decide(after, call).verdict !== decide(policy, call).verdict);
}
