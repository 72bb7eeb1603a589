import type { Member } from '../clusters/cluster.ts';
import type { ToolCall } from '../permission/tool-call.ts';

const CALLS = new WeakMap<Member, ToolCall>();

/** A part of a call as a call of its own; the plan as a whole is replayed with the calls as they were. */
export function partCall(member: Member): ToolCall {
  const known = CALLS.get(member) ?? callOf(member);
  CALLS.set(member, known);
  return known;
}

function callOf(member: Member): ToolCall {
  const [first] = member.calls;
  const cwd = first?.call.cwd ?? '';
  if (first === undefined || (first.call.tool === member.tool && first.action.kind !== 'bash')) {
    return first?.call ?? { tool: member.tool, input: {}, cwd };
  }
  const input = member.tool === 'Bash' ? { command: member.text } : { file_path: member.text };
  return { tool: member.tool, input, cwd };
}
