import { type Answer, builtIn, byRule } from './answer.ts';
import { compareVersions } from './client-version.ts';
import type { CompiledPolicy } from './compile.ts';
import { pathRule } from './path/path-rules.ts';
import { absolute, type Place, placeOf } from './path/place.ts';
import { protectedWhy } from './path/protected-paths.ts';
import { outsidePath } from './path/working-directories.ts';
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

/** The place a file call is about; searches without a path are about the current directory. */
export function placeOfCall(policy: CompiledPolicy, call: ToolCall): Place {
  const path = textOf(call, PATH_FIELD[call.tool] ?? 'file_path') ?? '';
  const { home, files } = policy.surroundings;
  return placeOf(absolute(path, call.cwd, home), files);
}

/** Decides Read, Grep, Glob, Edit, Write and NotebookEdit; whole-tool deny and ask rules are already settled. */
export function decideFileTool(policy: CompiledPolicy, call: ToolCall): Answer {
  const place = placeOfCall(policy, call);
  return READERS.has(call.tool) ? decideRead(policy, call, place) : decideWrite(policy, call, place);
}

function decideRead(policy: CompiledPolicy, call: ToolCall, place: Place): Answer {
  const about = { access: 'read', place, cwd: call.cwd } as const;
  const strict = pathRule(policy, 'deny', about) ?? pathRule(policy, 'ask', about);
  if (strict !== undefined) return byRule(strict);
  const { mode } = policy.surroundings;
  if (mode === 'bypassPermissions')
    return { verdict: 'allow', because: { kind: 'mode', mode, what: 'asks nothing' } };
  const outside = outsidePath(policy, place);
  if (outside === undefined) return builtIn('allow', 'reads inside the working directories are free');
  const allowed =
    wholeToolRule(policy, 'allow', call.tool) ??
    pathRule(policy, 'allow', about) ??
    pathRule(policy, 'allow', { ...about, access: 'write' });
  if (allowed !== undefined) return byRule(allowed);
  if (readsEverywhere(policy)) {
    return { verdict: 'allow', because: { kind: 'mode', mode, what: 'reads everywhere' } };
  }
  return { verdict: 'ask', because: { kind: 'path', path: outside, why: 'outside the working directories' } };
}

/** Auto mode reads outside without asking; so does plan mode since it hands over to the classifier (recorded, 2.1.330). */
function readsEverywhere(policy: CompiledPolicy): boolean {
  const { mode } = policy.surroundings;
  return mode === 'auto' || (mode === 'plan' && compareVersions(policy.version, '2.1.283') >= 0);
}

function decideWrite(policy: CompiledPolicy, call: ToolCall, place: Place): Answer {
  const { mode } = policy.surroundings;
  const about = { access: 'write', place, cwd: call.cwd } as const;
  const denied = pathRule(policy, 'deny', about) ?? readDenyOnWrite(policy, call, place);
  if (denied !== undefined) return byRule(denied);
  const asked = pathRule(policy, 'ask', about);
  if (asked !== undefined) return byRule(asked);
  if (mode === 'bypassPermissions')
    return { verdict: 'allow', because: { kind: 'mode', mode, what: 'asks nothing' } };
  if (mode === 'plan') {
    return {
      verdict: 'ask',
      because: { kind: 'mode', mode, what: 'writes nothing before the plan is approved' },
    };
  }
  const guarded = protectedWhy(place);
  if (guarded !== undefined)
    return { verdict: 'ask', because: { kind: 'path', path: place.named, why: guarded } };
  const outside = outsidePath(policy, place);
  if ((mode === 'acceptEdits' || mode === 'auto') && outside === undefined) {
    return {
      verdict: 'allow',
      because: { kind: 'mode', mode, what: 'edits inside the working directories' },
    };
  }
  const allowed = wholeToolRule(policy, 'allow', call.tool) ?? pathRule(policy, 'allow', about);
  if (allowed !== undefined) return byRule(allowed);
  if (outside === undefined) return { verdict: 'ask', because: { kind: 'no-rule' } };
  return { verdict: 'ask', because: { kind: 'path', path: outside, why: 'outside the working directories' } };
}

/** A Read deny rule also stops Edit since 2.1.208 and Write since 2.1.228 (changelog of those versions). */
function readDenyOnWrite(policy: CompiledPolicy, call: ToolCall, place: Place) {
  const since = call.tool === 'Edit' ? '2.1.208' : call.tool === 'Write' ? '2.1.228' : undefined;
  if (since === undefined || compareVersions(policy.version, since) < 0) return undefined;
  return pathRule(policy, 'deny', { access: 'read', place, cwd: call.cwd });
}
