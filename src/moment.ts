import { surroundingsOf } from './clusters/place.ts';
import { toolCallOf } from './clusters/tool-call-of.ts';
import type { Observation } from './observations/observation.ts';
import { type CompiledPolicy, compilePolicy, withRule } from './permission/compile.ts';
import { type Decision, decide } from './permission/decide.ts';
import type { Mode } from './permission/mode.ts';
import type { Permissions } from './permission/policy.ts';
import type { Rule } from './permission/rule.ts';
import { permissionsInForce } from './policy-in-force.ts';
import type { Place } from './scopes/place.ts';

export type MomentRequest = {
  readonly place: Omit<Place, 'cwd'>;
  /** The mode to take where the client did not record one; absent: those moments are not known. */
  readonly assumedMode?: Mode;
  /** Rules to take as if they stood in the settings too. */
  readonly also?: readonly Rule[];
};

/**
 * What the client does with a recorded call under the settings that are in force now, in the mode and version of the
 * call; undefined where its mode is not known. Settings are read once for each project.
 */
export function momentsIn({
  place,
  assumedMode,
  also = [],
}: MomentRequest): (seen: Observation) => Decision | undefined {
  const inForce = new Map<string, readonly Permissions[]>();
  const policies = new Map<string, CompiledPolicy>();
  const policyFor = (project: string, mode: Mode, clientVersion: string): CompiledPolicy => {
    const key = [project, mode, clientVersion].join('\0');
    const known = policies.get(key);
    if (known !== undefined) return known;
    const permissions = inForce.get(project) ?? permissionsInForce(project, place);
    inForce.set(project, permissions);
    const surroundings = { ...surroundingsOf(project, place.home), mode, clientVersion };
    const policy = also.reduce((own, rule) => withRule(own, rule), compilePolicy(permissions, surroundings));
    policies.set(key, policy);
    return policy;
  };
  return (seen) => {
    const mode = seen.mode ?? assumedMode;
    if (mode === undefined) return undefined;
    return decide(policyFor(seen.project, mode, seen.clientVersion), toolCallOf(seen));
  };
}
