/** Lines of a made-up session, as the client writes them. */
export type Scribe = {
  readonly call: (id: string, command: string, message?: string) => string;
  readonly result: (id: string, output?: string) => string;
  readonly rejection: (id: string) => string;
  readonly mode: (mode: string) => string;
};

const STARTED = Date.parse('2026-11-22T12:00:00Z');

/** `pace`: milliseconds from one line to the next. */
export function scribe(session: string, cwd = '/home/dev/shop', pace = 1000): Scribe {
  let lines = 0;
  const envelope = () => ({
    sessionId: session,
    cwd,
    version: '2.1.197',
    entrypoint: 'cli',
    uuid: `${session}-${lines}`,
    timestamp: new Date(STARTED + pace * lines++).toISOString(),
  });
  const user = (block: object) =>
    `${JSON.stringify({ type: 'user', message: { role: 'user', content: [block] }, ...envelope() })}\n`;
  return {
    call: (id, command, message = `msg_${id}`) => {
      const content = [{ type: 'tool_use', id, name: 'Bash', input: { command, description: 'd' } }];
      return `${JSON.stringify({ type: 'assistant', message: { id: message, role: 'assistant', content }, ...envelope() })}\n`;
    },
    result: (id, output = 'ok') =>
      user({ tool_use_id: id, type: 'tool_result', content: output, is_error: false }),
    rejection: (id) =>
      user({
        type: 'tool_result',
        content:
          "The user doesn't want to proceed with this tool use. The tool use was rejected (eg. if it was a file edit, the new_string was NOT written to the file). STOP what you are doing and wait for the user to tell you how to proceed.",
        is_error: true,
        tool_use_id: id,
      }),
    mode: (mode) =>
      `${JSON.stringify({ type: 'permission-mode', permissionMode: mode, sessionId: session })}\n`,
  };
}
