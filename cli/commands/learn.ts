import { type LearnReport, learnOnce, openStore, transcriptPlaces } from '../../src/learning.ts';
import type { Following } from '../../src/watching.ts';
import { EXIT, type Exit, examples, repeatable, type Subcommand } from '../command.ts';
import { learntLines, newsLine } from '../format/learnt-lines.ts';
import { paintAll } from '../format/paint.ts';
import { type ProgressBar, progressBar } from '../format/progress.ts';
import { interpretMore } from '../interpret-more.ts';
import type { Io } from '../io.ts';
import { storeOf } from './store-option.ts';

export type LearnOptions = {
  readonly once?: boolean;
  readonly transcripts?: readonly string[];
  readonly store?: string;
  readonly project?: string;
  readonly json?: boolean;
  readonly plain?: boolean;
};

export const learn: Subcommand = {
  describe: (program) =>
    program
      .command('learn')
      .description(
        'Read the transcripts of your sessions, then follow them; in a terminal, show what they support.',
      )
      .option('--once', 'read what there is and end')
      .option(
        '--transcripts <place>',
        "a folder or a file (repeatable; default: the client's own folder)",
        repeatable,
      )
      .option('--store <file>', 'the evidence store')
      .option('--project <folder>', 'the project that the terminal UI opens with')
      .option('--plain', 'in a terminal, write lines one after the other, for screen readers')
      .option('--json', 'print JSON, one report a line')
      .addHelpText(
        'after',
        examples(
          'precedent learn',
          'precedent learn --once',
          'precedent learn --once --json --transcripts ~/backup/projects --store /tmp/evidence.sqlite',
        ),
      ),
  run: async (parsed, io) => {
    const options = parsed.opts<LearnOptions>();
    if (options.once === true) return once(options, io);
    if (io.terminal.interactive && options.json !== true) return interactive(options, io);
    return following(options, io);
  },
};

async function once(options: LearnOptions, io: Io): Promise<Exit> {
  interpretMore();
  const store = openStore(storeOf(options, io));
  const bar = progressBar(io);
  try {
    const report = await learnOnce({ ...requestOf(options, io, bar), store, readingApart: true });
    bar.done();
    tell(report, options, io);
    return EXIT.done;
  } finally {
    bar.done();
    store.close();
  }
}

async function interactive(options: LearnOptions, io: Io): Promise<Exit> {
  const { transcripts, project } = options;
  // Loaded when it is needed: without it, reading starts sooner.
  const { openTui } = await import('../tui/open.ts');
  const plain = options.plain === true || io.env['INK_SCREEN_READER'] === 'true';
  await openTui(io, { store: storeOf(options, io), transcripts, project, plain });
  return EXIT.done;
}

/** Without a terminal: prints what there is, then a line for each pass that read something, until it is stopped. */
async function following(options: LearnOptions, io: Io): Promise<Exit> {
  const { follow } = await import('../../src/watching.ts');
  const store = openStore(storeOf(options, io));
  const bar = progressBar(io);
  let passes = 0;
  try {
    const stopped = io.stopped();
    const { failed, onFailure } = failure();
    const running: Following = await follow({
      ...requestOf(options, io, bar),
      store,
      onFailure,
      stopped,
      onReport: (report) => {
        bar.done();
        passes++;
        if (passes === 1 || options.json === true) tell(report, options, io);
        else if (report.pass.calls > 0) io.write(paintAll([newsLine(report, io.now())], io.terminal.colour));
      },
    });
    try {
      await Promise.race([until(stopped), failed]);
    } finally {
      await running.close();
    }
    return EXIT.done;
  } finally {
    bar.done();
    store.close();
  }
}

function requestOf(options: LearnOptions, io: Io, bar: ProgressBar) {
  return {
    places: transcriptPlaces(options.transcripts, io),
    now: () => io.now(),
    onProgress: (done: number, all: number) => bar.to(all === 0 ? 1 : done / all, 'reading transcripts'),
  };
}

function tell(report: LearnReport, options: LearnOptions, io: Io): void {
  if (options.json === true) io.write(`${JSON.stringify({ schemaVersion: 1, ...report })}\n`);
  else io.write(paintAll(learntLines(report), io.terminal.colour));
}

function until(signal: AbortSignal): Promise<void> {
  return new Promise((settle) => {
    if (signal.aborted) settle();
    else signal.addEventListener('abort', () => settle(), { once: true });
  });
}

/** A promise that a failure elsewhere rejects. */
function failure(): { readonly failed: Promise<never>; readonly onFailure: (error: unknown) => void } {
  let onFailure: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    onFailure = reject;
  });
  return { failed, onFailure };
}
