import { type CompiledPolicy, type RuleInForce, rulesFor } from '../compile.ts';
import type { List, Rule } from '../rule.ts';
import { coversPath, type PathPattern, readPathPattern } from './pattern.ts';
import { allPaths, type Place } from './place.ts';

export type Access = 'read' | 'write';

/** The rule tool whose patterns speak about an access; the other file tools' patterns are never consulted. */
const RULE_TOOL = { read: 'Read', write: 'Edit' } as const;

/** Compiled patterns by rule and anchors; a rule object never changes. */
const patterns = new WeakMap<Rule, Map<string, PathPattern>>();

/**
 * The path rule of a list that covers a place, or undefined. An allow rule must cover the path as named and what it
 * leads to through links; for deny and ask one of them is enough. Whole-tool rules are not looked at here.
 */
export function pathRule(
  policy: CompiledPolicy,
  list: List,
  { access, place, cwd }: { readonly access: Access; readonly place: Place; readonly cwd: string },
): Rule | undefined {
  const rules = rulesFor(policy, list, RULE_TOOL[access]).filter(hasPattern);
  if (rules.length === 0) return undefined;
  const paths = allPaths(place);
  if (list !== 'allow') {
    for (const path of paths) {
      const rule = coveringRule(policy, rules, { path, cwd });
      if (rule !== undefined) return rule;
    }
    return undefined;
  }
  const covering = paths.map((path) => coveringRule(policy, rules, { path, cwd }));
  return covering.includes(undefined) ? undefined : covering[0];
}

/** `Read` and `Read(*)` speak about the tool, everything else about paths. */
function hasPattern({ rule }: RuleInForce): boolean {
  return rule.content !== undefined && rule.content !== '*';
}

function coveringRule(
  policy: CompiledPolicy,
  rules: readonly RuleInForce[],
  { path, cwd }: { readonly path: string; readonly cwd: string },
): Rule | undefined {
  return rules.find((entry) => {
    const pattern = patternOf(entry, policy.surroundings.home);
    return (
      !pattern.negated && coversPath(pattern, path, cwd) && !takenBack(policy, rules, { entry, path, cwd })
    );
  })?.rule;
}

/** A `!pattern` of the same source, written later, carves out of a relative pattern (documentation: permissions). */
function takenBack(
  policy: CompiledPolicy,
  rules: readonly RuleInForce[],
  { entry, path, cwd }: { readonly entry: RuleInForce; readonly path: string; readonly cwd: string },
): boolean {
  const { home } = policy.surroundings;
  if (patternOf(entry, home).anchor.kind !== 'cwd') return false;
  return rules
    .slice(rules.indexOf(entry) + 1)
    .filter((later) => later.rule.origin.scope === entry.rule.origin.scope)
    .map((later) => patternOf(later, home))
    .some((later) => later.negated && later.anchor.kind === 'cwd' && coversPath(later, path, cwd));
}

function patternOf({ rule, root }: RuleInForce, home: string): PathPattern {
  const key = `${home}\n${root}`;
  const known = patterns.get(rule) ?? new Map<string, PathPattern>();
  patterns.set(rule, known);
  const present = known.get(key);
  if (present !== undefined) return present;
  const pattern = readPathPattern(rule.content ?? '', rule.list, { home, root });
  known.set(key, pattern);
  return pattern;
}
