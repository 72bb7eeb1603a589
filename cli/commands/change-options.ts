import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import {
  type AcceptedChange,
  changeByHand,
  changesFrom,
  LISTS,
  openStore,
  propose,
  UserError,
  WRITABLE_SCOPES,
} from '../../src/index.ts';
import { repeatable } from '../command.ts';
import { visible } from '../format/visible.ts';
import type { Io } from '../io.ts';
import { storeOf } from './store-option.ts';

/** The options of the commands that show or write a change of settings. */
export type ChangeOptions = {
  readonly scope: (typeof WRITABLE_SCOPES)[number];
  readonly project?: string;
  readonly store?: string;
  readonly accept?: readonly string[];
  readonly allProposed?: boolean;
  readonly rule?: readonly string[];
  readonly remove?: readonly string[];
  readonly list: (typeof LISTS)[number];
  readonly json?: boolean;
};

/** Adds those options to a command. */
export function withChangeOptions(command: Command): Command {
  return command
    .option('--accept <rule>', 'a proposed rule, or the id of a proposal (repeatable)', repeatable)
    .option('--all-proposed', 'every proposed rule')
    .option('--rule <rule>', 'a rule written by hand (repeatable)', repeatable)
    .option('--remove <rule>', 'a rule to take out (repeatable)', repeatable)
    .addOption(new Option('--list <list>', 'the list of --rule and --remove').choices(LISTS).default('allow'))
    .addOption(new Option('--scope <scope>', 'the settings file').choices(WRITABLE_SCOPES).default('local'))
    .option('--project <folder>', 'the project (default: the current folder)')
    .option('--store <file>', 'the evidence store')
    .option('--json', 'print JSON');
}

/** The folder that the command is about. */
export function projectOf(options: { readonly project?: string }, io: Io): string {
  return resolve(io.cwd, options.project ?? '.');
}

/** The place whose settings the command reads. */
export function placeOf(project: string, io: Io) {
  return { cwd: project, home: io.home, env: io.env };
}

/** What the person asked to change; the store is opened only where a proposal is meant. */
export function changesOf(options: ChangeOptions, io: Io): readonly AcceptedChange[] {
  const { accept = [], allProposed: all = false, rule = [], remove = [], list } = options;
  const byHand = [
    ...remove.map((text) => changeByHand('remove-rule', list, text)),
    ...rule.map((text) => changeByHand('add-rule', list, text)),
  ];
  if (accept.length === 0 && !all) {
    if (byHand.length > 0) return byHand;
    throw new UserError(
      'name what to change: --accept <rule or id>, --all-proposed, --rule <rule> or --remove <rule>',
    );
  }
  return [...changesFrom(proposalsFor(options, io), { accept, all, scope: options.scope }), ...byHand];
}

/** Why there is nothing to do: nothing was asked for, or the file has all of it. */
export function nothingWords(changes: readonly AcceptedChange[], file: string, project: string): string {
  return changes.length === 0
    ? `Nothing is proposed for ${visible(project)}.\n`
    : `Nothing to change: ${visible(file)} says all of it already.\n`;
}

function proposalsFor(options: ChangeOptions, io: Io) {
  const store = openStore(storeOf(options, io));
  try {
    const { home, env } = io;
    const report = propose({ store, project: projectOf(options, io), place: { home, env } });
    return { proposals: report.proposals, advice: report.projects.flatMap(({ advice }) => advice) };
  } finally {
    store.close();
  }
}
