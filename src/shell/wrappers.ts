import type { Word } from './word.ts';

/** How a program that runs another one reads its own arguments. */
export type Wrapper = {
  readonly name: string;
  /** Flags without a value; a single letter may be bundled (`-pv`). */
  readonly flags: readonly string[];
  /** Flags with a value, attached or as the next word. */
  readonly valued: readonly string[];
  /** Words of its own between the flags and the command: the duration of timeout. */
  readonly operands: number;
  /** `NAME=value` words may stand before the command, as with env. */
  readonly assignments: boolean;
  /** The command runs with other rights, in another place or on other input than the caller's. */
  readonly changes: 'nothing' | 'privilege' | 'arguments' | 'environment' | 'root';
};

const PLAIN = { flags: [], valued: [], operands: 0, assignments: false, changes: 'nothing' } as const;

/** Programs and builtins that run the command in their arguments (GNU coreutils, util-linux, bash and sudo manuals). */
export const WRAPPERS: readonly Wrapper[] = [
  {
    ...PLAIN,
    name: 'time',
    flags: ['-p', '-v', '-a', '--portability', '--verbose', '--append', '-q', '--quiet'],
    valued: ['-f', '-o', '--format', '--output'],
  },
  {
    ...PLAIN,
    name: 'timeout',
    flags: ['--foreground', '--preserve-status', '-v', '--verbose', '-f', '-p'],
    valued: ['-k', '--kill-after', '-s', '--signal'],
    operands: 1,
  },
  { ...PLAIN, name: 'nice', valued: ['-n', '--adjustment'] },
  { ...PLAIN, name: 'nohup' },
  { ...PLAIN, name: 'stdbuf', valued: ['-i', '-o', '-e', '--input', '--output', '--error'] },
  { ...PLAIN, name: 'command', flags: ['-p'] },
  { ...PLAIN, name: 'builtin' },
  { ...PLAIN, name: 'exec', flags: ['-c', '-l'], valued: ['-a'] },
  {
    ...PLAIN,
    name: 'env',
    flags: ['-i', '--ignore-environment', '-', '-v', '--debug', '-0', '--null'],
    valued: ['-u', '--unset', '-C', '--chdir'],
    assignments: true,
    changes: 'environment',
  },
  {
    ...PLAIN,
    name: 'sudo',
    flags: [
      '-A',
      '-b',
      '-E',
      '-H',
      '-n',
      '-P',
      '-S',
      '-i',
      '-s',
      '-k',
      '--preserve-env',
      '--non-interactive',
      '--login',
      '--shell',
      '--set-home',
      '--background',
      '--stdin',
    ],
    valued: [
      '-u',
      '-g',
      '-h',
      '-p',
      '-C',
      '-D',
      '-R',
      '-T',
      '-r',
      '-t',
      '--user',
      '--group',
      '--host',
      '--prompt',
      '--chdir',
      '--chroot',
      '--close-from',
    ],
    assignments: true,
    changes: 'privilege',
  },
  { ...PLAIN, name: 'doas', flags: ['-n', '-L', '-s'], valued: ['-u', '-C', '-a'], changes: 'privilege' },
  { ...PLAIN, name: 'ionice', flags: ['-t', '--ignore'], valued: ['-c', '-n', '--class', '--classdata'] },
  { ...PLAIN, name: 'chrt', flags: ['-b', '-f', '-i', '-o', '-r', '-a'], operands: 1 },
  { ...PLAIN, name: 'taskset', flags: ['-c', '-a'], operands: 1 },
  { ...PLAIN, name: 'setsid', flags: ['-c', '-f', '-w', '--ctty', '--fork', '--wait'] },
  { ...PLAIN, name: 'unbuffer', flags: ['-p'] },
  { ...PLAIN, name: 'caffeinate', flags: ['-d', '-i', '-m', '-s', '-u'], valued: ['-t', '-w'] },
  { ...PLAIN, name: 'chroot', valued: ['--userspec', '--groups'], operands: 1, changes: 'root' },
  {
    ...PLAIN,
    name: 'watch',
    flags: [
      '-b',
      '-c',
      '-d',
      '-e',
      '-g',
      '-p',
      '-t',
      '-w',
      '-x',
      '--beep',
      '--color',
      '--differences',
      '--errexit',
      '--chgexit',
      '--no-title',
      '--exec',
    ],
    valued: ['-n', '--interval', '-q', '--equexit'],
  },
  {
    ...PLAIN,
    name: 'strace',
    flags: ['-f', '-ff', '-c', '-C', '-t', '-tt', '-T', '-v', '-y', '-q', '-r', '-i'],
    valued: ['-e', '-o', '-p', '-s', '-a', '-E', '-u', '-P', '-S'],
  },
  {
    ...PLAIN,
    name: 'flock',
    flags: [
      '-s',
      '-x',
      '-e',
      '-u',
      '-n',
      '-o',
      '-F',
      '--shared',
      '--exclusive',
      '--unlock',
      '--nonblock',
      '--close',
      '--no-fork',
      '--verbose',
    ],
    valued: ['-w', '-E', '--timeout', '--wait', '--conflict-exit-code'],
    operands: 1,
  },
  {
    ...PLAIN,
    name: 'xargs',
    flags: [
      '-0',
      '-r',
      '-t',
      '-p',
      '-x',
      '-o',
      '--null',
      '--no-run-if-empty',
      '--verbose',
      '--interactive',
      '--exit',
      '--open-tty',
    ],
    valued: [
      '-n',
      '-P',
      '-I',
      '-L',
      '-d',
      '-s',
      '-a',
      '-E',
      '--max-args',
      '--max-procs',
      '--replace',
      '--max-lines',
      '--delimiter',
      '--max-chars',
      '--arg-file',
      '--eof',
    ],
    changes: 'arguments',
  },
];

