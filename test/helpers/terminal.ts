import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** A program running in a real terminal of its own. */
export type TestTerminal = {
  /** Sends keys by tmux's names (`Enter`, `Tab`, `j`), one after the other. */
  readonly press: (...keys: readonly string[]) => void;
  /** Types text as it is. */
  readonly type: (text: string) => void;
  /** What is on the screen; with `styled`, as text with its colours. */
  readonly screen: (how?: 'styled') => string;
  /** Waits until the screen shows a text; throws with the screen where it never does. */
  readonly shows: (wanted: Wanted) => Promise<string>;
  /** Waits until the screen no longer shows a text. */
  readonly hides: (unwanted: Wanted) => Promise<string>;
  readonly resize: (columns: number, rows: number) => void;
  /** A tmux format, such as `#{alternate_on}`. */
  readonly ask: (format: string) => string;
  readonly close: () => void;
};

/** A text, a pattern, or a test of the whole screen. */
type Wanted = string | RegExp | ((screen: string) => boolean);

export type TerminalSetting = {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
};

/** The built program; `PRECEDENT_BIN` names another build. */
export const BIN = process.env['PRECEDENT_BIN'] ?? resolve(import.meta.dirname, '../../dist/cli/bin.js');

/** Why no test in a real terminal can run here; undefined where it can. */
export function noTerminal(): string | undefined {
  if (spawnSync('tmux', ['-V']).status !== 0) return 'tmux is not installed';
  return existsSync(BIN) ? undefined : 'the program is not built (npm run build)';
}

let opened = 0;

/** Opens a shell in a terminal and runs a command line in it. */
export function openTerminal(command: string, setting: TerminalSetting): TestTerminal {
  opened += 1;
  const socket = `precedent-test-${process.pid}-${opened}`;
  const tmux = (...args: readonly string[]): string => {
    const run = spawnSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`tmux ${args[0]}: ${run.stderr}`);
    return run.stdout;
  };
  const { columns = 80, rows = 24, cwd, env = {} } = setting;
  const variables = Object.entries({ LC_ALL: 'C.UTF-8', ...env });
  tmux(
    ...['new-session', '-d', '-x', String(columns), '-y', String(rows), '-c', cwd],
    ...variables.flatMap(([name, value]) => ['-e', `${name}=${value}`]),
    'bash --norc --noprofile',
  );
  const screen = (how?: 'styled') => tmux('capture-pane', '-p', ...(how === 'styled' ? ['-e'] : []));
  const terminal: TestTerminal = {
    press: (...keys) => {
      for (const key of keys) tmux('send-keys', key);
    },
    type: (text) => void tmux('send-keys', '-l', text),
    screen,
    shows: (wanted) => until(screen, (text) => found(text, wanted), `to show ${wanted}`),
    hides: (unwanted) => until(screen, (text) => !found(text, unwanted), `to hide ${unwanted}`),
    resize: (width, height) => void tmux('resize-window', '-x', String(width), '-y', String(height)),
    ask: (format) => tmux('display-message', '-p', format).trim(),
    close: () => void spawnSync('tmux', ['-L', socket, 'kill-server']),
  };
  terminal.type(`PS1='shell> '; clear; ${command}`);
  terminal.press('Enter');
  return terminal;
}

function found(text: string, wanted: Wanted): boolean {
  if (typeof wanted === 'function') return wanted(text);
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

const PATIENCE = 40_000;

async function until(
  screen: () => string,
  done: (text: string) => boolean,
  expected: string,
): Promise<string> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const text = screen();
    if (done(text)) return text;
    if (Date.now() > end) throw new Error(`waited in vain for the screen ${expected}:\n${text}`);
    await new Promise((resolved) => setTimeout(resolved, 50));
  }
}
