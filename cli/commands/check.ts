import { resolve } from 'node:path';
import { Option } from 'commander';
import { check as checkOf, MODES, modeNamed, settingsToCheck } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { checkLines } from '../format/check-lines.ts';
import { paintAll } from '../format/paint.ts';
import { placeOf, projectOf } from './change-options.ts';
import { storeOf } from './store-option.ts';

type CheckOptions = {
  readonly settings?: string;
  readonly mode?: string;
  readonly project?: string;
  readonly store?: string;
  readonly json?: boolean;
};

export const check: Subcommand = {
  describe: (program) =>
    program
      .command('check')
      .description('The test before production: what could an agent do unasked under these settings?')
      .option('--settings <file>', 'check this settings file alone (default: the settings in force)')
      .addOption(new Option('--mode <mode>', 'the permission mode of the session').choices(MODES))
      .option('--project <folder>', 'the project (default: the current folder)')
      .option('--store <file>', 'the evidence store; acceptances are looked up in the ledger beside it')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        examples(
          'precedent check',
          'precedent check --settings .claude/settings.json --json',
          'precedent check --mode acceptEdits',
        ),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<CheckOptions>();
    const project = projectOf(options, io);
    const place = placeOf(project, io);
    const mode = options.mode === undefined ? undefined : modeNamed(options.mode);
    const file = options.settings === undefined ? undefined : resolve(io.cwd, options.settings);
    const report = checkOf({
      project,
      home: io.home,
      texts: settingsToCheck(place, file),
      ...(mode === undefined ? {} : { mode }),
      store: storeOf(options, io),
    });
    if (options.json) io.write(`${JSON.stringify(report)}\n`);
    else io.write(paintAll(checkLines(report, io.terminal.columns), io.terminal.colour));
    return report.passed ? EXIT.done : EXIT.findings;
  },
};
