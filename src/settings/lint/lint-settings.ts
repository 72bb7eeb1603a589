import { allRules, type CompiledPolicy, compilePolicy } from '../../permission/compile.ts';
import { decide } from '../../permission/decide.ts';
import type { Permissions, Surroundings } from '../../permission/policy.ts';
import type { Rule } from '../../permission/rule.ts';
import { readSettings, type SettingsProblem, type SettingsSource } from '../read.ts';
import { wayPast } from './boundary.ts';
import { type Code, type Finding, type Fix, severityOf } from './finding.ts';
import { looksSecret, oneOffWhy } from './junk.ts';
import { plainlyCovers, sameMeaning } from './overlap.ts';
import { misspelling } from './respell.ts';

/** A settings text to be looked at. */
export type LintSource = SettingsSource & { readonly file: string; readonly text: string };

/** Everything about some settings files that will not do what it says. Ordered by file, line and column. */
export function lintSettings(sources: readonly LintSource[], surroundings: Surroundings): readonly Finding[] {
  const readings = sources.map((source) => ({ source, reading: readSettings(source.text, source) }));
  const inFiles = readings.flatMap(({ source, reading }): readonly Finding[] =>
    reading.kind === 'void'
      ? [
          finding(
            'void-file',
            { file: source.file, ...reading.at },
            { message: `the client ignores this file: ${reading.why}` },
          ),
        ]
      : reading.problems.map((problem) => droppedFinding(source.file, problem)),
  );
  const permissions = readings.flatMap(({ reading }) =>
    reading.kind === 'valid' ? [reading.permissions] : [],
  );
  const found = [...inFiles, ...ruleFindings(permissions, surroundings)];
  return found.sort(
    (one, other) => one.file.localeCompare(other.file) || one.line - other.line || one.column - other.column,
  );
}

function droppedFinding(file: string, { line, column, why, rule }: SettingsProblem): Finding {
  const place = { file, line, column };
  if (rule === undefined) return finding('dropped-value', place, { message: why });
  const better = misspelling(rule.text, rule.list);
  const working = better?.working;
  return finding('dropped-rule', place, {
    rule,
    message: `${rule.text} is dropped: ${why}${working === undefined ? '' : `; written ${working} it works`}`,
    // A dropped allow rule opens nothing today; respelled it would.
    ...(working === undefined || rule.list === 'allow' ? {} : { fix: { kind: 'respell', rule: working } }),
  });
}

function ruleFindings(permissions: readonly Permissions[], surroundings: Surroundings): readonly Finding[] {
  // Lint judges what is written: trust comes and goes.
  const policy = compilePolicy(permissions, { ...surroundings, trusted: true });
  const without = compilePolicy([], surroundings);
  const rules = allRules(policy).map(({ rule }) => rule);
  return rules.flatMap((rule, index) => {
    const earlier = rules.slice(0, index);
    const first =
      spelled(rule) ??
      duplicated(rule, earlier) ??
      outweighed(rule, rules) ??
      shadowed(rule, rules) ??
      wideWildcard(rule) ??
      builtIn(rule, without);
    return [first, secret(rule), oneOff(rule), boundary(rule, policy)].filter((one) => one !== undefined);
  });
}

function spelled(rule: Rule): Finding | undefined {
  const found = misspelling(rule.text, rule.list);
  if (found === undefined) return undefined;
  const { why, working } = found;
  const message = `${rule.text} never matches: ${why}${working === undefined ? '' : `; written ${working} it works`}`;
  // In allow the working spelling opens something that is closed today: it is shown, and done only for deny and ask.
  const fix: Fix | undefined =
    working === undefined || rule.list === 'allow' ? undefined : { kind: 'respell', rule: working };
  return onRule('never-matches', rule, message, fix);
}

function duplicated(rule: Rule, earlier: readonly Rule[]): Finding | undefined {
  const same = earlier.find((other) => sameMeaning(other, rule));
  if (same === undefined) return undefined;
  // Equal texts go together when one is removed, so only another spelling is taken out.
  const inOneFile = same.origin.file === rule.origin.file && same.text !== rule.text;
  return onRule(
    'duplicate',
    rule,
    `${rule.text} also stands in ${placeOf(same)}`,
    inOneFile ? { kind: 'remove' } : undefined,
  );
}

