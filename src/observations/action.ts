import type { Action } from './observation.ts';

/** The fields of a tool's input that a rule can look at. Everything else of an input is never read. */
export type VisibleInput = {
  command?: string;
  file_path?: string;
  notebook_path?: string;
  path?: string;
  url?: string;
  subagent_type?: string;
  skill?: string;
  run_in_background?: boolean;
  dangerouslyDisableSandbox?: boolean;
};

export const VISIBLE_TEXTS = [
  'command',
  'file_path',
  'notebook_path',
  'path',
  'url',
  'subagent_type',
  'skill',
] as const;

export const VISIBLE_FLAGS = ['run_in_background', 'dangerouslyDisableSandbox'] as const;

/** The tools whose rules are path rules (documentation: permissions, Read and Edit). */
const PATH_TOOLS: Readonly<Record<string, 'read' | 'write' | 'search'>> = {
  Read: 'read',
  NotebookRead: 'read',
  Edit: 'write',
  Write: 'write',
  MultiEdit: 'write',
  NotebookEdit: 'write',
  Grep: 'search',
  Glob: 'search',
  LS: 'search',
};

const MCP_TOOL = /^mcp__(.+?)__(.+)$/;

/** What a rule can see of a call; `other` where the input lacks what the tool needs. */
export function actionOf(tool: string, input: VisibleInput): Action {
  const access = PATH_TOOLS[tool];
  if (access !== undefined) {
    const path =
      input.file_path ?? input.notebook_path ?? input.path ?? (access === 'search' ? '.' : undefined);
    return path === undefined ? { kind: 'other' } : { kind: 'path', access, path };
  }
  const mcp = MCP_TOOL.exec(tool);
  if (mcp !== null) return { kind: 'mcp', server: mcp[1] ?? '', tool: mcp[2] ?? '' };
  return actionOfNamedTool(tool, input);
}

function actionOfNamedTool(tool: string, input: VisibleInput): Action {
  const other: Action = { kind: 'other' };
  switch (tool) {
    case 'Bash':
      if (input.command === undefined) return other;
      return {
        kind: 'bash',
        command: input.command,
        background: input.run_in_background === true,
        unsandboxed: input.dangerouslyDisableSandbox === true,
      };
    case 'PowerShell':
      return input.command === undefined ? other : { kind: 'powershell', command: input.command };
    case 'WebFetch':
      return input.url === undefined ? other : { kind: 'fetch', url: input.url };
    // One tool under two names: `Task` became `Agent` between client 2.1.42 and 2.1.78.
    case 'Agent':
    case 'Task':
      return { kind: 'agent', type: input.subagent_type ?? 'general-purpose' };
    case 'Skill':
      return input.skill === undefined ? other : { kind: 'skill', name: input.skill };
    default:
      return other;
  }
}
