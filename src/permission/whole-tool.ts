import { type CompiledPolicy, canonicalTool, type RulesByTool, rulesFor } from './compile.ts';
import type { List, Rule } from './rule.ts';
import { wildcard } from './wildcard.ts';

/**
 * The rule of a list that speaks about every use of a tool: a bare name, `Tool(*)`, an MCP server, or a glob over tool
 * names. Documentation: permissions, tool-wide rules; recorded from clients 2.1.197 and 2.1.330.
 */
export function wholeToolRule(policy: CompiledPolicy, list: List, tool: string): Rule | undefined {
  const rules = policy.rules[list];
  let known = ruleByTool.get(rules);
  if (known === undefined) {
    known = new Map();
    ruleByTool.set(rules, known);
  }
  if (known.has(tool)) return known.get(tool) ?? undefined;
  const found = findWholeToolRule(policy, list, canonicalTool(tool));
  known.set(tool, found ?? null);
  return found;
}

/** Answers by the rules of one list; null where no rule speaks about the whole tool. */
const ruleByTool = new WeakMap<RulesByTool, Map<string, Rule | null>>();

function findWholeToolRule(policy: CompiledPolicy, list: List, name: string): Rule | undefined {
  const own = rulesFor(policy, list, name).find(({ rule }) => speaksOfAllUses(rule));
  if (own !== undefined) return own.rule;
  for (const pattern of widerNames(policy.rules[list])) {
    if (!nameCovers(pattern, name, list)) continue;
    const wider = rulesFor(policy, list, pattern).find(({ rule }) => speaksOfAllUses(rule));
    if (wider !== undefined) return wider.rule;
  }
  return undefined;
}

function speaksOfAllUses({ content }: Rule): boolean {
  return content === undefined || content === '*';
}

const namesByRules = new WeakMap<RulesByTool, readonly string[]>();

/** Names that can stand for more than one tool: globs and MCP servers. */
function widerNames(rules: RulesByTool): readonly string[] {
  const known = namesByRules.get(rules);
  if (known !== undefined) return known;
  const names = [...rules.keys()].filter((name) => name.includes('*') || name.startsWith('mcp__'));
  namesByRules.set(rules, names);
  return names;
}

function nameCovers(pattern: string, tool: string, list: List): boolean {
  if (pattern.startsWith('mcp__') && !pattern.slice('mcp__'.length).includes('__')) {
    if (!pattern.includes('*')) return tool.startsWith(`${pattern}__`);
  }
  if (!pattern.includes('*')) return false;
  // In allow, a wildcard may stand only behind a literal `mcp__server__`.
  if (list === 'allow' && !/^mcp__((?!__)[^*])+__/.test(pattern)) return false;
  return wildcard(pattern).test(tool);
}
