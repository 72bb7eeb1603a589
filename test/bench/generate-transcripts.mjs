// Writes the transcripts of a busy project: node test/bench/generate-transcripts.mjs FOLDER CALLS FORMS
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder = 'transcripts', calls = '1000000', forms = '20000'] = process.argv.slice(2);
const SESSIONS = 200;
const START = Date.UTC(2026, 0, 5, 9);
const DAY = 86_400_000;

/** Every form of a command is its own; the calls repeat the forms one after the other. */
const COMMANDS = [
  (form) => `go test ./pkg${form}/...`,
  (form) => `git add src/file${form}.ts`,
  (form) => `mise run task${form % 50}`,
  (form) => `git log --oneline -${form}`,
  (form) => `gh pr view ${form}`,
];

mkdirSync(folder, { recursive: true });
for (let session = 0; session < SESSIONS; session += 1) {
  const file = createWriteStream(join(folder, `session-${session}.jsonl`));
  for (let at = session; at < Number(calls); at += SESSIONS) {
    const form = at % Number(forms);
    const lines = linesOf({ at, session: `session-${session}`, command: COMMANDS[form % 5](form) });
    if (!file.write(lines)) await new Promise((resume) => file.once('drain', resume));
  }
  await new Promise((closed) => file.end(closed));
}

function linesOf({ at, session, command }) {
  const time = START + (Number(session.slice(8)) % 60) * DAY + Math.floor(at / SESSIONS) * 4000;
  const id = `toolu_${at}`;
  const envelope = { sessionId: session, cwd: '/home/dev/proj', version: '2.1.330', entrypoint: 'cli' };
  const call = { type: 'tool_use', id, name: 'Bash', input: { command } };
  const result = { type: 'tool_result', tool_use_id: id, content: 'ok', is_error: false };
  return [
    ...(at < SESSIONS ? [{ type: 'permission-mode', permissionMode: 'default', sessionId: session }] : []),
    { type: 'assistant', message: { id: `msg_${at}`, role: 'assistant', content: [call] }, ...stamp(time) },
    {
      type: 'user',
      permissionMode: 'default',
      message: { role: 'user', content: [result] },
      ...stamp(time + 3000),
    },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

  function stamp(when) {
    return { ...envelope, uuid: `${session}-${when}`, timestamp: new Date(when).toISOString() };
  }
}
