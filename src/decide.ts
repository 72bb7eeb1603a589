import { z } from 'zod';
import { isBeyondKnown, NEWEST_KNOWN } from './permission/client-version.ts';
import type { CompiledPolicy } from './permission/compile.ts';
import { type Decision, decide } from './permission/decide.ts';
import { DESCRIBED_SESSION, policyOf } from './settings/described-session.ts';

const REQUEST = DESCRIBED_SESSION.extend({
  id: z.union([z.string(), z.number()]).optional(),
  tool: z.string(),
  input: z.record(z.string(), z.unknown()),
});

/** One answer, in the order of the lines. */
export type DecideAnswer =
  | {
      readonly id?: string | number;
      readonly decision: Decision['verdict'];
      readonly because: Decision['because'];
      /** The client is newer than any that is known: decided as this one, the newest known, would. */
      readonly decidedAs?: string;
    }
  | { readonly line: number; readonly error: string };

/**
 * Answers requests told as JSON lines, keeping compiled policies between lines with the same settings. A bad line is
 * answered with its number, counted from 1, and what is wrong with it.
 */
export function decider(): (text: string, line: number) => DecideAnswer {
  const policies = new Map<string, CompiledPolicy>();
  return (text, line) => {
    const read = readRequest(text);
    if (read.kind === 'bad') return { line, error: read.why };
    const { id, tool, input, ...session } = read.request;
    const key = JSON.stringify(session);
    const policy = policies.get(key) ?? policyOf(session).policy;
    policies.set(key, policy);
    const { verdict, because } = decide(policy, { tool, input, cwd: session.cwd });
    return {
      ...(id === undefined ? {} : { id }),
      decision: verdict,
      because,
      ...(isBeyondKnown(policy.surroundings.clientVersion) ? { decidedAs: NEWEST_KNOWN } : {}),
    };
  };
}

type ReadRequest =
  | { readonly kind: 'request'; readonly request: z.output<typeof REQUEST> }
  | { readonly kind: 'bad'; readonly why: string };

function readRequest(text: string): ReadRequest {
  const json = parseJson(text);
  if (json.kind === 'bad') return json;
  const result = REQUEST.safeParse(json.value);
  if (result.success) return { kind: 'request', request: result.data };
  const [first] = result.error.issues;
  return { kind: 'bad', why: `${first?.path.join('.') || 'the line'}: ${first?.message ?? 'not a request'}` };
}

type ParsedJson =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'bad'; readonly why: string };

function parseJson(text: string): ParsedJson {
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'bad', why: error instanceof Error ? error.message : 'not JSON' };
  }
}
