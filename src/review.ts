import { byHand } from './by-hand.ts';
import { type Clustering, clusterCalls } from './clusters/cluster.ts';
import type { RecordedCall } from './clusters/recorded-call.ts';
import { type Covered, coveredBy } from './covered.ts';
import { attackPaths } from './effects/attack-paths.ts';
import { NO_EFFECTS, type Tier } from './effects/effects.ts';
import { worseTier } from './effects/risk.ts';
import { residualRisk } from './effects/witnesses.ts';
import type { Made } from './evidence/observations.ts';
import { evidenceOf } from './evidence-rows.ts';
import type { Examination, Trial, Weighed } from './examination.ts';
import { fourAnswers } from './four-answers.ts';
import type { Observation } from './observations/observation.ts';
import { type CompiledPolicy, withRule } from './permission/compile.ts';
import { decide } from './permission/decide.ts';
import type { List, Rule } from './permission/rule.ts';
import { rejection } from './permission/rule-validity.ts';
import { type ProjectRecord, projectRecords } from './project-record.ts';
import { climb } from './proposals/climb.ts';
import { plan } from './proposals/plan.ts';
import type { ProjectPlan, Proposal, StaysWithYou } from './proposals/proposal.ts';
import { ruleOf } from './proposals/rule-of.ts';
import type { Judgement, Rung } from './proposals/rung.ts';
import type { PlanRequest } from './proposals/workings.ts';
import { type ProposeRequest, planRequests } from './propose.ts';
import { riskOfPolicy } from './risk.ts';
import { wantedPlan } from './wanted-plan.ts';

/** One project under review: its plan, and every question that a person asks about a rule before they say yes. */
export type Review = {
  readonly plan: ProjectPlan;
  /** Looks at a rule as it stands; throws where the text is no rule. */
  readonly examine: (list: List, rule: string) => Examination;
  /** Weighs a text that may be no rule yet. */
  readonly weigh: (list: List, rule: string) => Trial;
  /** A rule for what stays with the person; undefined where none would let any of it pass. */
  readonly promote: (stay: StaysWithYou) => Proposal | undefined;
  /** What the policy is worth before and after these rules. */
  readonly together: (rules: readonly ChosenRule[]) => Together;
};

export type ChosenRule = { readonly list: List; readonly rule: string };

/** A policy before and after some rules, on what was recorded. */
export type Together = {
  readonly prompts: { readonly before: number; readonly after: number };
  /** The worst that passes unasked, and the worst of the rules by themselves. */
  readonly worst: { readonly before: Tier; readonly after: Tier; readonly rules: Tier };
  /** What an agent reaches by combining what then passes unasked, where it is more than before; a sentence each. */
  readonly opens: readonly string[];
};

/** Opens the review of one project of the store; undefined where the store knows no such project. */
export function openReview(request: ProposeRequest & { readonly project: string }): Review | undefined {
  const { store, project } = request;
  const own = planRequests(request)[0];
  if (own === undefined) return undefined;
  let record: ProjectRecord | undefined;
  const review = reviewOf(own, (covered) => {
    record ??= projectRecords(store, project)[0];
    return record?.seen(covered.map(({ demand }) => madeIn(demand.call))) ?? [];
  });
  return { ...review, plan: wantedPlan(review.plan, store) };
}

function madeIn({ call, action }: RecordedCall): Made {
  return { tool: call.tool, action };
}

/** The recorded uses of covered calls; others may be among them. */
type UsesOf = (covered: readonly Covered[]) => Iterable<Observation>;

/** The review of what a plan is made from. */
function reviewOf(request: PlanRequest, usesOf: UsesOf): Review {
  let mined: { readonly clustering: Clustering; readonly rungs: readonly Rung[] } | undefined;
  const mine = () => {
    if (mined !== undefined) return mined;
    const clustering = clusterCalls(request.calls, request.policy, request.naming);
    const rungs = climb(clustering, request.policy, request.judge, request.limits);
    mined = { clustering, rungs };
    return mined;
  };
  const weigh = (list: List, text: string): Trial => {
    const problem = rejection(text, list);
    const rule = ruleOf(list, text);
    if (problem !== undefined || rule === undefined) return notARule(text, problem ?? 'this is no rule');
    return weighed(rule, coveredBy(rule, mine().clustering, request.policy), request);
  };
  return {
    plan: plan(request),
    weigh,
    promote: (stay) =>
      byHand(stay, { request, clustering: mine().clustering, weigh: (rule) => weigh('allow', rule) }),
    together: (rules) => ({
      prompts: promptsWith(rules, request),
      worst: {
        ...worstWith(rules, request.policy),
        rules: rules.map(({ list, rule }) => weigh(list, rule).tier).reduce(worseTier, 'inert'),
      },
      opens: opened(request.policy, withRules(request.policy, rules)),
    }),
    examine: (list, text) => {
      const rule = ruleOf(list, text);
      if (rule === undefined) throw new Error(`not a rule: ${text}`);
      const { clustering, rungs } = mine();
      const covered = coveredBy(rule, clustering, request.policy);
      const own = weighed(rule, covered, request);
      return {
        rule: text,
        answers: answersOf(rule, own.guards, request.policy),
        own,
        rungs: beside(rungs, text)
          .map((rung) => weigh('allow', rung))
          .toSorted(narrowFirst),
        ...evidenceOf(covered, usesOf(covered)),
      };
    },
  };
}

