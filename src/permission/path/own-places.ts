import type { CompiledPolicy } from '../compile.ts';
import { relativeTo } from './place.ts';

/** Directories below `~/.claude` that the client keeps for its own work, and reads without a question. */
const KEPT: readonly string[] = ['tasks', 'teams'];

/**
 * Whether a path lies where the client keeps what belongs to this project: transcripts, tool results, notes, tasks.
 * Reading there is free in every mode (recorded from client 2.1.330).
 */
export function isOwnPlace(policy: CompiledPolicy, path: string): boolean {
  const { home } = policy.surroundings;
  if (relativeTo(`${home}/.claude`, path) === undefined) return false;
  if (relativeTo(ownProject(policy), path) !== undefined) return true;
  return KEPT.some((name) => path.startsWith(`${home}/.claude/${name}/`));
}

/** The client's notes beside its transcripts; writing them is free in every mode (recorded from client 2.1.330). */
export function isOwnMemory(policy: CompiledPolicy, path: string): boolean {
  return path.startsWith(`${ownProject(policy)}/memory/`) && path.endsWith('.md');
}

function ownProject({ surroundings: { home, workspace } }: CompiledPolicy): string {
  return `${home}/.claude/projects/${workspace.replace(/[^A-Za-z0-9]/g, '-')}`;
}
