import { has } from './changes.ts';
import { type CompiledPolicy, rulesFor } from './compile.ts';
import type { List, Rule } from './rule.ts';
import type { ToolCall } from './tool-call.ts';
import { wildcard } from './wildcard.ts';

/** Fields that have rules of their own; a parameter rule on one of them is ignored (documentation: permissions). */
const PRIMARY_FIELDS = new Set(['command', 'file_path', 'path', 'notebook_path', 'url']);

/**
 * The deny or ask rule `Tool(parameter:value)` that covers a field of the input: exact, or with `*` for any text;
 * an absent field never matches. Built-in tools only.
 */
export function parameterRule(
  policy: CompiledPolicy,
  list: 'deny' | 'ask',
  call: ToolCall,
): Rule | undefined {
  if (!has(policy, 'parameter-rules') || call.tool.startsWith('mcp__')) return undefined;
  return rulesFor(policy, list satisfies List, call.tool).find(({ rule }) =>
    coversField(rule.content ?? '', call),
  )?.rule;
}

function coversField(content: string, call: ToolCall): boolean {
  const colon = content.indexOf(':');
  if (colon < 0) return false;
  const field = content.slice(0, colon).trim();
  if (PRIMARY_FIELDS.has(field) || !Object.hasOwn(call.input, field)) return false;
  const value = scalarText(call.input[field]);
  return value !== undefined && wildcard(content.slice(colon + 1).trim()).test(value);
}

function scalarText(value: unknown): string | undefined {
  const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return scalar ? String(value) : undefined;
}
