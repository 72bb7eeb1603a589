import { type Clustering, type Member, needsPlace } from '../clusters/cluster.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import { together } from '../clusters/tally.ts';
import type { Risk } from '../effects/effects.ts';
import { isWorse } from '../effects/risk.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import { decide } from '../permission/decide.ts';
import { blameOf } from './blame.ts';
import { withGuards } from './guard.ts';
import { candidates } from './ladder.ts';
import { type Limits, tooRare } from './limits.ts';
import { partCall } from './part-call.ts';
import { exceptRefused } from './refusals.ts';
import { ruleOf } from './rule-of.ts';
import type { Candidate, Judge, Rung } from './rung.ts';

/** Every rule of one project that is worth weighing: often enough used, and matching what it was made from. */
export function climb(
  clustering: Clustering,
  policy: CompiledPolicy,
  judge: Judge,
  limits: Limits,
): readonly Rung[] {
  const found = candidates(clustering.clusters, policy.surroundings);
  const blame = blameOf(clustering.demands, judge);
  return found
    .filter(({ from }) => tooRare(supportOf(from), limits) === undefined)
    .flatMap((candidate) => rungOf(candidate, policy, judge, limits))
    .map(({ rung, matched }) =>
      exceptRefused(rung, { matched, blame, project: policy.surroundings.workspace }),
    );
}

/** A rung, and what its allow rule matches before the guards take anything back. */
type Climbed = { readonly rung: Rung; readonly matched: readonly Member[] };

function rungOf(
  candidate: Candidate,
  policy: CompiledPolicy,
  judge: Judge,
  limits: Limits,
): readonly Climbed[] {
  const rule = ruleOf('allow', candidate.rule);
  if (rule === undefined) return [];
  const matched = letPass(candidate.from, withRule(policy, rule));
  if (tooRare(supportOf(matched), limits) !== undefined) return [];
  const judgement = judge.rule(candidate.rule, approvedTexts(matched));
  const { guards } = judgement;
  const covers = guards.length === 0 ? matched : letPass(matched, withRule(withGuards(policy, guards), rule));
  const support = supportOf(covers);
  if (tooRare(support, limits) !== undefined) return [];
  const risk = candidate.rule.startsWith('Bash') ? judgement.risk : worstOf(judgement.risk, covers, judge);
  const rung = { ...candidate, ...judgement, risk, covers: new Set(covers), support };
  return [{ rung: { ...rung, exceptions: [], contested: false }, matched }];
}

function approvedTexts(members: readonly Member[]): readonly string[] {
  return members
    .filter(({ tool, calls }) => tool === 'Bash' && calls.some(({ approved }) => approved.calls > 0))
    .map(({ text }) => text);
}

/** A rule is never milder than what it was made from. */
function worstOf(risk: Risk, covers: readonly Member[], judge: Judge): Risk {
  return covers
    .map((member) => judge.call(partCall(member)))
    .reduce((worst, own) => (isWorse(own.tier, worst.tier) ? own : worst), risk);
}

/** The members that pass under a policy, each put to the permission model on its own and, where it is a part, as such. */
export function letPass(members: readonly Member[], policy: CompiledPolicy): readonly Member[] {
  return members.filter(
    (member) => decide(policy, partCall(member)).verdict === 'allow' && passesInCall(member, policy),
  );
}

/** What stands before a part changes what its paths mean. */
function passesInCall(member: Member, policy: CompiledPolicy): boolean {
  const [first] = member.calls;
  if (first === undefined || !needsPlace(member.need)) return true;
  const { parts } = decide(policy, first.call);
  return parts.every(({ text, verdict }) => text !== member.text || verdict === 'allow');
}

function supportOf(members: Iterable<Member>) {
  const calls = new Set<RecordedCall>();
  for (const member of members) for (const call of member.calls) calls.add(call);
  return together([...calls].map((call) => call.approved));
}
