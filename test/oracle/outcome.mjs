/** Tools that the client offers unless a rule takes them away: `No such tool` is then a refusal. */
const OFFERED =
  /^(Bash|Read|Edit|Write|NotebookEdit|Grep|Glob|WebFetch|WebSearch|Agent|Task|Skill|mcp__(srv|other_srv)__(do|read_thing|write_thing))$/;

/** The client asked: that is the decision, and what it handed to a classifier is one too. */
export function askedOutcome(request) {
  return { decision: 'ask', reason: request.decision_reason, reasonType: request.decision_reason_type };
}

/** The client refused by itself. In auto and plan mode the scripted classifier never answers: it would have been asked. */
export function deniedOutcome(message) {
  const reasonType = message.decision_reason_type;
  if (reasonType === 'classifier') return { decision: 'ask', handedTo: 'classifier', reasonType };
  return { decision: 'deny', reason: message.decision_reason ?? message.message, reasonType };
}

/** What the result of a call says where nothing was asked or refused before. */
export function resultOutcome(tool, block) {
  const text =
    typeof block.content === 'string'
      ? block.content
      : (block.content ?? []).map((one) => one.text ?? '').join('');
  if (/denied by your permission settings/.test(text)) return { decision: 'deny', denyVia: 'validateInput' };
  if (/No such tool available/.test(text) && OFFERED.test(tool))
    return { decision: 'deny', denyVia: 'tool-removed' };
  if (/^<tool_use_error>/.test(text)) return { decision: 'invalid', reason: text.slice(0, 200) };
  if (block.is_error && /has been denied|denied by (your )?permission|Permission to use/.test(text)) {
    return { decision: 'deny', reason: text.slice(0, 200) };
  }
  return { decision: 'allow' };
}
