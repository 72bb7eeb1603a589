import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openStore, tighten as tightenSettings } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { paintAll } from '../format/paint.ts';
import { shownText } from '../format/shown-text.ts';
import { tightenLines } from '../format/tighten-lines.ts';
import { projectOf } from './change-options.ts';
import { wholeNumber } from './plan-options.ts';
import { storeOf } from './store-option.ts';

type TightenOptions = {
  readonly settings?: string;
  readonly project?: string;
  readonly store?: string;
  readonly days?: number;
  readonly output?: string;
  readonly json?: boolean;
};

export const tighten: Subcommand = {
  describe: (program) =>
    program
      .command('tighten')
      .description(
        'Find rules that are unused, dead, junk or broader than their use, and show what would replace them.',
      )
      .option('--settings <file>', "the settings file (default: the project's .claude/settings.local.json)")
      .option('--project <folder>', 'the project whose record speaks (default: the current folder)')
      .option('--store <file>', 'the evidence store')
      .option('--days <n>', 'unused means: not needed in the last n recorded days (default 90)', wholeNumber)
      .option('--output <file>', 'write the complete tightened settings to this file')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        examples(
          'precedent tighten',
          'precedent tighten --settings .claude/settings.json --output tightened.json',
        ),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<TightenOptions>();
    const project = projectOf(options, io);
    const store = openStore(storeOf(options, io));
    try {
      const report = tightenSettings({
        store,
        project,
        settings: resolve(io.cwd, options.settings ?? resolve(project, '.claude/settings.local.json')),
        home: io.home,
        ...(options.days === undefined ? {} : { days: options.days }),
      });
      if (options.output !== undefined) writeFileSync(resolve(io.cwd, options.output), report.text);
      if (options.json === true) io.write(`${JSON.stringify(report, null, 2)}\n`);
      else {
        io.write(paintAll(tightenLines(report, io.terminal.columns), io.terminal.colour));
        if (report.diff !== '') io.write(shownText(report.diff, io.terminal));
      }
      return report.changes.length === 0 ? EXIT.done : EXIT.findings;
    } finally {
      store.close();
    }
  },
};
