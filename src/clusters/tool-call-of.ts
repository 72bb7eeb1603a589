import type { Action, Observation } from '../observations/observation.ts';
import type { ToolCall } from '../permission/tool-call.ts';

/** The recorded call as the client saw it, as far as a rule can see it. */
export function toolCallOf(seen: Pick<Observation, 'tool' | 'action' | 'cwd' | 'project'>): ToolCall {
  return {
    tool: seen.tool,
    input: inputOf(seen.tool, seen.action),
    cwd: seen.cwd === '' ? seen.project : seen.cwd,
  };
}

function inputOf(tool: string, action: Action): Readonly<Record<string, unknown>> {
  switch (action.kind) {
    case 'bash':
      return {
        command: action.command,
        ...(action.background ? { run_in_background: true } : {}),
        ...(action.unsandboxed ? { dangerouslyDisableSandbox: true } : {}),
      };
    case 'powershell':
      return { command: action.command };
    case 'path':
      return { [pathField(tool)]: action.path };
    case 'fetch':
      return { url: action.url };
    case 'agent':
      return { subagent_type: action.type };
    case 'skill':
      return { skill: action.name };
    case 'mcp':
    case 'other':
      return {};
  }
}

function pathField(tool: string): string {
  if (tool === 'Grep' || tool === 'Glob' || tool === 'LS') return 'path';
  return tool === 'NotebookEdit' || tool === 'NotebookRead' ? 'notebook_path' : 'file_path';
}
