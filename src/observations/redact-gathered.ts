import type { Gathered, GatheredCall } from './gathered.ts';
import type { EndingHeard } from './heard.ts';
import type { Action } from './observation.ts';
import { redacted } from './redact.ts';

/** Masks the secrets in what was gathered: in commands, urls, and what was said of a refusal. */
export async function redactGathered(gathered: Gathered): Promise<void> {
  const texts = new Set<string>();
  for (const { call, ending } of gathered.calls.values()) {
    const subject = textOf(call.action);
    if (subject !== undefined) texts.add(subject);
    for (const text of textsOf(ending)) texts.add(text);
  }
  for (const ending of gathered.endings) for (const text of textsOf(ending)) texts.add(text);
  const list = [...texts];
  const clean = await redacted(list);
  const masks = new Map<string, string>();
  for (const [index, text] of list.entries()) {
    const masked = clean[index];
    if (masked !== undefined && masked !== text) masks.set(text, masked);
  }
  if (masks.size > 0) replace(gathered, (text) => masks.get(text) ?? text);
}

function replace(gathered: Gathered, masked: (text: string) => string): void {
  for (const [id, each] of gathered.calls) gathered.calls.set(id, maskedCall(each, masked));
  for (const [index, ending] of gathered.endings.entries()) {
    gathered.endings[index] = maskedEnding(ending, masked);
  }
}

function maskedCall(each: GatheredCall, masked: (text: string) => string): GatheredCall {
  const { call, ending } = each;
  return {
    ...each,
    call: { ...call, action: maskedAction(call.action, masked) },
    ...(ending !== undefined && { ending: maskedEnding(ending, masked) }),
  };
}

function maskedEnding(heard: EndingHeard, masked: (text: string) => string): EndingHeard {
  const { ending } = heard;
  return { ...heard, ending: { ...ending, text: masked(ending.text), feedback: masked(ending.feedback) } };
}

function textsOf(heard: EndingHeard | undefined): readonly string[] {
  return heard === undefined ? [] : [heard.ending.text, heard.ending.feedback].filter((text) => text !== '');
}

/** What a person typed or an agent composed; names of tools, agents and skills hold no secrets. */
function textOf(action: Action): string | undefined {
  switch (action.kind) {
    case 'bash':
    case 'powershell':
      return action.command;
    case 'fetch':
      return action.url;
    case 'path':
    case 'mcp':
    case 'agent':
    case 'skill':
    case 'other':
      return undefined;
  }
}

function maskedAction(action: Action, masked: (text: string) => string): Action {
  switch (action.kind) {
    case 'bash':
    case 'powershell':
      return { ...action, command: masked(action.command) };
    case 'fetch':
      return { ...action, url: masked(action.url) };
    default:
      return action;
  }
}
