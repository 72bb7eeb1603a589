import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export type Busy = {
  /** Folder for the transcripts. */
  readonly folder: string;
  readonly project: string;
  readonly calls: number;
  /** Distinct commands among them. */
  readonly forms: number;
  /** Characters of each tool result: real ones are long. */
  readonly resultLength: number;
  /** Where the numbering of calls begins: no two calls of one store have the same id. */
  readonly from: number;
};

const CALLS_A_SESSION = 500;
const START = Date.UTC(2026, 0, 5, 9);
const MINUTE = 60_000;

/** Writes the transcripts of a busy project, as the client does: a line for the call, a line for its result. */
export function writeBusySessions(busy: Busy): void {
  const folder = join(busy.folder, busy.project.replace(/[^A-Za-z0-9]/g, '-'));
  mkdirSync(folder, { recursive: true });
  const output = 'ok  src/file.test.js 3 passed. '.repeat(Math.ceil(busy.resultLength / 31));
  for (let first = 0; first < busy.calls; first += CALLS_A_SESSION) {
    const session = sessionName(busy.from + first);
    const file = openSync(join(folder, `${session}.jsonl`), 'w');
    const last = Math.min(first + CALLS_A_SESSION, busy.calls);
    let text = line({ type: 'permission-mode', permissionMode: 'default', sessionId: session });
    for (let at = first; at < last; at += 1) {
      text += callLines(busy, { number: busy.from + at, session, output });
      if (text.length > 4_000_000) {
        writeSync(file, text);
        text = '';
      }
    }
    writeSync(file, text);
    closeSync(file);
  }
}

type One = { readonly number: number; readonly session: string; readonly output: string };

function callLines({ project, forms }: Busy, { number, session, output }: One): string {
  const id = `toolu_${String(number).padStart(12, '0')}`;
  const at = START + Math.floor(number / 4) * MINUTE;
  const common = { sessionId: session, cwd: project, version: '2.1.330', userType: 'external' };
  return (
    line({
      ...common,
      type: 'assistant',
      uuid: `${id}-a`,
      timestamp: new Date(at).toISOString(),
      message: {
        role: 'assistant',
        content: [{ type: 'tool_use', id, name: 'Bash', input: { command: commandOf(number % forms) } }],
      },
    }) +
    line({
      ...common,
      type: 'user',
      uuid: `${id}-r`,
      timestamp: new Date(at + 4_000).toISOString(),
      message: {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: id, content: output.slice(0, 20) }],
      },
      toolUseResult: { stdout: output, stderr: '', interrupted: false },
    })
  );
}

function commandOf(form: number): string {
  const commands = [
    `go test ./pkg${form}/...`,
    `git add src/file${form}.ts`,
    `mise run task${form % 50}`,
    `git log --oneline -${form}`,
    `gh pr view ${form}`,
  ];
  return commands[form % commands.length] ?? 'npm test';
}

function sessionName(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
