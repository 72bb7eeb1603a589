import type { Ignore } from 'ignore';
import { has } from '../changes.ts';
import { type CompiledPolicy, type RuleInForce, rulesFor } from '../compile.ts';
import type { List, Rule } from '../rule.ts';
import {
  coversName,
  coversPath,
  matchesBelow,
  type PathPattern,
  readPathPattern,
  throughLinks,
  together,
} from './pattern.ts';
import { allPaths, type Place } from './place.ts';

export type Access = 'read' | 'write';

/** The rule tool whose patterns speak about an access; the other file tools' patterns are never consulted. */
const RULE_TOOL = { read: 'Read', write: 'Edit' } as const;

/** What a path rule is asked about: a place, and the directory that relative patterns start from. */
export type PathQuestion = { readonly access: Access; readonly place: Place; readonly cwd: string };

/**
 * The path rule of a list that covers a place, or undefined. An allow rule must cover the path as named and what it
 * leads to through links; for deny and ask one of them is enough. Whole-tool rules are not looked at here.
 */
export function pathRule(
  policy: CompiledPolicy,
  list: List,
  { access, place, cwd }: PathQuestion,
): Rule | undefined {
  const patterns = patternsOf(policy, rulesFor(policy, list, RULE_TOOL[access]), list);
  if (patterns.length === 0) return undefined;
  const bases = basesOf(policy, list, cwd);
  const paths = allPaths(place);
  const covering = paths.map((path) => patterns.find((one) => covers(one, { path, bases }))?.rule);
  if (list !== 'allow') return covering.find((rule) => rule !== undefined);
  return covering.includes(undefined) ? undefined : covering[0];
}

/** The Read rule of a list that covers a relative path in some directory: all of one, or files of that name. */
export function ruleSomewhere(policy: CompiledPolicy, list: List, relative: string): Rule | undefined {
  const name = relative.slice(relative.lastIndexOf('/') + 1);
  return rulesFor(policy, list, RULE_TOOL.read).find(({ rule: { content = '*' } }) => {
    if (content === '*' || content.startsWith('!')) return false;
    return content.endsWith('/**') || coversName(content.slice(content.lastIndexOf('/') + 1), name);
  })?.rule;
}

/** Relative deny and ask patterns also start at the added directories. */
function basesOf(policy: CompiledPolicy, list: List, cwd: string): readonly string[] {
  if (list === 'allow' || !has(policy, 'strict-pattern-in-added-directories')) return [cwd];
  return [cwd, ...policy.workingDirectories];
}

type RulePattern = {
  readonly rule: Rule;
  readonly pattern: PathPattern;
  /** The pattern with its directory followed through links. */
  readonly linked: PathPattern | undefined;
  /** All relative patterns of the same source, where one of them is negated. */
  readonly group: Ignore | undefined;
};

function covers(
  { pattern, linked, group }: RulePattern,
  { path, bases }: { readonly path: string; readonly bases: readonly string[] },
): boolean {
  if (pattern.negated) return false;
  if (linked !== undefined && coversPath(linked, path, bases)) return true;
  if (!coversPath(pattern, path, bases)) return false;
  // A `!pattern` of the same source carves out of relative patterns (documentation: permissions).
  return group === undefined || bases.some((base) => matchesBelow(group, base, path));
}

const compiled = new WeakMap<
  readonly RuleInForce[],
  WeakMap<CompiledPolicy['surroundings'], readonly RulePattern[]>
>();

/** The patterns of some rules, read once for as long as rules and surroundings live. */
function patternsOf(
  policy: CompiledPolicy,
  rules: readonly RuleInForce[],
  list: List,
): readonly RulePattern[] {
  if (rules.length === 0) return [];
  const bySurroundings =
    compiled.get(rules) ?? new WeakMap<CompiledPolicy['surroundings'], readonly RulePattern[]>();
  compiled.set(rules, bySurroundings);
  const known = bySurroundings.get(policy.surroundings);
  if (known !== undefined) return known;
  const made = grouped(rules.filter(hasPattern).map((entry) => compile(policy, entry, list)));
  bySurroundings.set(policy.surroundings, made);
  return made;
}

/** `Read` and `Read(*)` speak about the tool, everything else about paths. */
function hasPattern({ rule }: RuleInForce): boolean {
  return rule.content !== undefined && rule.content !== '*';
}

function compile(policy: CompiledPolicy, { rule, root }: RuleInForce, list: List): RulePattern {
  const { home, files } = policy.surroundings;
  const strict = list !== 'allow';
  const setting = { home, root, anyDepth: strict || !has(policy, 'allow-directory-anchored') };
  const content = rule.content ?? '';
  const follows = strict && has(policy, 'strict-pattern-follows-links');
  return {
    rule,
    pattern: readPathPattern(content, setting),
    linked: follows ? throughLinks(content, setting, files) : undefined,
    group: undefined,
  };
}

function grouped(patterns: readonly RulePattern[]): readonly RulePattern[] {
  return patterns.map((one) => {
    const relatives = patterns.filter((other) => isRelative(other) && sameSource(one.rule, other.rule));
    if (!isRelative(one) || !relatives.some(({ pattern }) => pattern.negated)) return one;
    return { ...one, group: together(relatives.map(({ pattern }) => pattern)) };
  });
}

function isRelative({ pattern }: RulePattern): boolean {
  return pattern.anchor.kind === 'cwd';
}

function sameSource({ origin }: Rule, other: Rule): boolean {
  return origin.scope === other.origin.scope && origin.file === other.origin.file;
}
