import { parseShell } from '../../shell/parse-shell.ts';
import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { Rule } from '../rule.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { scriptOf } from './removal.ts';
import { bashRules } from './rule-list.ts';
import { strictRule } from './strict-rules.ts';

/** The deny rule that covers a removal in the script of `sh -c '...'` (recorded from client 2.1.330). */
export function shellScriptRule(policy: CompiledPolicy, { parts }: CommandLine): Rule | undefined {
  if (bashRules(policy, 'deny').size === 0 || !has(policy, 'shell-script-removals')) return undefined;
  for (const part of parts) {
    const script = scriptOf(part);
    if (script === undefined || parseShell(script).errors.length > 0) continue;
    const line = readCommandLine(script);
    const removals = line.parts.filter(({ words: [name] }) => /^(.*\/)?(rm|rmdir)$/.test(name?.value ?? ''));
    const rule = removals.length === 0 ? undefined : strictRule(policy, 'deny', { ...line, parts: removals });
    if (rule !== undefined) return rule;
  }
  return undefined;
}