const BY_NAME: ReadonlyMap<string, Wrapper> = new Map(WRAPPERS.map((wrapper) => [wrapper.name, wrapper]));

/** One wrapper taken off the front of a command. */
export type Layer = { readonly wrapper: Wrapper; readonly words: readonly Word[] };

/** A command behind its wrappers, outermost first. */
export type Unwrapped = {
  readonly layers: readonly Layer[];
  /** The words of the innermost command; empty where a wrapper runs nothing (`env`, `command -v x`). */
  readonly words: readonly Word[];
  /** False where a wrapper's own arguments could not be told from the command: `words` then still starts with it. */
  readonly settled: boolean;
};

/** The command behind wrappers such as `timeout 5 nice -n 3 cmd`, by the name as written or by the last part of its path. */
export function unwrap(words: readonly Word[], known: ReadonlyMap<string, Wrapper> = BY_NAME): Unwrapped {
  const layers: Layer[] = [];
  let rest = words;
  for (;;) {
    const name = rest[0]?.value;
    const wrapper = name === undefined ? undefined : known.get(name.slice(name.lastIndexOf('/') + 1));
    if (wrapper === undefined) return { layers, words: rest, settled: true };
    const length = ownWords(wrapper, rest);
    if (length === undefined) return { layers, words: rest, settled: false };
    layers.push({ wrapper, words: rest.slice(0, length) });
    rest = rest.slice(length);
  }
}

/** How many words, its name included, belong to the wrapper itself; undefined where that cannot be known. */
function ownWords(wrapper: Wrapper, words: readonly Word[]): number | undefined {
  let at = 1;
  for (; at < words.length; at++) {
    const value = words[at]?.value;
    if (value === undefined) return undefined;
    if (value === '--') {
      at++;
      break;
    }
    if (!value.startsWith('-') || (value === '-' && !wrapper.flags.includes('-'))) break;
    const taken = flagLength(wrapper, value);
    if (taken === undefined) return undefined;
    at += taken - 1;
  }
  while (wrapper.assignments && /^[A-Za-z_]\w*=/.test(words[at]?.text ?? '')) at++;
  return Math.min(at + wrapper.operands, words.length);
}

/** 1 for a flag that stands alone, 2 for one whose value is the next word; undefined for an unknown flag. */
function flagLength(wrapper: Wrapper, flag: string): 1 | 2 | undefined {
  if (wrapper.flags.includes(flag)) return 1;
  if (wrapper.valued.includes(flag)) return 2;
  if (flag.startsWith('--')) {
    const name = flag.slice(0, flag.indexOf('='));
    return flag.includes('=') && (wrapper.valued.includes(name) || wrapper.flags.includes(name))
      ? 1
      : undefined;
  }
  if (wrapper.name === 'nice' && /^-\d+$/.test(flag)) return 1;
  for (let at = 1; at < flag.length; at++) {
    const letter = `-${flag.charAt(at)}`;
    if (wrapper.valued.includes(letter)) return at === flag.length - 1 ? 2 : 1;
    if (!wrapper.flags.includes(letter)) return undefined;
  }
  return 1;
}
