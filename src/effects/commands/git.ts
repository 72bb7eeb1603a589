import type { CommandDescription, Flag } from '../description.ts';

/** Flags of every command that prints a diff (git-diff(1), diff-options). */
const DIFF_FLAGS: readonly Flag[] = [
  { names: '--output', value: 'write' },
  { names: '--ext-diff', adds: { runs: 'anything', why: 'runs the configured diff program' } },
  { names: '--textconv', adds: { runs: 'anything', why: 'runs the configured text filter' } },
  { names: '-O', value: 'read' },
];

/** git: global options come before the subcommand; `-c`, `--exec-path` and friends change what runs. */
export const GIT: readonly CommandDescription[] = [
  {
    names: 'git',
    source: 'git(1) and the pages of its subcommands, git 2.47',
    stops: '-v --version -h --help --html-path --man-path --info-path',
    switches:
      '-P --no-pager --no-replace-objects --no-lazy-fetch --no-optional-locks --no-advice --bare --literal-pathspecs --glob-pathspecs --noglob-pathspecs --icase-pathspecs',
    settings: '--namespace --attr-source --list-cmds',
    flags: [
      { names: '-C', value: 'read' },
      { names: '-p --paginate', adds: { runs: 'anything', why: 'runs the configured pager' } },
      {
        names: '-c',
        value: 'text',
        adds: { runs: 'anything', why: 'sets configuration that can name programs to run' },
      },
      {
        names: '--config-env',
        value: 'text',
        adds: { runs: 'anything', why: 'sets configuration that can name programs to run' },
      },
      {
        names: '--exec-path',
        value: 'read',
        optional: true,
        adds: { runs: 'anything', why: 'runs the git programs of another directory' },
      },
      {
        names: '--git-dir --work-tree --super-prefix',
        value: 'read',
        adds: { runs: 'anything', why: 'reads configuration and hooks from another directory' },
      },
    ],
    subcommands: [
      {
        names: 'log',
        otherFlags: 'harmless',
        settings:
          '-n --max-count --skip --since --after --until --before --author --committer --grep --format --pretty --date -L -S -G',
        flags: DIFF_FLAGS,
        operands: { rest: 'text' },
      },
      {
        names: 'push',
        does: { hosts: ['configured'], sends: true, why: 'sends commits to a remote' },
        switches:
          '-v --verbose -q --quiet -u --set-upstream --all --branches --tags --follow-tags --atomic --no-verify --progress --thin --no-thin --porcelain --signed --no-signed -4 --ipv4 -6 --ipv6',
        flags: [
          {
            names: '-f --force --mirror --prune -d --delete',
            adds: { loses: true, why: 'overwrites or deletes history on the remote' },
          },
          {
            names: '--force-with-lease',
            value: 'text',
            optional: true,
            adds: { loses: true, why: 'overwrites history on the remote' },
          },
          { names: '--receive-pack --exec', value: 'shell' },
          { names: '-o --push-option', value: 'text' },
          { names: '-n --dry-run', cancels: ['sends', 'loses'] },
        ],
        operands: { first: ['remote'], rest: 'text' },
      },
    ],
  },
];
