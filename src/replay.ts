import { readFileSync } from 'node:fs';
import { compilePolicy } from './permission/compile.ts';
import { permissionsGiven } from './policy-in-force.ts';
import { type Replay, replay as replayCalls } from './proposals/replay.ts';
import { type ProposeRequest, planRequests } from './propose.ts';
import { UserError } from './user-error.ts';

export type ReplayRequest = ProposeRequest & {
  /** The settings file to try; read as if it were the project's local settings. */
  readonly settings: string;
  /** Replay both sides from empty settings instead of those in force. */
  readonly fromEmpty?: boolean;
};

/** What `replay --json` prints. */
export type ReplayReport = {
  readonly schemaVersion: 1;
  readonly settings: string;
  readonly projects: readonly (Replay & { readonly project: string })[];
};

/** Every recorded call under other settings, project by project. Throws UserError for a file that cannot be used. */
export function replay(request: ReplayRequest): ReplayReport {
  const text = settingsText(request.settings);
  const requests = planRequests(request.fromEmpty === true ? { ...request, permissions: () => [] } : request);
  return {
    schemaVersion: 1,
    settings: request.settings,
    projects: requests.map((ready) => {
      const { surroundings } = ready.policy;
      const project = surroundings.workspace;
      const after = compilePolicy(permissionsGiven(request.settings, text, project), surroundings);
      return { project, ...replayCalls({ ...ready, before: ready.policy, after }) };
    }),
  };
}

function settingsText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new UserError(`${file} cannot be read: ${error.message}`);
  }
}
