import { changeNotes, diff as diffOf, type Showing } from '../../src/index.ts';
import { EXIT, type Exit, examples, type Subcommand } from '../command.ts';
import { noteLine } from '../format/note-line.ts';
import { shownText } from '../format/shown-text.ts';
import type { Io } from '../io.ts';
import {
  type ChangeOptions,
  changesOf,
  nothingWords,
  placeOf,
  projectOf,
  withChangeOptions,
} from './change-options.ts';
import { refusal } from './refusal.ts';

export const diff: Subcommand = {
  describe: (program) =>
    withChangeOptions(
      program.command('diff').description('Show the exact change of the settings file; nothing is written.'),
    ).addHelpText(
      'after',
      examples(
        'precedent diff --all-proposed',
        "precedent diff --accept 'Bash(npm test)' --scope project",
        "precedent diff --rule 'Read(./.env)' --list deny",
      ),
    ),
  run: async (parsed, io) => {
    const options = parsed.opts<ChangeOptions>();
    const project = projectOf(options, io);
    const place = placeOf(project, io);
    const changes = changesOf(options, io);
    const showing = diffOf({ place, scope: options.scope, changes });
    const notes = showing.kind === 'shown' ? changeNotes(showing, place, options.scope) : [];
    const nothing = nothingWords(changes, showing.file, project);
    return print({ showing, notes, nothing }, options, io);
  },
};

type Told = { readonly showing: Showing; readonly notes: readonly string[]; readonly nothing: string };

function print({ showing, notes, nothing }: Told, options: ChangeOptions, io: Io): Exit {
  if (showing.kind === 'refused') throw refusal(showing);
  if (options.json) {
    const { file } = showing;
    const { scope } = options;
    const shown = showing.kind === 'shown' ? showing : undefined;
    const { base, diff = '', changes = [] } = shown ?? {};
    io.write(`${JSON.stringify({ schemaVersion: 1, file, scope, base, diff, changes, notes })}\n`);
  } else if (showing.kind === 'shown') {
    io.write(shownText(showing.diff, io.terminal));
    for (const note of notes) io.warn(noteLine(note));
  } else io.warn(nothing);
  return EXIT.done;
}
