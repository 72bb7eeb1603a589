import { homedir } from 'node:os';
import process from 'node:process';

/** What the screen can do, decided once at the start. */
export type Terminal = {
  /** Both ends are a terminal: keys can be read and the screen painted. */
  readonly interactive: boolean;
  /** Progress may be painted on standard error. */
  readonly progress: boolean;
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
};

/** Everything a command may touch of the process: a test passes its own. */
export type Io = {
  /** Writes to standard output. */
  write(text: string): void;
  /** Writes to standard error. */
  warn(text: string): void;
  /** The whole of standard input as text. */
  readInput(): Promise<string>;
  /** Standard input line by line, without line ends. */
  readonly inputLines: () => AsyncIterable<string>;
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Aborts when the person presses Ctrl-C or the process is asked to end. Only for commands that end by themselves then:
   * as long as nobody asks for it, the process ends at once.
   */
  readonly stopped: () => AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly home: string;
  readonly terminal: Terminal;
};

/** The Io of the real process. */
export function processIo(): Io {
  let stopping: AbortController | undefined;
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    // The reader of a pipe went away (`precedent ... | head`), or the terminal was closed: nothing is left to say. Whoever
    // heeds `stopped` closes what it has open; threads that are cut off in the midst of SQLite crash the process.
    if (stopping === undefined) process.exit(0);
    stopping.abort();
  });
  return {
    write: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
    readInput,
    inputLines,
    now: () => Date.now(),
    stopped: () => {
      stopping ??= abortedBySignals();
      return stopping.signal;
    },
    env: process.env,
    cwd: process.cwd(),
    home: homedir(),
    terminal: detectTerminal(),
  };
}

function abortedBySignals(): AbortController {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => stopping.abort());
  }
  return stopping;
}

function detectTerminal(): Terminal {
  const { env, stdin, stdout, stderr, platform } = process;
  const noColour = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  const forced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0';
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return {
    interactive: stdin.isTTY === true && stdout.isTTY === true && env['TERM'] !== 'dumb',
    progress: stderr.isTTY === true && env['TERM'] !== 'dumb',
    columns: stdout.columns ?? 80,
    colour: !noColour && (forced || stdout.isTTY === true),
    unicode: platform === 'win32' || platform === 'darwin' || /utf-?8/i.test(locale),
  };
}

async function readInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

async function* inputLines(): AsyncIterable<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of process.stdin) {
    const lines = (rest + decoder.decode(Buffer.from(chunk), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map((line) => line.replace(/\r$/, ''));
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
