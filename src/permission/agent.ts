import { type Answer, byRule } from './answer.ts';
import { type CompiledPolicy, rulesFor } from './compile.ts';
import { type ToolCall, textOf } from './tool-call.ts';

/** Refuses an Agent call by its type, or leaves it open; an ask rule with a type is ignored by the client (recorded). */
export function decideAgent(policy: CompiledPolicy, call: ToolCall): Answer | undefined {
  const type = textOf(call, 'subagent_type') ?? 'general-purpose';
  const denied = rulesFor(policy, 'deny', 'Agent').find(({ rule }) => rule.content === type)?.rule;
  return denied === undefined ? undefined : byRule(denied);
}
