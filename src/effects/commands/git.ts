import type { CommandDescription, Flag } from '../description.ts';
import { GIT_INSPECT } from './git-inspect.ts';
import { GIT_PLUMBING } from './git-plumbing.ts';
import { GIT_REMOTE } from './git-remote.ts';
import { GIT_WORK } from './git-work.ts';

const NAMES_PROGRAMS = { runs: 'anything', why: 'sets configuration that can name programs to run' } as const;

/** Keys that only change what is printed or recorded; every other key may name a program or a path. */
const HARMLESS_KEYS = [
  'color.*',
  'user.name*',
  'user.email*',
  'core.quotepath*',
  'core.pager=cat',
  'core.pager=',
  'core.abbrev*',
  'core.autocrlf*',
  'core.safecrlf*',
  'core.fsmonitor=false',
  'core.longpaths*',
  'core.ignorecase*',
  'core.editor=true',
  'core.hookspath=/dev/null',
  'commit.gpgsign=false',
  'tag.gpgsign=false',
  'advice.*',
  'log.*',
  'diff.renames*',
  'diff.renamelimit*',
  'diff.algorithm*',
  'diff.context*',
  'diff.nopre*',
  'diff.mnemonicprefix*',
  'merge.conflictstyle*',
  'init.defaultbranch*',
  'column.*',
  'status.*',
  'pull.rebase*',
  'pull.ff*',
  'push.default*',
  'rebase.autostash*',
  'protocol.version*',
  'gc.auto*',
  'grep.*number*',
  'blame.*',
  'i18n.*',
] as const;

const CONFIGURES: Flag = {
  names: '-c',
  value: 'text',
  choices: { ...Object.fromEntries(HARMLESS_KEYS.map((key) => [key, {}])), '*': NAMES_PROGRAMS },
};

/** git: global options come before the subcommand; `-c`, `--exec-path` and friends change what runs. */
export const GIT: readonly CommandDescription[] = [
  {
    names: 'git',
    source: 'git(1), githooks(5) and the pages of its subcommands, git 2.47',
    stops: '-v --version -h --help --html-path --man-path --info-path',
    switches:
      '-P --no-pager --no-replace-objects --no-lazy-fetch --no-optional-locks --no-advice --bare --literal-pathspecs --glob-pathspecs --noglob-pathspecs --icase-pathspecs',
    settings: '--namespace --attr-source --list-cmds',
    flags: [
      { names: '-C', value: 'directory' },
      { names: '-p --paginate', adds: { runs: 'anything', why: 'runs the configured pager' } },
      CONFIGURES,
      { names: '--config-env', value: 'text', adds: NAMES_PROGRAMS },
      {
        names: '--exec-path',
        value: 'read',
        optional: true,
        adds: { runs: 'anything', why: 'runs the git programs of another directory' },
      },
      {
        names: '--git-dir --work-tree --super-prefix',
        value: 'read',
        choices: {
          '.git': {},
          './.git': {},
          '.': {},
          '*': { runs: 'anything', why: 'reads configuration and hooks from another directory' },
        },
      },
    ],
    subcommands: [...GIT_INSPECT, ...GIT_WORK, ...GIT_REMOTE, ...GIT_PLUMBING],
  },
  {
    names: 'git-filter-repo bfg',
    source: 'git-filter-repo(1); BFG Repo-Cleaner documentation',
    does: { writes: ['.'], loses: true, runs: 'anything', why: 'rewrites history with given code' },
    otherFlags: 'harmless',
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'git-lfs',
    source: 'git-lfs(1)',
    otherFlags: 'harmless',
    subcommands: GIT_REMOTE.filter(({ names }) => names === 'lfs').flatMap((lfs) => lfs.subcommands ?? []),
  },
  {
    names: 'gitk tig lazygit gitui',
    source: 'gitk(1), tig(1), lazygit documentation',
    does: { runs: 'anything', why: 'opens an interactive program that can run any git command' },
    otherFlags: 'harmless',
    stops: '--version --help',
    operands: { rest: 'text' },
  },
  {
    names: 'diff-so-fancy delta',
    source: 'delta manual',
    stops: '--version --help',
    otherFlags: 'harmless',
    flags: [
      { names: '--pager', value: 'shell' },
      { names: '--config', value: 'read' },
    ],
    operands: { rest: 'read' },
  },
];
