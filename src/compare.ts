import { surroundingsOf } from './clusters/place.ts';
import { type RecordedCall, recordedCalls } from './clusters/recorded-call.ts';
import { type NewlyAllowed, type Widening, widening } from './effects/compare-policies.ts';
import { observations } from './evidence/observations.ts';
import type { Store } from './evidence/store.ts';
import { ownZones } from './own-zones.ts';
import { type CompiledPolicy, compilePolicy } from './permission/compile.ts';
import type { ToolCall } from './permission/tool-call.ts';
import { projectFacts } from './project-facts.ts';
import { permissionsFrom } from './risk.ts';

export type CompareRequest = {
  /** The settings files, read as local settings of the project. */
  readonly before: string;
  readonly after: string;
  readonly project: string;
  readonly home: string;
  /** Recorded calls, to tell what was approved and refused from what was never seen. */
  readonly store?: Store;
};

/**
 * How B stands to A. `wider`: lets more pass, shown by a call; `different`: each lets pass what the other does not;
 * `not-wider`: proved to let nothing more pass, whether it lets less pass is open. Where neither a proof nor a call
 * settles it, `could-not-decide`: never a wrong `equal`.
 */
export type Relation = 'equal' | 'wider' | 'narrower' | 'different' | 'not-wider' | 'could-not-decide';

/** What `compare --json` prints. */
export type CompareReport = {
  readonly schemaVersion: 1;
  readonly relation: Relation;
  /** B lets something pass that A does not; undefined where that could not be decided. */
  readonly wider?: boolean;
  /** Calls that only B lets pass, shortest first. */
  readonly newlyAllowed: {
    readonly approved: readonly NewlyAllowed[];
    readonly refused: readonly NewlyAllowed[];
    readonly neverSeen: readonly NewlyAllowed[];
  };
  /** What stands in the way of a proof. */
  readonly undecided: readonly string[];
};

/** Compares two settings files: is B wider than A, and by what. Throws UserError for a file that cannot be used. */
export function compare(request: CompareRequest): CompareReport {
  const { project, home } = request;
  const a = policyOf(request.before, request);
  const b = policyOf(request.after, request);
  const surroundings = { ...surroundingsOf(project, home), facts: projectFacts(project), zones: ownZones() };
  const seen =
    request.store === undefined
      ? []
      : recordedCalls(observations(request.store, { project }), { policyAt: () => a });
  const recorded = seen.map(({ call }) => call);
  const wider = widening(a, b, { surroundings, recorded });
  const narrower = widening(b, a, { surroundings, recorded });
  const calls = wider.kind === 'some' ? wider.calls : [];
  return {
    schemaVersion: 1,
    relation: relationOf(wider.kind, narrower.kind),
    ...(wider.kind === 'undecided' ? {} : { wider: wider.kind === 'some' }),
    newlyAllowed: split(calls, seen),
    undecided: [wider, narrower].flatMap((each) => (each.kind === 'undecided' ? each.why : [])),
  };
}

function policyOf(file: string, { project, home }: CompareRequest): CompiledPolicy {
  const sources = permissionsFrom(file, project);
  const mode = sources.find(({ defaultMode }) => defaultMode !== undefined)?.defaultMode ?? 'default';
  return compilePolicy(sources, { ...surroundingsOf(project, home), mode });
}

function relationOf(wider: Widening['kind'], narrower: Widening['kind']): Relation {
  if (wider === 'some') return narrower === 'some' ? 'different' : 'wider';
  if (wider === 'undecided') return 'could-not-decide';
  if (narrower === 'some') return 'narrower';
  return narrower === 'none' ? 'equal' : 'not-wider';
}

/** What is newly allowed by what people said about it before. */
function split(calls: readonly NewlyAllowed[], seen: readonly RecordedCall[]): CompareReport['newlyAllowed'] {
  const known = new Map(seen.map((each) => [keyOf(each.call), each]));
  const recorded = (each: NewlyAllowed): RecordedCall | undefined => known.get(keyOf(each.call));
  const refused = calls.filter((each) => (recorded(each)?.refused.calls ?? 0) > 0);
  const approved = calls.filter(
    (each) => !refused.includes(each) && (recorded(each)?.approved.calls ?? 0) > 0,
  );
  return {
    approved,
    refused,
    neverSeen: calls.filter((each) => !refused.includes(each) && !approved.includes(each)),
  };
}

function keyOf({ tool, input, cwd }: ToolCall): string {
  return JSON.stringify([tool, input, cwd]);
}
