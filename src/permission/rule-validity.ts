import { type List, parseRule, type RuleForm } from './rule.ts';

/** Tools whose content is a file pattern in which the client refuses `:*`. */
const FILE_TOOLS = new Set(['Read', 'Edit', 'Write', 'NotebookEdit', 'NotebookRead', 'Glob', 'Cd']);

/**
 * Why the client drops a rule when it loads a settings file, or undefined where it keeps it.
 * A kept rule may still match nothing. Recorded from client 2.1.330 (settings resolution of the SDK 0.3.330).
 */
export function rejection(text: string, list: List): string | undefined {
  if (text.trim() === '') return 'the rule is empty';
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed') return parsed.why;
  const { form } = parsed;
  return toolRejection(form.tool, list) ?? (form.content === undefined ? undefined : contentRejection(form));
}

function toolRejection(tool: string, list: List): string | undefined {
  const first = tool[0] ?? '';
  if (first !== first.toUpperCase() && !tool.includes('_')) return 'a tool name starts with a capital letter';
  if (list === 'allow' && tool.includes('*') && !isToolGlobOfOneServer(tool)) {
    return 'an allow rule takes `*` in the tool name only after `mcp__<server>__`';
  }
  return undefined;
}

/** `mcp__server__get_*`: the wildcard stands behind a literal server name. */
function isToolGlobOfOneServer(tool: string): boolean {
  return /^mcp__((?!__)[^*])+__/.test(tool);
}

function contentRejection({ tool, content = '' }: RuleForm): string | undefined {
  if (content === '') return 'the parentheses are empty';
  if (tool.startsWith('mcp__')) return 'an MCP rule takes no parentheses';
  if (tool === 'Bash' && content === ':*') return '`:*` needs a command before it';
  if (FILE_TOOLS.has(tool) && content.includes(':*')) return 'a path pattern takes no `:*`';
  if (tool === 'WebFetch' && content !== '*') {
    if (!content.startsWith('domain:')) return 'a WebFetch rule is written `domain:host`';
    if (content.includes('://')) return 'a WebFetch rule names a host, not an address';
  }
  if (tool === 'WebSearch' && content !== '*' && /[*?]/.test(content))
    return 'a WebSearch rule takes no wildcard';
  return undefined;
}
