import type { Io } from '../../cli/io.ts';
import { main } from '../../cli/main.ts';

export type Run = { readonly exit: number; readonly out: string; readonly err: string };

export type Place = {
  readonly cwd: string;
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly columns?: number;
  /** Milliseconds since 1970. */
  readonly now?: number;
};

/** Runs one command line in this process, not in a terminal, and keeps what it wrote. */
export async function runCli(argv: readonly string[], place: Place): Promise<Run> {
  let out = '';
  let err = '';
  const input = place.input ?? '';
  const io: Io = {
    write: (text) => {
      out += text;
    },
    warn: (text) => {
      err += text;
    },
    readInput: async () => input,
    inputLines: async function* () {
      yield* input === '' ? [] : input.replace(/\n$/, '').split('\n');
    },
    now: () => place.now ?? Date.parse('2026-11-22T12:00:00Z'),
    stopped: () => new AbortController().signal,
    env: { HOME: place.home, CLAUDE_CONFIG_DIR: `${place.home}/.claude`, ...place.env },
    cwd: place.cwd,
    home: place.home,
    terminal: {
      interactive: false,
      progress: false,
      columns: place.columns ?? 100,
      colour: false,
      unicode: true,
    },
  };
  const exit = await main(argv, io);
  return { exit, out, err };
}
