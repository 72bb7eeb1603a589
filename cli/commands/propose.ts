import { openStore, propose as proposeFrom } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { paintAll } from '../format/paint.ts';
import { planLines } from '../format/plan-lines.ts';
import { type PlanOptions, planRequestOf, withPlanOptions } from './plan-options.ts';
import { storeOf } from './store-option.ts';

/** Wider lines are harder to read, however wide the terminal is. */
const WIDEST = 100;

export const propose: Subcommand = {
  describe: (program) =>
    withPlanOptions(
      program
        .command('propose')
        .description('Propose the few rules that your answers support, and say what stays with you and why.'),
    )
      .option(
        '--baseline',
        'also deny and ask rules for secrets, protected files, the ways out and what you refused',
      )
      .addHelpText(
        'after',
        examples(
          'precedent propose --project .',
          'precedent propose --json > plan.json',
          'precedent propose --assume-mode default --min-sessions 3',
        ),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<PlanOptions & { readonly baseline?: boolean }>();
    const store = openStore(storeOf(options, io));
    try {
      const report = proposeFrom({
        ...planRequestOf(options, store, io),
        baseline: options.baseline === true,
      });
      if (options.json === true) io.write(`${JSON.stringify(report, null, 2)}\n`);
      else io.write(paintAll(planLines(report, Math.min(io.terminal.columns, WIDEST)), io.terminal.colour));
      return EXIT.done;
    } finally {
      store.close();
    }
  },
};
