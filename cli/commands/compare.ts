import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { compare as compareFiles, defaultStorePath, openStore, type Store } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { compareLines } from '../format/compare-lines.ts';
import { paintAll } from '../format/paint.ts';
import { projectOf } from './change-options.ts';

type CompareOptions = {
  readonly project?: string;
  readonly store?: string;
  readonly json?: boolean;
};

/** Wider lines are harder to read, however wide the terminal is. */
const WIDEST = 100;

export const compare: Subcommand = {
  describe: (program) =>
    program
      .command('compare')
      .description('Say whether settings B let pass more than settings A, with the calls that show it.')
      .argument('<a>', 'a settings file')
      .argument('<b>', 'the settings file to compare with it')
      .option('--project <folder>', 'the project they are for (default: the current folder)')
      .option('--store <file>', 'the evidence store: tells seen calls from new ones')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        examples(
          'precedent compare .claude/settings.json tightened.json',
          'git show HEAD:.claude/settings.json > old.json && precedent compare old.json .claude/settings.json --json',
        ),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<CompareOptions>();
    const [before = '', after = ''] = parsed.args;
    const store = storeAt(options.store === undefined ? undefined : resolve(io.cwd, options.store));
    try {
      const report = compareFiles({
        before: resolve(io.cwd, before),
        after: resolve(io.cwd, after),
        project: projectOf(options, io),
        home: io.home,
        ...(store === undefined ? {} : { store }),
      });
      if (options.json === true) io.write(`${JSON.stringify(report, null, 2)}\n`);
      else
        io.write(paintAll(compareLines(report, Math.min(io.terminal.columns, WIDEST)), io.terminal.colour));
      return report.wider === false ? EXIT.done : EXIT.findings;
    } finally {
      store?.close();
    }
  },
};

/** Without a store nothing was seen; comparing must not make one. */
function storeAt(given: string | undefined): Store | undefined {
  const path = given ?? defaultStorePath();
  return given === undefined && !existsSync(path) ? undefined : openStore(path);
}
