import { z } from 'zod';

/** Events whose handlers are checked; a hook of an unknown event is dropped alone (recorded from the SDK 0.3.330). */
const HANDLER = z.discriminatedUnion('type', [
  z.looseObject({
    type: z.literal('command'),
    command: z.string(),
    timeout: z.number().positive().optional(),
  }),
  z.looseObject({ type: z.literal('http'), url: z.string() }),
  z.looseObject({ type: z.literal('prompt'), prompt: z.string() }),
  z.looseObject({ type: z.literal('agent'), prompt: z.string() }),
  z.looseObject({ type: z.literal('mcp_tool'), server: z.string(), tool: z.string() }),
]);

const MATCHER = z.looseObject({ matcher: z.string().optional(), hooks: z.array(HANDLER) });

const EVENTS = [
  'PreToolUse',
  'PostToolUse',
  'PostToolUseFailure',
  'PermissionRequest',
  'PermissionDenied',
  'Notification',
  'UserPromptSubmit',
  'SessionStart',
  'SessionEnd',
  'Stop',
  'SubagentStart',
  'SubagentStop',
  'PreCompact',
  'ConfigChange',
] as const;

/** The `hooks` key: one list of matchers an event. A value that is no object is ignored. */
export const HOOKS = z.union([
  z.looseObject(Object.fromEntries(EVENTS.map((event) => [event, z.array(MATCHER).optional()]))),
  z.unknown().refine((value) => typeof value !== 'object' || value === null, 'hooks must be an object'),
  z.array(z.unknown()).max(0),
]);
