import { type List, parseRule, type Rule } from '../permission/rule.ts';
import { rejection } from '../permission/rule-validity.ts';

/** A rule as it will stand in the local settings, or undefined where the client would not accept its text. */
export function ruleOf(list: List, text: string): Rule | undefined {
  if (rejection(text, list) !== undefined) return undefined;
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed') return undefined;
  return { list, text, tool: parsed.form.tool, content: parsed.form.content, origin: { scope: 'local' } };
}
