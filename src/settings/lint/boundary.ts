import type { CompiledPolicy } from '../../permission/compile.ts';
import { decide } from '../../permission/decide.ts';
import type { Rule } from '../../permission/rule.ts';
import type { ToolCall } from '../../permission/tool-call.ts';

/** A call that does what a deny rule forbids and is not refused. */
export type WayPast = { readonly call: string; readonly silent: boolean };

/** The worst call that walks past a deny rule under these settings, as the model answers; undefined where none is found. */
export function wayPast(policy: CompiledPolicy, rule: Rule): WayPast | undefined {
  const found = waysAround(rule, policy.surroundings.workspace)
    .map((command) => ({ command, verdict: decide(policy, bash(command, policy)).verdict }))
    .filter(({ verdict }) => verdict !== 'deny');
  const worst = found.find(({ verdict }) => verdict === 'allow') ?? found[0];
  return worst === undefined ? undefined : { call: worst.command, silent: worst.verdict === 'allow' };
}

/** The same deed in other words (documentation: permissions, limits of Bash rules). */
function waysAround(rule: Rule, workspace: string): readonly string[] {
  const content = rule.content?.trim() ?? '';
  switch (rule.tool) {
    case 'Bash':
      return content === '' || content === '*' ? [] : aroundCommand(content);
    case 'Read':
      return content === '' || content === '*' ? [] : aroundFile(content, workspace);
    case 'WebFetch': {
      const host = content
        .replace(/^domain:/, '')
        .replace(/\*\./, '')
        .replace(/\*/g, 'x');
      return host === '' ? [] : [`curl -s https://${host}/`, `node -e "fetch('https://${host}/')"`];
    }
    default:
      return [];
  }
}

function aroundCommand(content: string): readonly string[] {
  const command = content
    .replace(/(:\*| \*|\*)$/, ' x')
    .replace(/\*/g, 'x')
    .trim();
  const [program = '', ...rest] = command.split(/\s+/);
  const subcommand = rest.length > 0 && program === 'git' ? [`git -C . ${rest.join(' ')}`] : [];
  const whole = `/usr/bin/${program} ${rest.join(' ')}`.trim();
  return [...subcommand, whole, `sh -c '${command}'`, `python3 -c 'import os; os.system("${command}")'`];
}

function aroundFile(content: string, workspace: string): readonly string[] {
  const path = content
    .replace(/^\/\//, '/')
    .replace(/^\/(?=[^/])/, content.startsWith('//') ? '/' : `${workspace}/`);
  const file =
    path
      .replace(/\*\*\/?/g, '')
      .replace(/\*/g, 'x')
      .replace(/\/$/, '/x') || 'x';
  return [
    `python3 -c 'print(open("${file}").read())'`,
    ...(file.startsWith('/') && !file.startsWith(`${workspace}/`) ? [] : ['grep -r . .']),
    `node -e 'console.log(require("fs").readFileSync("${file}"))'`,
  ];
}

function bash(command: string, { surroundings }: CompiledPolicy): ToolCall {
  return { tool: 'Bash', input: { command }, cwd: surroundings.workspace };
}
