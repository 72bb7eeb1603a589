import { type CompiledPolicy, compilePolicy } from '../../../src/permission/compile.ts';
import { decide, type Verdict } from '../../../src/permission/decide.ts';
import type { Mode } from '../../../src/permission/mode.ts';
import { LISTS, type List, parseRule, type Rule } from '../../../src/permission/rule.ts';

export type Rules = Partial<Readonly<Record<List, readonly string[]>>>;

const WORKSPACE = '/home/dev/proj';

/** A trusted workspace with these rules in its project settings. */
export function policyWith(rules: Rules, mode: Mode = 'default', clientVersion = '2.1.330'): CompiledPolicy {
  const written = LISTS.flatMap((list) => (rules[list] ?? []).map((text) => ruleOf(text, list)));
  return compilePolicy([{ scope: 'project', root: WORKSPACE, rules: written, additionalDirectories: [] }], {
    mode,
    home: '/home/dev',
    workspace: WORKSPACE,
    trusted: true,
    files: { links: new Map(), directories: new Set() },
    addedDirectories: [],
    clientVersion,
  });
}

export function ruleOf(text: string, list: List): Rule {
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed') throw new Error(`${text}: ${parsed.why}`);
  return { list, text, ...parsed.form, origin: { scope: 'project' } };
}

export function verdictOf(policy: CompiledPolicy, command: string): Verdict {
  return decide(policy, { tool: 'Bash', input: { command }, cwd: WORKSPACE }).verdict;
}
