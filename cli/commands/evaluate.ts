import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { evaluate as evaluateStore, openStore } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { evaluationLines } from '../format/evaluation-lines.ts';
import { evaluationSvg } from '../format/evaluation-svg.ts';
import { glyphsFor } from '../format/glyphs.ts';
import { paintAll } from '../format/paint.ts';
import { projectOf } from './change-options.ts';
import { wholeNumber } from './plan-options.ts';
import { storeOf } from './store-option.ts';

type EvaluateOptions = {
  readonly project?: string;
  readonly store?: string;
  readonly share?: number;
  readonly minBash?: number;
  readonly svg?: string;
  readonly json?: boolean;
};

export const evaluate: Subcommand = {
  describe: (program: Command) =>
    program
      .command('evaluate')
      .description(
        'Learn on the earlier sessions, replay the later ones, and say honestly what that would have saved.',
      )
      .option('--project <folder>', 'one project (default: every project in the store)')
      .option('--store <file>', 'the evidence store')
      .option('--share <0..1>', 'the share of sessions to learn from (default 0.7)', shareOf)
      .option('--min-bash <n>', 'leave out projects with fewer Bash calls (default 150)', wholeNumber)
      .option('--svg <file>', 'draw the learning curves into a file')
      .option('--json', 'print JSON')
      .addHelpText(
        'after',
        examples('precedent evaluate', 'precedent evaluate --share 0.5 --svg curves.svg'),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<EvaluateOptions>();
    const { share, minBash, svg } = options;
    const store = openStore(storeOf(options, io));
    try {
      const report = evaluateStore({
        store,
        home: io.home,
        ...(options.project === undefined ? {} : { project: projectOf(options, io) }),
        ...(share === undefined ? {} : { share }),
        ...(minBash === undefined ? {} : { leastBashCalls: minBash }),
      });
      if (svg !== undefined) writeFileSync(resolve(io.cwd, svg), evaluationSvg(report));
      if (options.json === true) io.write(`${JSON.stringify(report, null, 2)}\n`);
      else {
        const lines = evaluationLines(report, Math.min(io.terminal.columns, 100), glyphsFor(io.terminal));
        io.write(paintAll(lines, io.terminal.colour));
      }
      return EXIT.done;
    } finally {
      store.close();
    }
  },
};

function shareOf(text: string): number {
  const share = Number(text);
  if (!(share > 0 && share < 1)) throw new InvalidArgumentError('a number between 0 and 1 is needed');
  return share;
}
