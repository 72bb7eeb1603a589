import { modelledVersion } from './client-version.ts';
import { absolute, normalise } from './path/place.ts';
import type { Permissions, Restriction, Surroundings } from './policy.ts';
import { LISTS, type List, type Rule, type Scope } from './rule.ts';

/** A rule in force, with the directory that its `/x` patterns start from. */
export type RuleInForce = { readonly rule: Rule; readonly root: string };

/** The rules of one list by canonical tool name, in the order of their sources. */
export type RulesByTool = ReadonlyMap<string, readonly RuleInForce[]>;

/**
 * Settings made ready for many decisions: only what is in force, grouped the way a decision looks it up. What the
 * surroundings hold beyond what decisions depend on goes with them, for whoever weighs what passes.
 */
export type CompiledPolicy<Around extends Surroundings = Surroundings> = {
  readonly surroundings: Around;
  /** The client version that the model answers for. */
  readonly version: string;
  readonly rules: Readonly<Record<List, RulesByTool>>;
  /** Absolute; the workspace first. */
  readonly workingDirectories: readonly string[];
  readonly restrictions: ReadonlySet<Restriction>;
};

/** Old tool names that rules and calls still use (recorded from the SDK 0.3.330). */
const RENAMED: Readonly<Record<string, string>> = {
  Task: 'Agent',
  KillShell: 'TaskStop',
  KillBash: 'TaskStop',
  ListPeers: 'ListAgents',
  Brief: 'SendUserMessage',
  ListMcpResources: 'ListMcpResourcesTool',
  ReadMcpResource: 'ReadMcpResourceTool',
  ReadMcpResourceDir: 'ReadMcpResourceDirTool',
  ProposeGoal: 'SetGoal',
};

/** The present name of a tool. */
export function canonicalTool(name: string): string {
  return Object.hasOwn(RENAMED, name) ? (RENAMED[name] ?? name) : name;
}

/**
 * Puts the sources together. Allow rules and additional directories that came with the repository count only in a
 * trusted workspace; deny and ask rules always do (documentation: permissions, workspace trust).
 */
export function compilePolicy<Around extends Surroundings>(
  sources: readonly Permissions[],
  surroundings: Around,
): CompiledPolicy<Around> {
  const restrictions = new Set(sources.flatMap((source) => source.restrictions ?? []));
  const lists: Record<List, Map<string, RuleInForce[]>> = {
    deny: new Map(),
    ask: new Map(),
    allow: new Map(),
  };
  for (const source of sources) {
    if (restrictions.has('managed-rules-only') && source.scope !== 'managed') continue;
    for (const rule of source.rules) {
      if (rule.list === 'allow' && !countsInFull(source, surroundings)) continue;
      append(lists[rule.list], { rule, root: source.root });
    }
  }
  return {
    surroundings,
    version: modelledVersion(surroundings.clientVersion),
    rules: lists,
    workingDirectories: workingDirectories(sources, surroundings),
    restrictions,
  };
}

/** The same policy with one rule more; cheap, for asking what a rule would change. */
export function withRule(
  policy: CompiledPolicy,
  rule: Rule,
  root = rootOf(rule.origin.scope, policy),
): CompiledPolicy {
  const tool = canonicalTool(rule.tool);
  const list = new Map(policy.rules[rule.list]);
  list.set(tool, [...(list.get(tool) ?? []), { rule, root }]);
  return { ...policy, rules: { ...policy.rules, [rule.list]: list } };
}

/** Everything that is set for a list, in no particular order. */
export function allRules(policy: CompiledPolicy, lists: readonly List[] = LISTS): readonly RuleInForce[] {
  return lists.flatMap((list) => [...policy.rules[list].values()].flat());
}

/** The rules of one list written for a tool, by its present or an old name. */
export function rulesFor(policy: CompiledPolicy, list: List, tool: string): readonly RuleInForce[] {
  return policy.rules[list].get(tool) ?? [];
}

/** `/x` starts from `~/.claude` in user settings, elsewhere from the workspace (documentation: permissions, anchors). */
export function rootOf(scope: Scope, policy: Pick<CompiledPolicy, 'surroundings'>): string {
  const { home, workspace } = policy.surroundings;
  return scope === 'user' ? `${home}/.claude` : workspace;
}

function append(list: Map<string, RuleInForce[]>, entry: RuleInForce): void {
  const tool = canonicalTool(entry.rule.tool);
  const present = list.get(tool);
  if (present === undefined) list.set(tool, [entry]);
  else present.push(entry);
}

function countsInFull(source: Permissions, surroundings: Surroundings): boolean {
  const gated = source.scope === 'project' || source.suppliedByRepository === true;
  return !gated || surroundings.trusted;
}

function workingDirectories(sources: readonly Permissions[], surroundings: Surroundings): readonly string[] {
  const { workspace, home, addedDirectories } = surroundings;
  const additional = sources
    .filter((source) => countsInFull(source, surroundings))
    .flatMap((source) => source.additionalDirectories);
  const all = [...addedDirectories, ...additional].map((directory) => absolute(directory, workspace, home));
  return [...new Set([normalise(workspace), ...all])];
}
