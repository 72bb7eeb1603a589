import { attention as count, openReview, openStore, UserError } from '../../src/index.ts';
import { EXIT, examples, type Subcommand } from '../command.ts';
import { attentionLines } from '../format/attention-lines.ts';
import { glyphsFor } from '../format/glyphs.ts';
import { said } from '../format/line.ts';
import { paintAll } from '../format/paint.ts';
import type { Io } from '../io.ts';
import { projectOf } from './change-options.ts';
import { type PlanOptions, planRequestOf, withPlanOptions } from './plan-options.ts';
import { storeOf } from './store-option.ts';

/** Wider lines are harder to read, however wide the terminal is. */
const WIDEST = 100;

export const attention: Subcommand = {
  describe: (program) =>
    withPlanOptions(
      program
        .command('attention')
        .description(
          'Show where review time goes: prompts a day, time to answer, reflexes, what a plan would leave.',
        ),
    ).addHelpText('after', examples('precedent attention', 'precedent attention --project ~/shop --json')),
  run: async (parsed, io) => {
    const options = parsed.opts<PlanOptions>();
    const report = reportOf(options, io);
    if (options.json === true) {
      io.write(`${JSON.stringify({ schemaVersion: 1, ...report })}\n`);
      return EXIT.done;
    }
    const { terminal } = io;
    const lines = attentionLines(report, {
      width: Math.min(terminal.columns, WIDEST),
      glyphs: glyphsFor(terminal),
      said: (text) => said(text, 'plain', { ascii: !terminal.unicode }),
    });
    io.write(paintAll(lines, terminal.colour));
    return EXIT.done;
  },
};

function reportOf(options: PlanOptions, io: Io) {
  const project = projectOf(options, io);
  const store = openStore(storeOf(options, io));
  try {
    const request = { ...planRequestOf(options, store, io), project };
    const review = openReview(request);
    if (review === undefined)
      throw new UserError(`nothing is recorded of ${project}: precedent learn --once`);
    return count({ ...request, saved: review.plan.saved });
  } finally {
    store.close();
  }
}
