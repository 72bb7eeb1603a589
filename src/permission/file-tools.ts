import { type Answer, byRule } from './answer.ts';
import { compareVersions } from './client-version.ts';
import type { CompiledPolicy } from './compile.ts';
import {
  modeReason,
  readAllowed,
  readDenied,
  type Target,
  targetOf,
  writeAllowed,
  writeDenied,
} from './path/access.ts';
import { pathRule } from './path/path-rules.ts';
import { protectedWhy } from './path/protected-paths.ts';
import { outsidePath } from './path/working-directories.ts';
import type { Rule } from './rule.ts';
import { type ToolCall, textOf } from './tool-call.ts';
import { wholeToolRule } from './whole-tool.ts';

/** Where each file tool carries its path. */
const PATH_FIELD: Readonly<Record<string, string>> = {
  Read: 'file_path',
  Edit: 'file_path',
  Write: 'file_path',
  NotebookEdit: 'notebook_path',
  Grep: 'path',
  Glob: 'path',
};

const READERS = new Set(['Read', 'Grep', 'Glob']);

export function isFileTool(tool: string): boolean {
  return Object.hasOwn(PATH_FIELD, tool);
}

/** Decides Read, Grep, Glob, Edit, Write and NotebookEdit; whole-tool deny and ask rules are already settled. */
export function decideFileTool(policy: CompiledPolicy, call: ToolCall): Answer {
  // A search without a path is about the current directory.
  const target = targetOf(policy, textOf(call, PATH_FIELD[call.tool] ?? '') ?? '', call.cwd);
  return READERS.has(call.tool) ? decideRead(policy, call, target) : decideWrite(policy, call, target);
}

function decideRead(policy: CompiledPolicy, call: ToolCall, target: Target): Answer {
  const strict = readDenied(policy, target) ?? pathRule(policy, 'ask', { access: 'read', ...target });
  if (strict !== undefined) return byRule(strict);
  if (policy.surroundings.mode === 'bypassPermissions') return bypassed(policy);
  const why = readAllowed(policy, target);
  if (why !== undefined) return { verdict: 'allow', because: why };
  return allowedAsTool(policy, call) ?? asked(policy, target);
}

function decideWrite(policy: CompiledPolicy, call: ToolCall, target: Target): Answer {
  const { mode } = policy.surroundings;
  const strict =
    writeDenied(policy, target) ??
    readDenyOnWrite(policy, call, target) ??
    pathRule(policy, 'ask', { access: 'write', ...target });
  if (strict !== undefined) return byRule(strict);
  if (mode === 'bypassPermissions') return bypassed(policy);
  if (mode === 'plan') {
    return { verdict: 'ask', because: modeReason(policy, 'writes nothing before the plan is approved') };
  }
  const guarded = protectedWhy(target.place);
  if (guarded !== undefined) {
    return { verdict: 'ask', because: { kind: 'path', path: target.place.named, why: guarded } };
  }
  const why = writeAllowed(policy, target);
  if (why !== undefined) return { verdict: 'allow', because: why };
  return allowedAsTool(policy, call) ?? asked(policy, target);
}

function bypassed(policy: CompiledPolicy): Answer {
  return { verdict: 'allow', because: modeReason(policy, 'asks nothing') };
}

function allowedAsTool(policy: CompiledPolicy, call: ToolCall): Answer | undefined {
  const rule = wholeToolRule(policy, 'allow', call.tool);
  return rule === undefined ? undefined : byRule(rule);
}

function asked(policy: CompiledPolicy, target: Target): Answer {
  const outside = outsidePath(policy, target.place);
  if (outside === undefined) return { verdict: 'ask', because: { kind: 'no-rule' } };
  return { verdict: 'ask', because: { kind: 'path', path: outside, why: 'outside the working directories' } };
}

/** A Read deny rule also stops Edit since 2.1.208 and Write since 2.1.228 (changelog of those versions). */
function readDenyOnWrite(policy: CompiledPolicy, call: ToolCall, target: Target): Rule | undefined {
  const since = call.tool === 'Edit' ? '2.1.208' : call.tool === 'Write' ? '2.1.228' : undefined;
  if (since === undefined || compareVersions(policy.version, since) < 0) return undefined;
  return readDenied(policy, target);
}
