import { allRules, type CompiledPolicy, canonicalTool, compilePolicy } from './compile.ts';
import { decide } from './decide.ts';
import type { Decision, PartDecision } from './decision.ts';
import { hostOf } from './fetch.ts';
import { coversPath, readPathPattern } from './path/pattern.ts';
import { absolute } from './path/place.ts';
import type { Rule } from './rule.ts';
import { type ToolCall, textOf } from './tool-call.ts';

/** A rule that somebody may have expected to decide, and why it did not. */
export type NearMiss = { readonly rule: Rule; readonly why: string };

/** The rules that speak of nearly this call. */
export function nearMisses(policy: CompiledPolicy, call: ToolCall, decision: Decision): readonly NearMiss[] {
  const decided = new Set(
    [decision.because, ...decision.parts.map((part) => part.because)].flatMap((because) =>
      because.kind === 'rule' ? [because.rule] : [],
    ),
  );
  return allRules(policy)
    .map(({ rule }) => rule)
    .filter((rule) => !decided.has(rule))
    .flatMap((rule) => {
      const why = whyNot(policy, call, { rule, decision });
      return why === undefined ? [] : [{ rule, why }];
    });
}

type Question = { readonly rule: Rule; readonly decision: Decision };

function whyNot(policy: CompiledPolicy, call: ToolCall, { rule, decision }: Question): string | undefined {
  if (rule.tool !== call.tool && canonicalTool(rule.tool) !== canonicalTool(call.tool))
    return otherTool(policy, call, rule);
  if (call.tool === 'Bash') return whyNotBash(policy, call, { rule, decision });
  if (call.tool === 'WebFetch') return whyNotFetch(call, rule);
  if (rule.content === undefined) return undefined;
  return whyNotPath(policy, call, rule);
}

/** Path rules under the name of another tool are never consulted (documentation: permissions, Read and Edit). */
function otherTool(policy: CompiledPolicy, call: ToolCall, rule: Rule): string | undefined {
  const writes = call.tool === 'Write' || call.tool === 'Edit' || call.tool === 'NotebookEdit';
  if (writes && rule.tool === 'Edit' && rule.content !== undefined) return whyNotPath(policy, call, rule);
  if (rule.tool.toLowerCase() === call.tool.toLowerCase())
    return `tool names are case-sensitive: the tool is ${call.tool}`;
  return undefined;
}

function whyNotBash(
  policy: CompiledPolicy,
  call: ToolCall,
  { rule, decision }: Question,
): string | undefined {
  const content = rule.content?.trim() ?? '';
  const head = content.split(/[\s:*]/)[0] ?? '';
  if (head === '') return undefined;
  const near = decision.parts.filter((part) => headOf(part.text) === head);
  const whole = headOf(textOf(call, 'command') ?? '') === head;
  if (near.length === 0 && !whole) return undefined;
  const alone = aloneUnder(policy, rule);
  const covered = near.find((part) => decide(alone, bash(part.text, call)).verdict === rule.list);
  if (covered !== undefined) return coveredButNotDeciding(covered.text, decision, rule);
  return whyTextDiffers(content, closest(near, content)?.text ?? textOf(call, 'command') ?? '');
}

/** The part that the rule comes nearest to: one that something else let pass is asked about last. */
function closest(parts: readonly PartDecision[], content: string): PartDecision | undefined {
  const wanted = content.split(/[\s:*]+/);
  const nearness = ({ text, verdict }: PartDecision): number => {
    const words = text.trim().split(/\s+/);
    const differs = words.findIndex((word, index) => word !== wanted[index]);
    return (verdict === 'allow' ? 0 : 1000) + (differs < 0 ? words.length : differs);
  };
  return parts.toSorted((one, other) => nearness(other) - nearness(one))[0];
}

function coveredButNotDeciding(part: string, decision: Decision, rule: Rule): string | undefined {
  if (rule.list !== 'allow') return undefined;
  if (decision.because.kind === 'rule' && decision.because.rule.list !== 'allow') {
    return `it covers \`${part}\`, but ${decision.because.rule.list} outweighs allow`;
  }
  const open = decision.parts.find(({ verdict }) => verdict !== 'allow');
  return open === undefined || open.text === part
    ? `it covers \`${part}\`, but not in this mode or in this place`
    : `it covers \`${part}\`, but every part must be covered and \`${open.text}\` is not`;
}

function whyTextDiffers(content: string, text: string): string {
  if (/:\*./.test(content)) return '`:*` is a wildcard only at the very end; here the colon is literal';
  const literal = content.replace(/(:\*| \*|\*)$/, '');
  if (literal === content) return `it has no \`*\`, so it covers only exactly \`${content}\``;
  if (text.startsWith(literal) && !content.endsWith('*')) return 'text goes on after what the rule allows';
  const words = literal.split(/\s+/);
  const differs = words.findIndex((word, index) => text.split(/\s+/)[index] !== word);
  const written = text.split(/\s+/)[differs];
  if (differs < 0)
    return 'it covers the words, but a redirect, a substitution or a path of this command needs more';
  return written === undefined
    ? `the command ends before \`${words[differs]}\``
    : `it wants \`${words[differs]}\` where the command has \`${written}\``;
}

function whyNotFetch(call: ToolCall, rule: Rule): string | undefined {
  const host = hostOf(textOf(call, 'url') ?? '');
  const named = rule.content?.replace(/^domain:/, '');
  if (host === undefined || named === undefined) return undefined;
  if (host.endsWith(`.${named}`))
    return `it covers ${named} alone; \`domain:*.${named}\` covers hosts below it`;
  if (named === `*.${host}`) return `it covers hosts below ${host}, not ${host} itself`;
  return undefined;
}

function whyNotPath(policy: CompiledPolicy, call: ToolCall, rule: Rule): string | undefined {
  const { home, workspace } = policy.surroundings;
  const written = textOf(call, 'file_path') ?? textOf(call, 'notebook_path') ?? textOf(call, 'path');
  if (written === undefined || rule.content === undefined) return undefined;
  const path = absolute(written, call.cwd, home);
  const meant = readPathPattern(`/${rule.content}`, { home, root: workspace, anyDepth: true });
  if (/^\/[^/]/.test(rule.content) && coversPath(meant, path, [call.cwd])) {
    return `\`/\` starts at the settings' own root; an absolute path is written \`/${rule.content}\``;
  }
  if (rule.tool !== 'Read' && rule.tool !== 'Edit') {
    return `path rules are written Read(...) or Edit(...); \`${rule.tool}(...)\` is never consulted`;
  }
  return undefined;
}

function aloneUnder(policy: CompiledPolicy, rule: Rule): CompiledPolicy {
  const source = {
    scope: rule.origin.scope,
    root: policy.surroundings.workspace,
    rules: [rule],
    additionalDirectories: [],
  };
  return compilePolicy([source], { ...policy.surroundings, trusted: true });
}

function bash(command: string, call: ToolCall): ToolCall {
  return { tool: 'Bash', input: { command }, cwd: call.cwd };
}

function headOf(text: string): string {
  return text.trim().split(/\s+/)[0] ?? '';
}
