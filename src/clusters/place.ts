import type { FileFacts, Surroundings } from '../permission/policy.ts';

const NO_FACTS: FileFacts = { links: new Map(), directories: new Set() };

/** The client whose rules are proposed and replayed; newer ones are modelled as the newest known. */
const TARGET_CLIENT = '2.1.330';

/**
 * The surroundings in which a project's recorded calls are replayed: an ordinary trusted session that starts in the
 * project's folder and asks per action. Transcripts come from other machines too, so the home is read off the project's
 * path where it shows one.
 */
export function surroundingsOf(project: string, home: string, files: FileFacts = NO_FACTS): Surroundings {
  return {
    mode: 'default',
    home: homeIn(project) ?? home,
    workspace: project,
    trusted: true,
    files,
    addedDirectories: [],
    clientVersion: TARGET_CLIENT,
  };
}

function homeIn(project: string): string | undefined {
  return /^(?:\/(?:Users|home)\/[^/]+|\/root|[A-Za-z]:\\Users\\[^\\]+)(?=$|[/\\])/.exec(project)?.[0];
}
