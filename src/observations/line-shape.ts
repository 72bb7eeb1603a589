import { VISIBLE_FLAGS, VISIBLE_TEXTS } from './action.ts';
import { SAID } from './decision.ts';
import { KNOWN_TYPES } from './line.ts';
import type { Projected } from './projection/shape.ts';

/*
 * What of a transcript's line can matter to an observation. Tool output, file contents and thinking are not in it, so that
 * they are never built. A line is of note where it tells of a call, a result, a mode, a prompt or a hook's answer, or where
 * its type is one that no known client writes.
 */

/** Bytes of a text that are kept: more than of any command that is stored (redact.ts cuts it to 32 Ki characters). */
const TEXT = { text: 256 << 10 } as const;

/** Bytes of a refusal that are kept: the client's own texts are shorter, a typed reason may be cut. */
const HEAD = { text: 1500 } as const;

/** Enough to see how a text begins, whatever its first character is and however it is written. */
const FIRST_CHARACTER = { text: 8 } as const;

const ALWAYS = { ...TEXT, noted: { when: 'always' } } as const;

function textsNamed<Name extends string>(names: readonly Name[]): Readonly<Record<Name, typeof TEXT>>;
function textsNamed(names: readonly string[]): Readonly<Record<string, typeof TEXT>> {
  return Object.fromEntries(names.map((name) => [name, TEXT]));
}

const BLOCK = {
  members: {
    type: { ...TEXT, noted: { when: 'among', texts: ['tool_use', 'tool_result'] } },
    id: TEXT,
    name: TEXT,
    input: { members: textsNamed([...VISIBLE_TEXTS, ...VISIBLE_FLAGS]) },
    tool_use_id: TEXT,
    /** Of interest where the call failed or was refused; else it is tool output. */
    content: { ...HEAD, elements: { members: { text: HEAD } } },
    is_error: TEXT,
    text: FIRST_CHARACTER,
  },
  proof: ['is_error', 'content'],
} as const;

const MESSAGE = { members: { id: TEXT, content: { elements: BLOCK } } } as const;

export const LINE = {
  members: {
    ...textsNamed([
      'sessionId',
      'cwd',
      'version',
      'entrypoint',
      'agentId',
      'timestamp',
      'sessionKind',
      'toolDenialKind',
    ]),
    type: { ...TEXT, noted: { when: 'unless', texts: [...KNOWN_TYPES] } },
    message: MESSAGE,
    /** Of a progress line: in clients 2.1.9 to 2.1.81 the calls of a subagent may exist only there. */
    data: { members: { type: TEXT, agentId: TEXT, message: { members: { message: MESSAGE } } } },
    permissionMode: ALWAYS,
    promptSource: ALWAYS,
    userFeedback: HEAD,
    permissionDecision: {
      members: textsNamed(SAID),
    },
    attachment: {
      members: {
        type: { ...TEXT, noted: { when: 'among', texts: ['hook_permission_decision', 'hook_success'] } },
        toolUseID: TEXT,
        hookEvent: TEXT,
        stdout: HEAD,
        decision: TEXT,
      },
    },
  },
  repeated: ['sessionId', 'cwd', 'version', 'entrypoint'],
} as const;

export type ProjectedLine = Projected<typeof LINE>;
export type ProjectedMessage = Projected<typeof MESSAGE>;
export type ProjectedBlock = Projected<typeof BLOCK>;
