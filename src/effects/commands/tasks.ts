import type { CommandDescription, Flag } from '../description.ts';
import { ASKS_SERVICE, INSTALLS_GLOBALLY, RUNS_PROJECT } from './gains.ts';

const TASK_FLAGS: readonly Flag[] = [
  { names: '-f --file --justfile --taskfile --makefile -t', value: 'program' },
  { names: '-d --dir --working-directory -C --cd', value: 'directory' },
  { names: '--shell --shell-arg', value: 'text', adds: { runs: 'anything', why: 'names another shell' } },
  { names: '-c --command', value: 'shell', adds: { runs: 'anything' } },
  { names: '-g --global', adds: { runs: 'anything', why: 'runs a task from outside the project' } },
];

/** Programs that run the tasks a project defines. */
export const TASKS: readonly CommandDescription[] = [
  {
    names: 'make gmake',
    source: 'make(1), GNU make 4.4',
    does: { writes: ['.'] },
    switches:
      '-b -B --always-make -d -i --ignore-errors -k --keep-going -m -p --print-data-base -r --no-builtin-rules -R --no-builtin-variables -s --silent --quiet --no-silent -S --stop -t --touch --trace -w --print-directory --no-print-directory --warn-undefined-variables -L --check-symlink-times',
    settings: '-o --old-file --assume-old -W --what-if --new-file --shuffle --jobserver-style',
    flags: [
      { names: '-j --jobs -l --load-average -O --output-sync --debug', value: 'text', optional: true },
      { names: '-n --just-print --dry-run --recon -q --question', cancels: ['sends', 'loses'] },
      { names: '-f --file --makefile', value: 'program' },
      { names: '-C --directory', value: 'directory' },
      { names: '-I --include-dir', value: 'program' },
      { names: '-E --eval', value: 'code' },
      {
        names: '-e --environment-overrides',
        adds: { runs: 'anything', why: 'lets the environment replace the variables' },
      },
    ],
    stops: '-v --version -h --help',
    operands: {
      rest: 'make-target',
      none: RUNS_PROJECT,
      some: RUNS_PROJECT,
      assignments: { runs: 'anything', why: 'replaces a variable, which can be a command' },
    },
    example: 'test',
  },
  {
    names: 'just task go-task invoke inv duty earthly dagger mage poe tusk xc',
    source: 'just manual, 1.42; Task documentation, 3; documentation of the runners named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    settings: '--set --dotenv-filename --color --chooser -o --output --concurrency -p',
    flags: [
      ...TASK_FLAGS,
      { names: '--dotenv-path', value: 'read' },
      { names: '-e --edit --init --fmt', adds: { writes: ['.'] } },
    ],
    stops:
      '-V --version -h --help -l --list --summary --dump --list-all -a --evaluate --variables --groups --completions',
    operands: { rest: 'task' },
    example: 'test',
  },
  {
    names: 'mise rtx',
    source: 'mise documentation, CLI reference, 2025.9',
    grammar: 'pflag',
    stops: '-V --version -h --help version',
    switches: '-q --quiet -v --verbose -y --yes --silent --raw --no-config',
    settings: '-E --env -j --jobs --log-level',
    flags: [{ names: '-C --cd', value: 'directory' }],
    subcommands: [
      {
        names: 'run r',
        does: RUNS_PROJECT,
        switches:
          '-n --dry-run -f --force -i --interleave -k --keep-order -p --prefix -q --quiet -r --raw -S --silent --timings --no-timings -c --continue-on-error --no-cache --skip-deps',
        settings: '-j --jobs -o --output --timeout -t --tool',
        flags: [
          { names: '-C --cd', value: 'directory' },
          { names: '-s --shell', value: 'text', adds: { runs: 'anything' } },
        ],
        flagsEndAtOperand: true,
        operands: { first: ['task'], rest: 'text' },
        example: 'test',
      },
      {
        names: 'tasks task',
        bare: {},
        otherFlags: 'harmless',
        subcommands: [
          { names: 'ls list info deps validate', otherFlags: 'harmless', operands: { rest: 'text' } },
          {
            names: 'run',
            does: RUNS_PROJECT,
            otherFlags: 'harmless',
            flagsEndAtOperand: true,
            operands: { first: ['task'], rest: 'text' },
          },
          {
            names: 'add edit',
            does: { writes: ['mise.toml'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
        otherSubcommand: { does: RUNS_PROJECT, operands: { rest: 'text' } },
      },
      {
        names:
          'ls list current cur which where doctor dr ls-remote latest registry search outdated version help bin-paths alias plugins completion fmt',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'env e',
        does: { runs: 'project', reveals: 'the environment of the project' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'exec x',
        does: { hosts: ['configured'] },
        settings: '-j --jobs',
        flags: [
          { names: '-c --command', value: 'shell' },
          { names: '-C --cd', value: 'directory' },
          { names: '--', operands: { rest: 'command' } },
        ],
        operands: { rest: 'text' },
        example: '-- true',
      },
      { names: 'watch w', does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names:
          'install i use u upgrade up uninstall rm remove unuse prune reshim link sync self-update implode cache generate g activate deactivate trust set unset settings config shell sh lock',
        does: { ...INSTALLS_GLOBALLY, writes: ['mise.toml'], why: 'installs or configures tools' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: { does: RUNS_PROJECT, operands: { rest: 'text' }, otherFlags: 'harmless' },
    example: 'run test',
  },
  {
    names:
      'asdf rbenv goenv tfenv proto aqua pixi devbox nix nix-shell nix-env nix-build home-manager nixos-rebuild darwin-rebuild guix devcontainer',
    source: 'documentation of the version managers named; Nix manual 2.30',
    stops: '--version -h --help version',
    subcommands: [
      {
        names: 'list ls current where which plugin-list info versions',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'search', does: ASKS_SERVICE, otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    otherSubcommand: { does: { ...INSTALLS_GLOBALLY }, otherFlags: 'harmless', operands: { rest: 'text' } },
    bare: INSTALLS_GLOBALLY,
  },
  {
    names: 'act gitlab-runner circleci buildkite-agent',
    source: 'act documentation',
    stops: '--version -h --help -l --list',
    does: { runs: 'anything', hosts: ['configured'], why: 'runs CI jobs here' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
];
