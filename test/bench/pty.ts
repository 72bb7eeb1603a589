import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A program in a terminal whose output is seen as it is written. */
export type Pty = {
  /** Presses a key and tells the milliseconds until something like `answer` was painted. */
  readonly press: (key: string, answer: RegExp) => Promise<number>;
  /** The most memory that the program held so far, in megabytes. */
  readonly peak: () => number;
  readonly close: () => void;
};

/** Why there is no such terminal here; undefined where there is. */
export function noPty(): string | undefined {
  if (process.platform !== 'linux') return 'it needs script(1) and /proc of Linux';
  return spawnSync('script', ['--version']).status === 0 ? undefined : 'script(1) is not installed';
}

const PATIENCE = 20_000;

/** Runs a command line in a terminal of 120 columns and 40 rows (script(1) of util-linux makes it). */
export function openPty(command: string, env: Readonly<Record<string, string>>): Pty {
  const line = `stty cols 120 rows 40; echo "pid $$"; exec ${command}`;
  const child = spawn('script', ['-qfc', line, '/dev/null'], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', TERM: 'xterm-256color', ...env },
  });
  let pid: string | undefined;
  let seen = '';
  let arrived: () => void = () => undefined;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (text: string) => {
    seen += text;
    pid ??= /pid (\d+)/.exec(seen)?.[1];
    arrived();
  });
  return {
    press: (key, answer) =>
      new Promise((resolve, reject) => {
        seen = '';
        const start = performance.now();
        const late = setTimeout(
          () => reject(new Error(`no answer to ${key}: ${answer}\n${seen.slice(-2000)}`)),
          PATIENCE,
        );
        arrived = () => {
          if (!answer.test(seen)) return;
          clearTimeout(late);
          arrived = () => undefined;
          resolve(performance.now() - start);
        };
        child.stdin.write(key);
      }),
    peak: () => {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024;
    },
    close: () => {
      // script(1) keeps a hangup to itself.
      if (pid !== undefined) process.kill(Number(pid), 'SIGHUP');
      child.kill('SIGHUP');
    },
  };
}
