import type { CompiledPolicy } from '../permission/compile.ts';
import { type Decision, decide } from '../permission/decide.ts';
import type { ToolCall } from '../permission/tool-call.ts';

/** A concrete call that stands for a kind of calls. */
export type Probe = {
  /** What the call stands for, in plain words. */
  readonly what: string;
  /** The call as a person would write it. */
  readonly text: string;
  readonly call: ToolCall;
};

export type ProbeAnswer = Probe & { readonly decision: Decision };

/** Asks the permission model. */
export function probe(policy: CompiledPolicy, probes: readonly Probe[]): readonly ProbeAnswer[] {
  return probes.map((each) => ({ ...each, decision: decide(policy, each.call) }));
}

/** A shell command as a probe. */
export function bashProbe(what: string, command: string, cwd: string): Probe {
  return { what, text: command, call: { tool: 'Bash', input: { command }, cwd } };
}

/** A file tool on a path as a probe. */
export function fileProbe(what: string, tool: 'Read' | 'Edit' | 'Write', at: Spot): Probe {
  return { what, text: `${tool} ${at.path}`, call: { tool, input: { file_path: at.path }, cwd: at.cwd } };
}

/** A path, and the directory that the call is made in. */
export type Spot = { readonly path: string; readonly cwd: string };

/** A fetch of an address as a probe. */
export function fetchProbe(what: string, url: string, cwd: string): Probe {
  return { what, text: `WebFetch ${url}`, call: { tool: 'WebFetch', input: { url }, cwd } };
}
