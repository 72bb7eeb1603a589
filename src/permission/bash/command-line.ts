import { parseShell } from '../../shell/parse-shell.ts';
import type { Shell, SimpleCommand } from '../../shell/shell.ts';
import type { Word } from '../../shell/word.ts';
import { wrapperLength } from './allow-wrappers.ts';
import { type FileOperand, fileOperands } from './file-commands.ts';
import { type RedirectTarget, redirectTarget } from './redirects.ts';
import { isSafeAssignment } from './safe-environment.ts';

/** A simple command with what the client looks at besides its rules. */
export type Part = {
  readonly command: SimpleCommand;
  /** Name and arguments behind transparent wrappers, whatever assignments stand before them. */
  readonly words: readonly Word[];
  /** The assignments before the command set harmless variables only. */
  readonly harmlessEnvironment: boolean;
  readonly operands: readonly FileOperand[];
  readonly redirected: readonly RedirectTarget[];
};

/** A Bash call's text, taken apart. */
export type CommandLine = { readonly shell: Shell; readonly parts: readonly Part[] };

export function readCommandLine(text: string): CommandLine {
  const shell = parseShell(text);
  return { shell, parts: shell.commands.map(readPart) };
}

const NOTHING_REDIRECTED: readonly RedirectTarget[] = [];

function readPart(command: SimpleCommand): Part {
  const words = behindWrappers(command.words);
  const { redirects } = command;
  return {
    command,
    words,
    harmlessEnvironment: command.assignments.every(isSafeAssignment),
    operands: fileOperands(words),
    redirected:
      redirects.length === 0
        ? NOTHING_REDIRECTED
        : redirects.flatMap((redirect) => redirectTarget(redirect) ?? []),
  };
}

/** xargs stays: what it runs gets words from elsewhere. */
function behindWrappers(words: readonly Word[]): readonly Word[] {
  let rest = words;
  while (rest[0]?.value !== 'xargs') {
    const length = wrapperLength(rest);
    if (length === 0) return rest;
    rest = rest.slice(length);
  }
  return rest;
}
