import { undo as takeBack, type Undoing, type Undone, undoPreview } from '../../src/index.ts';
import { EXIT, type Exit, examples, type Subcommand } from '../command.ts';
import { shownText } from '../format/shown-text.ts';
import { visible } from '../format/visible.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-version.ts';
import { placeOf, projectOf } from './change-options.ts';
import { confirmed } from './confirmed.ts';
import { wholeNumber } from './plan-options.ts';
import { storeOf } from './store-option.ts';

type UndoOptions = {
  readonly entry?: number;
  readonly rules?: boolean;
  readonly yes?: boolean;
  readonly project?: string;
  readonly store?: string;
  readonly json?: boolean;
};

export const undo: Subcommand = {
  describe: (program) =>
    program
      .command('undo')
      .description('Take the last acceptance in this project back, byte for byte.')
      .option('--entry <number>', 'the acceptance with this number (precedent audit)', wholeNumber)
      .option('--rules', 'where the file changed since: take out only what that acceptance added')
      .option('-y, --yes', 'do not ask in a terminal')
      .option('--project <folder>', 'the project (default: the current folder)')
      .option('--store <file>', 'the evidence store')
      .option('--json', 'print JSON')
      .addHelpText('after', examples('precedent undo', 'precedent undo --entry 3', 'precedent undo --rules')),
  run: async (parsed, io) => {
    const options = parsed.opts<UndoOptions>();
    const store = storeOf(options, io);
    const project = projectOf(options, io);
    const preview = undoPreview({
      store,
      ...(options.entry === undefined ? { project } : { seq: options.entry }),
    });
    const writes = offered(preview, options.rules === true);
    if (writes === undefined) return notOffered(preview, options, io);
    if (!options.json) io.write(shownText(writes, io.terminal));
    if (io.terminal.interactive && !options.yes && !options.json && !(await confirmed('Write this?', io))) {
      return EXIT.done;
    }
    const moment = { now: io.now(), program: packageVersion() };
    const undone = takeBack(preview, options.rules === true, {
      place: placeOf(project, io),
      store,
      ...moment,
    });
    return report(undone, preview, { options, io });
  },
};

/** The diff that may be written; undefined where the file changed and the person did not ask for the rules only. */
function offered(preview: Undoing, rulesOnly: boolean): string | undefined {
  if (preview.kind === 'restore') return preview.diff;
  return rulesOnly && preview.showing.kind === 'shown' ? preview.showing.diff : undefined;
}

function notOffered(preview: Undoing, options: UndoOptions, io: Io): Exit {
  const { of } = preview;
  const since = preview.kind === 'changed-since' ? preview.since : '';
  const rules = preview.kind !== 'restore' && preview.showing.kind === 'shown' ? preview.showing.diff : '';
  if (options.json) {
    const { seq, file } = of;
    io.write(`${JSON.stringify({ schemaVersion: 1, kind: preview.kind, entry: seq, file, since, rules })}\n`);
    return EXIT.findings;
  }
  io.write(shownText(since, io.terminal));
  const why = preview.kind === 'backup-lost' ? 'its backup is gone' : 'the file changed since (above)';
  io.warn(`Nothing was written: ${visible(of.file)} cannot be restored, ${why}.\n`);
  if (rules === '') io.warn('What entry added is no longer there.\n'.replace('entry', `entry ${of.seq}`));
  else
    io.warn(
      `precedent undo --rules would take out only what entry ${of.seq} added:\n${shownText(rules, io.terminal)}`,
    );
  return EXIT.findings;
}

type Telling = { readonly options: UndoOptions; readonly io: Io };

function report(
  undone: Undone | { readonly kind: 'not-written' },
  { of }: Undoing,
  { options, io }: Telling,
): Exit {
  if (options.json) {
    const { kind } = undone;
    io.write(`${JSON.stringify({ schemaVersion: 1, kind, entry: of.seq, file: of.file })}\n`);
  }
  switch (undone.kind) {
    case 'undone':
      if (!options.json) io.write(`Taken back: entry ${of.seq}, ${visible(of.file)}\n`);
      return EXIT.done;
    case 'failed':
      io.warn(`precedent: ${visible(undone.file)} was not written: ${visible(undone.why)}\n`);
      return EXIT.usage;
    case 'stale':
    case 'not-written':
      io.warn('The file changed meanwhile; nothing was written. Run precedent undo again.\n');
      return EXIT.findings;
  }
}
