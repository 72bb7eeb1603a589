import { Command, CommanderError } from 'commander';
import { mishap } from '../src/user-error.ts';
import { EXIT, type Exit } from './command.ts';
import { type Listed, SUBCOMMANDS } from './commands/all.ts';
import type { Io } from './io.ts';
import { packageVersion } from './package-version.ts';

/** Runs one command line and returns its exit code; a bug is thrown, not caught. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exit: Exit = EXIT.done;
  const program = frame(io);
  for (const subcommand of await Promise.all(neededFor(argv).map(({ load }) => load()))) {
    const parsed = subcommand.describe(program);
    parsed.action(async () => {
      exit = await subcommand.run(parsed, io);
    });
  }
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    const why = mishap(error);
    if (why === undefined) throw error;
    io.warn(`precedent: ${why}\n`);
    return EXIT.usage;
  }
}

/** The subcommand that is called; all of them where help or a suggestion has to know them. */
function neededFor([first]: readonly string[]): readonly Listed[] {
  if (first === '--version' || first === '-V') return [];
  const called = SUBCOMMANDS.filter(({ name }) => name === first);
  return called.length === 0 ? SUBCOMMANDS : called;
}

function frame(io: Io): Command {
  return new Command('precedent')
    .description('Learns from session transcripts, proposes narrow permissions, writes what you accept.')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.write(text),
      writeErr: (text) => io.warn(text),
      getOutHelpWidth: () => io.terminal.columns,
      getErrHelpWidth: () => io.terminal.columns,
    })
    .showHelpAfterError('(precedent --help lists the commands)')
    .showSuggestionAfterError();
}