function outweighed(rule: Rule, rules: readonly Rule[]): Finding | undefined {
  if (rule.list !== 'allow') return undefined;
  const stricter = rules.find(
    (other) => other.list !== 'allow' && (plainlyCovers(other, rule) || sameText(other, rule)),
  );
  if (stricter === undefined) return undefined;
  return onRule(
    'outweighed',
    rule,
    `${stricter.list} ${stricter.text} (${placeOf(stricter)}) outweighs ${rule.text}`,
  );
}

function sameText(one: Rule, other: Rule): boolean {
  return one.tool === other.tool && one.content === other.content;
}

function shadowed(rule: Rule, rules: readonly Rule[]): Finding | undefined {
  const wider = rules.find((other) => other.list === rule.list && plainlyCovers(other, rule));
  if (wider === undefined) return undefined;
  const fix: Fix | undefined = wider.origin.file === rule.origin.file ? { kind: 'remove' } : undefined;
  return onRule('shadowed', rule, `${wider.text} (${placeOf(wider)}) already covers ${rule.text}`, fix);
}

/** The client warns about these itself since 2.1.246 (documentation: error reference). */
function wideWildcard(rule: Rule): Finding | undefined {
  if (rule.tool !== 'Bash' || rule.list !== 'allow' || !/\*\s+[^\s*-]/.test(rule.content ?? ''))
    return undefined;
  return onRule(
    'wide-wildcard',
    rule,
    `${rule.text}: the wildcard also lets through any option that stands in its place`,
  );
}

/** Without any rule the client lets the command pass, alone and with further words. */
function builtIn(rule: Rule, without: CompiledPolicy): Finding | undefined {
  if (rule.tool !== 'Bash' || rule.list !== 'allow' || rule.content === undefined) return undefined;
  const literal = rule.content.replace(/(:\*| \*)$/, '');
  if (literal.includes('*')) return undefined;
  const tries =
    literal === rule.content
      ? [literal]
      : [literal, `${literal} a.txt`, `${literal} -v`, `${literal} --help`];
  const cwd = without.surroundings.workspace;
  const passes = tries.every(
    (command) => decide(without, { tool: 'Bash', input: { command }, cwd }).verdict === 'allow',
  );
  return passes
    ? onRule('built-in', rule, `the client allows ${literal} without a rule`, { kind: 'remove' })
    : undefined;
}

function secret(rule: Rule): Finding | undefined {
  return looksSecret(rule.text)
    ? onRule(
        'secret',
        rule,
        'the rule holds what looks like a secret: take it out, and replace it where it is used',
      )
    : undefined;
}

function oneOff(rule: Rule): Finding | undefined {
  if (rule.tool !== 'Bash' || rule.list !== 'allow' || rule.content === undefined) return undefined;
  const why = oneOffWhy(rule.content);
  return why === undefined
    ? undefined
    : onRule('one-off', rule, `${shortened(rule.text)}: ${why}`, { kind: 'remove' });
}

function boundary(rule: Rule, policy: CompiledPolicy): Finding | undefined {
  if (rule.list !== 'deny') return undefined;
  const past = wayPast(policy, rule);
  if (past === undefined) return undefined;
  const how = past.silent ? 'passes silently' : 'is only asked about';
  return onRule('no-boundary', rule, `${rule.text} is no boundary: \`${past.call}\` ${how}`);
}

function onRule(code: Code, rule: Rule, message: string, fix?: Fix): Finding {
  const { file = '', line = 1, column = 1 } = rule.origin;
  const { list, text } = rule;
  return finding(
    code,
    { file, line, column },
    { rule: { list, text }, message, ...(fix === undefined ? {} : { fix }) },
  );
}

function finding(
  code: Code,
  place: { readonly file: string; readonly line: number; readonly column: number },
  rest: Pick<Finding, 'message' | 'rule' | 'fix'>,
): Finding {
  return {
    code,
    severity: severityOf(code),
    file: place.file,
    line: place.line,
    column: place.column,
    ...rest,
  };
}

function placeOf({ origin }: Rule): string {
  return `${origin.file ?? origin.scope}:${origin.line ?? 1}`;
}

function shortened(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
