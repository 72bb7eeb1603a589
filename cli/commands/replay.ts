import { resolve } from 'node:path';
import { openStore, type ReplayReport, replay as replayUnder } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { paintAll } from '../format/paint.ts';
import { replayLines } from '../format/replay-lines.ts';
import { type PlanOptions, planRequestOf, withPlanOptions } from './plan-options.ts';
import { storeOf } from './store-option.ts';

type ReplayOptions = PlanOptions & { readonly settings: string; readonly fromEmpty?: boolean };

export const replay: Subcommand = {
  describe: (program) =>
    withPlanOptions(
      program
        .command('replay')
        .description(
          'Run every recorded call under other settings: prompts before and after, and why the rest remain.',
        )
        .requiredOption('--settings <file>', 'the settings to try')
        .option('--from-empty', 'compare with empty settings instead of those in force'),
    ).addHelpText(
      'after',
      examples(
        'precedent replay --settings .claude/settings.json --project .',
        'precedent replay --settings tightened.json --from-empty --json',
      ),
    ),
  run: async (parsed, io) => {
    const options = parsed.opts<ReplayOptions>();
    const store = openStore(storeOf(options, io));
    try {
      const report = replayUnder({
        ...planRequestOf(options, store, io),
        settings: resolve(io.cwd, options.settings),
        fromEmpty: options.fromEmpty === true,
      });
      if (options.json === true) io.write(`${JSON.stringify(report, null, 2)}\n`);
      else io.write(paintAll(replayLines(report, io.terminal.columns), io.terminal.colour));
      return letsRefusedThrough(report) ? EXIT.findings : EXIT.done;
    } finally {
      store.close();
    }
  },
};

function letsRefusedThrough({ projects }: ReplayReport): boolean {
  return projects.some(({ refusedLetThrough }) => refusedLetThrough.length > 0);
}
