import type { List } from './permission/rule.ts';
import { parseRule } from './permission/rule.ts';

const DOES: Readonly<Record<List, string>> = {
  allow: 'Lets pass without asking',
  ask: 'Always asks you about',
  deny: 'Refuses without asking',
};

/** What a rule says, in a sentence for somebody who does not know the syntax of rules (documentation: permissions). */
export function ruleInWords(list: List, text: string): string {
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed') return `This is no rule: ${parsed.why}.`;
  const { tool, content } = parsed.form;
  return `${DOES[list]}: ${matched(tool, content)}.`;
}

function matched(tool: string, content: string | undefined): string {
  if (tool.startsWith('mcp__')) return mcp(tool);
  if (content === undefined || content === '*') return `every use of ${tool}`;
  switch (tool) {
    case 'Bash':
      return command(content);
    case 'Read':
      return `reading ${files(content)}`;
    case 'Edit':
    case 'Write':
      return `changing and creating ${files(content)}`;
    case 'WebFetch':
      return `fetching from ${content.replace(/^domain:/, '')}`;
    default:
      return `${tool} with ${content}`;
  }
}

function command(content: string): string {
  const prefix = /^(.*?)(?: \*|:\*)$/.exec(content)?.[1];
  if (prefix !== undefined && !prefix.includes('*')) return `${prefix}, alone or with any arguments`;
  if (content.includes('*')) return `commands that look like ${content}, * being anything`;
  return `exactly the command ${content}`;
}

function files(pattern: string): string {
  const where = pattern.startsWith('//')
    ? 'on this machine'
    : pattern.startsWith('~/')
      ? 'in the home folder'
      : 'in this project';
  const path = pattern.replace(/^\/(?=\/)/, '');
  const folder = /^(.*)\/\*\*$/.exec(path)?.[1];
  return folder === undefined
    ? `${path} ${where}`
    : `everything below ${folder === '' ? '/' : folder} ${where}`;
}

function mcp(tool: string): string {
  const [, server = '', name] = tool.split('__');
  return name === undefined || name === '*'
    ? `every tool of the MCP server ${server}`
    : `the tool ${name} of the MCP server ${server}`;
}
