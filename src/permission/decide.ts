import { decideAgent } from './agent.ts';
import { type Answer, builtIn, byRule, decisionOf } from './answer.ts';
import { decideBash } from './bash/decide-bash.ts';
import { type CompiledPolicy, canonicalTool } from './compile.ts';
import type { Decision, PartDecision } from './decision.ts';
import { decideFetch } from './fetch.ts';
import { decideFileTool, isFileTool } from './file-tools.ts';
import { CLASSIFIED_TOOLS, FREE_TOOLS, INTERACTIVE_TOOLS } from './free-tools.ts';
import { handedToClassifier } from './modes-without-rules.ts';
import { parameterRule } from './parameter-rules.ts';
import { decideSkill } from './skill.ts';
import { type ToolCall, textOf } from './tool-call.ts';
import { wholeToolRule } from './whole-tool.ts';

export type { Decision, PartDecision, Reason, Verdict } from './decision.ts';

/**
 * What the client would do with a call under these settings. Total: any tool and any input get an answer, and what is
 * not understood is answered `ask`. Checked against recorded decisions of the clients 2.1.197 and 2.1.330.
 */
export function decide(policy: CompiledPolicy, call: ToolCall): Decision {
  const named: ToolCall = { ...call, tool: canonicalTool(call.tool) };
  const decision = decideInMode(policy, named);
  return decision.verdict === 'ask' && asksNobody(policy, decision)
    ? refuseInsteadOfAsking(decision)
    : decision;
}

function decideInMode(policy: CompiledPolicy, call: ToolCall): Decision {
  const strict =
    wholeToolRule(policy, 'deny', call.tool) ??
    parameterRule(policy, 'deny', call) ??
    wholeToolRule(policy, 'ask', call.tool) ??
    parameterRule(policy, 'ask', call);
  if (strict?.list === 'deny') return decisionOf(textOfCall(call), byRule(strict));
  if (call.tool === 'Bash') return decideBash(policy, call);
  if (call.tool === 'Monitor' && strict === undefined) return decideMonitor(policy, call);
  const answer = decideOther(policy, call);
  const settled = strict !== undefined && answer.verdict !== 'deny' ? byRule(strict) : answer;
  return decisionOf(textOfCall(call), settled);
}

/** A command that is watched: rules for Bash speak about it too (documentation: tools reference). */
function decideMonitor(policy: CompiledPolicy, call: ToolCall): Decision {
  const allowed = wholeToolRule(policy, 'allow', call.tool);
  if (allowed !== undefined && countsInMode(policy, call))
    return decisionOf(textOfCall(call), byRule(allowed));
  return decideBash(policy, { ...call, tool: 'Bash' });
}

function decideOther(policy: CompiledPolicy, call: ToolCall): Answer {
  const { mode } = policy.surroundings;
  if (call.tool === 'PowerShell') {
    return { verdict: 'ask', because: { kind: 'not-modelled', why: 'PowerShell is not modelled' } };
  }
  if (isFileTool(call.tool)) return decideFileTool(policy, call);
  const own = decideByContent(policy, call);
  if (own !== undefined) return own;
  if (INTERACTIVE_TOOLS.has(call.tool)) return builtIn('ask', `${call.tool} is a question to the human`);
  if (mode === 'bypassPermissions')
    return { verdict: 'allow', because: { kind: 'mode', mode, what: 'asks nothing' } };
  const allowed = wholeToolRule(policy, 'allow', call.tool);
  if (allowed !== undefined && countsInMode(policy, call)) return byRule(allowed);
  if (isFree(policy, call.tool)) return builtIn('allow', `${call.tool} needs no permission`);
  if (handedToClassifier(policy))
    return { verdict: 'ask', because: { kind: 'no-rule' }, handedTo: 'classifier' };
  return { verdict: 'ask', because: { kind: 'no-rule' } };
}

function isFree(policy: CompiledPolicy, tool: string): boolean {
  const { mode } = policy.surroundings;
  if ((mode === 'auto' || mode === 'plan') && handedToClassifier(policy) && CLASSIFIED_TOOLS[mode].has(tool))
    return false;
  return FREE_TOOLS.has(tool);
}

/**
 * Whether an allow rule for a whole tool holds in this mode. The classifier's modes set Agent rules aside, and plan mode
 * asks about MCP tools: which of them only read is known to the server alone (recorded from client 2.1.330).
 */
function countsInMode(policy: CompiledPolicy, call: ToolCall): boolean {
  if (!handedToClassifier(policy)) return true;
  if (call.tool === 'Agent' || call.tool === 'Monitor') return false;
  return policy.surroundings.mode !== 'plan' || !call.tool.startsWith('mcp__');
}

function decideByContent(policy: CompiledPolicy, call: ToolCall): Answer | undefined {
  if (call.tool === 'WebFetch') return decideFetch(policy, call);
  if (call.tool === 'Skill') return decideSkill(policy, call);
  if (call.tool === 'Agent') return decideAgent(policy, call);
  return undefined;
}

/** In dontAsk mode, or where settings say so, every question to the human becomes a refusal (documentation: modes). */
function asksNobody(policy: CompiledPolicy, decision: Decision): boolean {
  if (policy.surroundings.mode === 'dontAsk') return true;
  return policy.restrictions.has('deny-instead-of-asking') && decision.handedTo === undefined;
}

function refuseInsteadOfAsking(decision: Decision): Decision {
  const parts = decision.parts.map(
    (part): PartDecision => (part.verdict === 'ask' ? { ...part, verdict: 'deny' } : part),
  );
  return { verdict: 'deny', because: decision.because, parts };
}

/** The part of the input that rules look at, for people to read. */
export function textOfCall(call: ToolCall): string {
  const fields = ['command', 'file_path', 'notebook_path', 'path', 'url', 'skill', 'subagent_type'];
  const found = fields.map((field) => textOf(call, field)).find((text) => text !== undefined);
  return found ?? call.tool;
}