/** A rule of the other lists lets nothing through. */
const ONLY_ASKS: Judgement = {
  guards: [],
  risk: { tier: 'inert', because: 'lets nothing through' },
  witnesses: [],
};

function weighed(rule: Rule, covered: readonly Covered[], { judge }: PlanRequest): Weighed {
  const silenced = covered.filter(
    ({ demand, after }) => demand.decision.verdict === 'ask' && after.verdict === 'allow',
  );
  const { guards, risk, witnesses } = rule.list === 'allow' ? judge.rule(rule.text) : ONLY_ASKS;
  const worst = witnesses[0];
  return {
    rule: rule.text,
    guards,
    tier: risk.tier,
    because: risk.because,
    calls: sum(covered, ({ demand }) => demand.call.uses),
    promptsSaved: sum(silenced, ({ demand }) => demand.call.approved.calls),
    refusals: sum(silenced, ({ demand }) => demand.call.refused.calls),
    ...(worst === undefined ? {} : { worst }),
  };
}

/** Approved prompts that would be shown without and with the rules. */
function promptsWith(rules: readonly ChosenRule[], { calls, policy }: PlanRequest): Together['prompts'] {
  const after = withRules(policy, rules);
  const asking = calls.filter(({ call }) => decide(policy, call).verdict === 'ask');
  const left = asking.filter(({ call }) => decide(after, call).verdict === 'ask');
  const prompts = (all: typeof calls) => all.reduce((total, { approved }) => total + approved.calls, 0);
  return { before: prompts(asking), after: prompts(left) };
}

function worstWith(rules: readonly ChosenRule[], policy: CompiledPolicy) {
  const worst = (one: CompiledPolicy) => riskOfPolicy(one, one.surroundings).worst;
  return { before: worst(policy), after: worst(withRules(policy, rules)) };
}

function withRules(policy: CompiledPolicy, rules: readonly ChosenRule[]): CompiledPolicy {
  return rules.reduce((changed, { list, rule }) => {
    const added = ruleOf(list, rule);
    return added === undefined ? changed : withRule(changed, added);
  }, policy);
}

function opened(before: CompiledPolicy, after: CompiledPolicy): readonly string[] {
  const sentences = (policy: CompiledPolicy) =>
    attackPaths(policy, policy.surroundings).map(({ sentence }) => sentence);
  const known = new Set(sentences(before));
  return sentences(after).filter((sentence) => !known.has(sentence));
}

function notARule(rule: string, problem: string): Trial {
  return {
    rule,
    guards: [],
    problem,
    tier: 'unknown',
    because: problem,
    calls: 0,
    promptsSaved: 0,
    refusals: 0,
  };
}

/** What the rule lets through at worst, its guards in force. */
function answersOf(rule: Rule, guards: readonly string[], policy: CompiledPolicy): Examination['answers'] {
  if (rule.list !== 'allow') return fourAnswers(NO_EFFECTS);
  const guarded = withRules(
    policy,
    guards.map((guard) => ({ list: 'ask', rule: guard })),
  );
  return fourAnswers(residualRisk(rule, guarded, policy.surroundings).effects);
}

/** The rungs that cover more or less of what the rule covers, the rule itself among them. */
function beside(rungs: readonly Rung[], rule: string): readonly string[] {
  const own = rungs.find((rung) => rung.rule === rule);
  if (own === undefined) return [rule];
  const related = rungs.filter((rung) => rung === own || within(rung, own) || within(own, rung));
  return related.map((rung) => rung.rule);
}

/** What covers fewer calls is narrower; of two that cover the same calls the longer text. */
function narrowFirst(one: Weighed, other: Weighed): number {
  return (
    one.calls - other.calls || one.promptsSaved - other.promptsSaved || other.rule.length - one.rule.length
  );
}

function within(narrow: Rung, broad: Rung): boolean {
  return [...narrow.covers].every((member) => broad.covers.has(member));
}

function sum(covered: readonly Covered[], of: (one: Covered) => number): number {
  return covered.reduce((total, one) => total + of(one), 0);
}
