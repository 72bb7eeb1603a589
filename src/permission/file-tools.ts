import { type Answer, byRule } from './answer.ts';
import { has } from './changes.ts';
import type { CompiledPolicy } from './compile.ts';
import { handedToClassifier } from './modes-without-rules.ts';
import {
  modeReason,
  readAllowedToTools,
  readDenied,
  type Target,
  targetOf,
  writeAllowed,
  writeDenied,
} from './path/access.ts';
import { oddPathWhy } from './path/odd-path.ts';
import { isOwnMemory } from './path/own-places.ts';
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
  const target = targetOf(
    policy,
    searchedFrom(call) ?? textOf(call, PATH_FIELD[call.tool] ?? '') ?? '',
    call.cwd,
  );
  return READERS.has(call.tool) ? decideRead(policy, call, target) : decideWrite(policy, call, target);
}

/** The directory in which an absolute pattern of Glob starts; its path then counts for nothing. */
function searchedFrom(call: ToolCall): string | undefined {
  const pattern = call.tool === 'Glob' ? textOf(call, 'pattern') : undefined;
  if (pattern?.startsWith('/') !== true) return undefined;
  const literal = pattern.replace(/[*?[{][\s\S]*$/, '');
  return literal.slice(0, literal.lastIndexOf('/')) || '/';
}

function decideRead(policy: CompiledPolicy, call: ToolCall, target: Target): Answer {
  const strict = readDenied(policy, target) ?? pathRule(policy, 'ask', { access: 'read', ...target });
  if (strict !== undefined) return byRule(strict);
  const outside = outsidePath(policy, target.place);
  if (outside !== undefined && policy.restrictions.has('reads-stay-inside'))
    return refused(outside, STAYS_INSIDE);
  if (policy.surroundings.mode === 'bypassPermissions') return bypassed(policy);
  if (looksLikeShare(policy, call)) {
    return {
      verdict: 'ask',
      because: { kind: 'path', path: target.place.named, why: 'looks like a network share' },
    };
  }
  const odd = handedToClassifier(policy) ? undefined : oddPathWhy(target.place.named);
  if (odd !== undefined) {
    const because = { kind: 'path', path: target.place.named, why: odd } as const;
    return allowedAsTool(policy, call, target) ?? { verdict: 'ask', because };
  }
  const why = readAllowedToTools(policy, target);
  if (why !== undefined) return { verdict: 'allow', because: why };
  // The read tools only: a command that reads outside is still a question in these modes (recorded).
  if (handedToClassifier(policy))
    return { verdict: 'allow', because: modeReason(policy, 'reads everywhere') };
  return allowedAsTool(policy, call, target) ?? asked(policy, target);
}

/** Two slashes look like a network share: in a pattern of Glob, and to old clients in the path of Grep. */
function looksLikeShare(policy: CompiledPolicy, call: ToolCall): boolean {
  if (call.tool === 'Glob') return (textOf(call, 'pattern') ?? '').startsWith('//');
  if (call.tool !== 'Grep' || has(policy, 'double-slash-search')) return false;
  return (textOf(call, 'path') ?? '').startsWith('//');
}

function decideWrite(policy: CompiledPolicy, call: ToolCall, target: Target): Answer {
  const refused = refusedWrite(policy, call, target);
  if (refused !== undefined) return refused;
  const { mode } = policy.surroundings;
  const asking = pathRule(policy, 'ask', { access: 'write', ...target });
  if (asking !== undefined) return byRule(asking);
  if (mode === 'bypassPermissions') return bypassed(policy);
  if (isOwnMemory(policy, target.place.named)) {
    return {
      verdict: 'allow',
      because: { kind: 'built-in', what: "the client's memory of this project is its own" },
    };
  }
  const guarded = protectedWhy(target.place);
  if (guarded !== undefined) return open(policy, { kind: 'path', path: target.place.named, why: guarded });
  if (mode === 'plan') {
    return { verdict: 'ask', because: modeReason(policy, 'writes nothing before the plan is approved') };
  }
  const why = writeAllowed(policy, target);
  if (why !== undefined) return { verdict: 'allow', because: why };
  return allowedAsTool(policy, call, target) ?? asked(policy, target);
}

/** Refusals that hold in every mode: deny rules, and a path that is itself a symbolic link. */
function refusedWrite(policy: CompiledPolicy, call: ToolCall, target: Target): Answer | undefined {
  const denied = writeDenied(policy, target) ?? readDenyOnWrite(policy, call, target);
  if (denied !== undefined) return byRule(denied);
  const path = target.place.named;
  if (policy.surroundings.files.links.has(path) && has(policy, 'linked-write-refused')) {
    return refused(path, 'it is a symbolic link');
  }
  if (!policy.restrictions.has('writes-stay-inside')) return undefined;
  if (/\/\.claude\/settings(\.local)?\.json$/.test(path)) return refused(path, 'settings are not written');
  const outside = outsidePath(policy, target.place);
  return outside === undefined ? undefined : refused(outside, STAYS_INSIDE);
}

const STAYS_INSIDE = 'outside the working directories, and settings forbid to leave them';

function refused(path: string, why: string): Answer {
  return { verdict: 'deny', because: { kind: 'path', path, why } };
}

/** A Read deny rule also stops Edit and Write, not NotebookEdit. */
function readDenyOnWrite(policy: CompiledPolicy, call: ToolCall, target: Target): Rule | undefined {
  const stops =
    (call.tool === 'Edit' && has(policy, 'read-deny-stops-edit')) ||
    (call.tool === 'Write' && has(policy, 'read-deny-stops-write'));
  return stops ? readDenied(policy, target) : undefined;
}

function bypassed(policy: CompiledPolicy): Answer {
  return { verdict: 'allow', because: modeReason(policy, 'asks nothing') };
}

/** A bare name opens every place, save for writing through a link that leads outside (recorded). */
function allowedAsTool(policy: CompiledPolicy, call: ToolCall, { place }: Target): Answer | undefined {
  const rule = wholeToolRule(policy, 'allow', call.tool);
  if (rule === undefined) return undefined;
  const outside = outsidePath(policy, place);
  if (outside === undefined) return byRule(rule);
  if (outside !== place.named && !READERS.has(call.tool)) return undefined;
  return rule.content !== undefined && has(policy, 'star-stays-inside') ? undefined : byRule(rule);
}

function asked(policy: CompiledPolicy, { place }: Target): Answer {
  const outside = outsidePath(policy, place);
  if (outside === undefined) return open(policy, { kind: 'no-rule' });
  const because = { kind: 'path', path: outside, why: 'outside the working directories' } as const;
  return outside === place.named ? open(policy, because) : { verdict: 'ask', because };
}

/** A question that the mode may hand to a classifier. */
function open(policy: CompiledPolicy, because: Answer['because']): Answer {
  return { verdict: 'ask', because, ...(handedToClassifier(policy) ? { handedTo: 'classifier' } : {}) };
}
