import { lint as lintFiles } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { findingLines } from '../format/finding-lines.ts';
import { paintAll } from '../format/paint.ts';
import { sarif } from '../format/sarif.ts';
import { shownText } from '../format/shown-text.ts';

type LintOptions = { readonly fix?: boolean; readonly json?: boolean; readonly sarif?: boolean };

export const lint: Subcommand = {
  describe: (program) =>
    program
      .command('lint')
      .description(
        'Find rules that do not do what they say: void files, rules that never match, holes in denies.',
      )
      .argument('[files...]', 'settings files; those in force here where none is named')
      .option('--fix', 'show the diff of the fixes that are safe (nothing is written)')
      .option('--json', 'print the findings as JSON')
      .option('--sarif', 'print the findings as SARIF, for code scanning')
      .addHelpText(
        'after',
        examples(
          'precedent lint',
          'precedent lint .claude/settings.json --fix',
          'precedent lint --sarif > precedent.sarif',
        ),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<LintOptions>();
    const report = lintFiles({ files: parsed.args, place: { cwd: io.cwd, home: io.home, env: io.env } });
    if (options.json === true) io.write(`${JSON.stringify(report, null, 2)}\n`);
    else if (options.sarif === true) io.write(sarif(report, io.cwd));
    else {
      io.write(paintAll(findingLines(report, io.terminal.columns), io.terminal.colour));
      if (options.fix === true) for (const { diff } of report.fixes) io.write(shownText(diff, io.terminal));
    }
    return report.findings.length === 0 ? EXIT.done : EXIT.findings;
  },
};
