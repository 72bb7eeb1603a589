import { type Applied, changeNotes, diff, type Shown, apply as write } from '../../src/index.ts';
import { EXIT, type Exit, examples, type Subcommand } from '../command.ts';
import { noteLine } from '../format/note-line.ts';
import { shownText } from '../format/shown-text.ts';
import { visible } from '../format/visible.ts';
import { count } from '../format/words.ts';
import type { Io } from '../io.ts';
import { packageVersion } from '../package-version.ts';
import {
  type ChangeOptions,
  changesOf,
  nothingWords,
  placeOf,
  projectOf,
  withChangeOptions,
} from './change-options.ts';
import { confirmed } from './confirmed.ts';
import { refusal } from './refusal.ts';
import { storeOf } from './store-option.ts';

type ApplyOptions = ChangeOptions & { readonly yes?: boolean; readonly base?: string };

export const apply: Subcommand = {
  describe: (program) =>
    withChangeOptions(
      program
        .command('apply')
        .description('Write what you accept to the settings file, and record that you did.')
        .option('-y, --yes', 'do not ask in a terminal: the options name what is accepted')
        .option('--base <hash>', 'write only if the file still has the hash that `diff --json` gave'),
    ).addHelpText(
      'after',
      examples(
        "precedent apply --accept 'Bash(npm test)'",
        'precedent apply --all-proposed --scope project --yes',
        "precedent apply --remove 'Bash(npm *)' --json",
      ),
    ),
  run: async (parsed, io) => {
    const options = parsed.opts<ApplyOptions>();
    const project = projectOf(options, io);
    const place = placeOf(project, io);
    const changes = changesOf(options, io);
    const showing = diff({ place, scope: options.scope, changes });
    if (showing.kind === 'refused') throw refusal(showing);
    if (showing.kind === 'nothing-to-do') {
      if (options.json) io.write(`${JSON.stringify({ schemaVersion: 1, ...showing })}\n`);
      else io.write(nothingWords(changes, showing.file, project));
      return EXIT.done;
    }
    if (options.base !== undefined && options.base !== showing.base) return changed(showing, options, io);
    if (!options.json) io.write(shownText(showing.diff, io.terminal));
    for (const note of changeNotes(showing, place, options.scope)) io.warn(noteLine(note));
    if (io.terminal.interactive && !options.yes && !options.json) {
      if (!(await confirmed('Write this?', io))) return EXIT.done;
    }
    const moment = { now: io.now(), program: packageVersion() };
    const store = storeOf(options, io);
    const applied = write({ place, scope: options.scope, shown: showing, store, ...moment });
    return report(applied, options, io);
  },
};

function report(applied: Applied, options: ApplyOptions, io: Io): Exit {
  switch (applied.kind) {
    case 'applied': {
      const { entry, file } = applied;
      if (options.json) {
        const { seq, hash } = entry;
        io.write(`${JSON.stringify({ schemaVersion: 1, kind: 'applied', file, entry: { seq, hash } })}\n`);
        return EXIT.done;
      }
      const changes = entry.kind === 'accepted' ? entry.changes.length : 0;
      io.write(`Written: ${visible(file)} (${count(changes, 'change')}). To take it back: precedent undo\n`);
      return EXIT.done;
    }
    case 'stale':
      if (applied.now.kind === 'refused') throw refusal(applied.now);
      if (applied.now.kind === 'shown') return changed(applied.now, options, io);
      io.warn('The file changed meanwhile and says all of it already; nothing was written.\n');
      return EXIT.done;
    case 'failed':
      io.warn(`precedent: ${visible(applied.file)} was not written: ${visible(applied.why)}\n`);
      return EXIT.usage;
  }
}

/** The file is no longer the one that was looked at: the diff is shown again, and nothing is written. */
function changed(now: Shown, options: ApplyOptions, io: Io): Exit {
  const { file, base, diff } = now;
  if (options.json) io.write(`${JSON.stringify({ schemaVersion: 1, kind: 'stale', file, base, diff })}\n`);
  else io.write(shownText(diff, io.terminal));
  io.warn(`The file changed since the diff; nothing was written. This is what there is to accept now.\n`);
  return EXIT.findings;
}
