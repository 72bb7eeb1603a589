import { namingWords } from './clusters/naming-words.ts';
import { surroundingsOf } from './clusters/place.ts';
import { recordedCalls } from './clusters/recorded-call.ts';
import { COMMANDS } from './effects/commands/all.ts';
import type { ZonePatterns } from './effects/zone-pattern.ts';
import type { Store } from './evidence/store.ts';
import type { Observation } from './observations/observation.ts';
import { ownZones } from './own-zones.ts';
import { type CompiledPolicy, compilePolicy, withRule } from './permission/compile.ts';
import type { Mode } from './permission/mode.ts';
import type { Permissions } from './permission/policy.ts';
import { permissionsInForce } from './policy-in-force.ts';
import { type ProjectRecord, projectRecords } from './project-record.ts';
import { baseline } from './proposals/baseline.ts';
import { judgeIn } from './proposals/judge.ts';
import { LIMITS, type Limits } from './proposals/limits.ts';
import { plan } from './proposals/plan.ts';
import type { ProjectPlan, Proposal } from './proposals/proposal.ts';
import { ruleOf } from './proposals/rule-of.ts';
import type { PlanRequest } from './proposals/workings.ts';
import type { Place } from './scopes/place.ts';
import { wantedPlan } from './wanted-plan.ts';

export type ProposeRequest = {
  readonly store: Store;
  /** One project; absent: all of them. */
  readonly project?: string;
  readonly place: Omit<Place, 'cwd'>;
  readonly limits?: Partial<Limits>;
  /** The mode to take where the client did not record one; absent: those calls approve nothing. */
  readonly assumedMode?: Mode;
  /** The permissions of a project instead of those found in its settings files. */
  readonly permissions?: (project: string) => readonly Permissions[];
  /** Also the deny and ask rules that should hold whatever is allowed later. */
  readonly baseline?: boolean;
};

/** What `propose --json` prints. */
export type ProposeReport = {
  readonly schemaVersion: 1;
  readonly proposals: readonly ProjectPlan['proposals'][number][];
  readonly stays: readonly ProjectPlan['stays'][number][];
  readonly projects: readonly Omit<ProjectPlan, 'proposals' | 'stays'>[];
};

/** Plans for one project or all of them, the project with the most calls first. Same evidence, same bytes. */
export function propose(request: ProposeRequest): ProposeReport {
  const plans = planRequests(request).map((ready) => {
    const planned = wantedPlan(plan(ready), request.store);
    return request.baseline === true
      ? { ...planned, proposals: withBaseline(planned.proposals, ready) }
      : planned;
  });
  return {
    schemaVersion: 1,
    proposals: plans.flatMap(({ proposals }) => proposals),
    stays: plans.flatMap(({ stays }) => stays),
    projects: plans.map(({ proposals: _, stays: __, ...summary }) => summary),
  };
}

/** A baseline rule that the plan has already, or that would take back what the plan allows, is left out. */
function withBaseline(proposals: readonly Proposal[], ready: PlanRequest): readonly Proposal[] {
  const known = new Set(proposals.map(({ rule }) => rule));
  const planned = proposals
    .map(({ list, rule }) => ruleOf(list, rule))
    .reduce((policy, rule) => (rule === undefined ? policy : withRule(policy, rule)), ready.policy);
  return [...proposals, ...baseline({ ...ready, policy: planned }).filter(({ rule }) => !known.has(rule))];
}

/** What each project's plan is made from. */
export function planRequests(request: ProposeRequest): readonly PlanRequest[] {
  const zones = ownZones();
  return projectRecords(request.store, request.project).map((record) => planRequest(record, zones, request));
}

function planRequest(
  { project, seen, setAside }: ProjectRecord,
  zones: readonly ZonePatterns[],
  { place, limits, assumedMode, permissions }: ProposeRequest,
): PlanRequest {
  const inForce = permissions?.(project) ?? permissionsInForce(project, place);
  const policy = compilePolicy(inForce, { ...surroundingsOf(project, place.home), zones });
  const reading = {
    policyAt: policies(inForce, policy),
    ...(assumedMode === undefined ? {} : { assumedMode }),
  };
  const modes = new Map<Mode | 'unknown', number>();
  return {
    calls: recordedCalls(countingModes(seen(), modes), reading),
    modes,
    setAside,
    reading,
    policy,
    judge: judgeIn(policy),
    naming: namingWords(COMMANDS),
    limits: { ...LIMITS, ...limits },
  };
}

function* countingModes(
  seen: Iterable<Observation>,
  into: Map<Mode | 'unknown', number>,
): Iterable<Observation> {
  for (const each of seen) {
    const mode = each.mode ?? 'unknown';
    into.set(mode, (into.get(mode) ?? 0) + 1);
    yield each;
  }
}

/** The same settings in each mode and for each client that comes up, compiled once. */
function policies(inForce: readonly Permissions[], { surroundings }: CompiledPolicy) {
  const compiled = new Map<string, CompiledPolicy>();
  return ({ clientVersion }: Observation, mode: Mode): CompiledPolicy => {
    const key = `${mode} ${clientVersion}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const policy = compilePolicy(inForce, { ...surroundings, mode, clientVersion });
    compiled.set(key, policy);
    return policy;
  };
}
