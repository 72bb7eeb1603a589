import { parseShell } from '../../shell/parse-shell.ts';
import type { Shell, SimpleCommand } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';
import { unwrap } from '../../shell/wrappers.ts';
import { wrapperLength } from './allow-wrappers.ts';
import { type FileOperand, fileOperands } from './file-commands.ts';
import { misreadWhy } from './misread.ts';
import { type RedirectTarget, redirectTarget } from './redirects.ts';
import { isSafeAssignment } from './safe-environment.ts';
import { exportsMore, opaqueWhy } from './unsettled.ts';
import { wholeText } from './whole-text.ts';

/** A simple command with what the client looks at besides its rules. */
export type Part = {
  readonly command: SimpleCommand;
  /** Name and arguments behind transparent wrappers, whatever assignments stand before them. */
  readonly words: readonly Word[];
  /** The words behind the few wrappers that the client looks through without a rule. */
  readonly plainWords: readonly Word[];
  /** The assignments before the command set harmless variables only. */
  readonly harmlessEnvironment: boolean;
  /** A command of its line exports a variable of another kind. */
  readonly amongExports: boolean;
  readonly operands: readonly FileOperand[];
  readonly redirected: readonly RedirectTarget[];
};

/** A Bash call's text, taken apart. */
export type CommandLine = {
  readonly shell: Shell;
  readonly parts: readonly Part[];
  /** Why the text cannot be taken apart into commands with known words. */
  readonly opaque: string | undefined;
  /** The text as one, where a rule may reach from command to command. */
  readonly whole: string | undefined;
  /** Why the shell may read the text another way than the client. */
  readonly misread: string | undefined;
  /** The name of a program that removes may stand somewhere in the text, however it is quoted. */
  readonly mayRemove: boolean;
};

/** The lines read last: the same text is decided again and again, under other rules or other modes. */
const recent = new Map<string, CommandLine>();
const MOST_RECENT = 4096;

/** `rm` and `rmdir`, in pieces too; what `$'...'` spells is not looked into. */
const REMOVES = /r['"\\\n]*m|\$'/;

export function readCommandLine(text: string): CommandLine {
  const known = recent.get(text);
  if (known !== undefined) return known;
  const shell = parseShell(text);
  const line: CommandLine = {
    shell,
    parts: partsOf(shell),
    opaque: opaqueWhy(shell),
    whole: wholeText(shell),
    misread: misreadWhy(shell),
    mayRemove: REMOVES.test(text),
  };
  if (recent.size >= MOST_RECENT) recent.clear();
  recent.set(text, line);
  return line;
}

function partsOf({ commands }: Shell): readonly Part[] {
  const amongExports = commands.some(exportsMore);
  return commands.map((command) => readPart(command, amongExports));
}

const NOTHING_REDIRECTED: readonly RedirectTarget[] = [];

function readPart(command: SimpleCommand, amongExports: boolean): Part {
  const words = behindWrappers(command.words);
  const { redirects } = command;
  return {
    command,
    words,
    plainWords: withoutPlainWrappers(command.words),
    harmlessEnvironment: command.assignments.every(isSafeAssignment),
    amongExports,
    operands: fileOperands(words),
    redirected:
      redirects.length === 0
        ? NOTHING_REDIRECTED
        : redirects.flatMap((redirect) => redirectTarget(redirect) ?? []),
  };
}

/** `noglob`, `command` and `builtin`, then `timeout 5`, over and over (recorded from client 2.1.330). */
function withoutPlainWrappers(words: readonly Word[]): readonly Word[] {
  let rest = words;
  for (let length = plainWrapperLength(rest); length > 0; length = plainWrapperLength(rest))
    rest = rest.slice(length);
  while (rest[0]?.value === 'timeout' && /^\d+(\.\d+)?[smhd]?$/.test(rest[1]?.text ?? ''))
    rest = rest.slice(2);
  return rest;
}

function plainWrapperLength(words: readonly Word[]): number {
  const name = words[0]?.value;
  const next = words[1]?.text ?? '';
  if (name === 'command' && /^(--|-p)$/.test(next)) return 2;
  const wraps = name === 'command' || name === 'builtin' || name === 'noglob';
  return wraps && !next.startsWith('-') ? 1 : 0;
}

/** xargs stays: what it runs gets words from elsewhere. */
function behindWrappers(words: readonly Word[]): readonly Word[] {
  let rest = words[0]?.value === 'env' ? unwrap(words).words : words;
  while (rest[0]?.value !== 'xargs') {
    const length = wrapperLength(rest);
    if (length === 0) return rest;
    rest = rest.slice(length);
  }
  return rest;
}
