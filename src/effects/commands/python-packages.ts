import type { CommandDescription, Flag, Gain } from '../description.ts';
import { ASKS_SERVICE, INSTALLS, INSTALLS_GLOBALLY, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

const INDEX_FLAGS: readonly Flag[] = [
  {
    names: '-i --index-url --extra-index-url --default-index --index -f --find-links --proxy --trusted-host',
    value: 'url',
  },
  {
    names: '-r --requirement --requirements -c --constraint --cert --client-cert --config-file --overrides',
    value: 'read',
  },
  {
    names:
      '-t --target --root --prefix -d --dest -w --wheel-dir --log --cache-dir --report --src -o --output-file --out-dir',
    value: 'write',
  },
  { names: '-e --editable --python', value: 'program' },
  {
    names:
      '--platform --abi --implementation --python-version --progress-bar --timeout --retries --only-binary --no-binary --upgrade-strategy --group --extra --format --exclude --package --no-build-package -p --config-settings -C --use-feature',
    value: 'text',
  },
  {
    names: '--user --break-system-packages --system',
    adds: { machine: true, why: 'installs outside the project' },
  },
];

const PUBLISHES: Gain = { hosts: ['configured'], sends: true, why: 'publishes to a registry' };

const PIP: Omit<CommandDescription, 'names' | 'source'> = {
  stops: '-V --version -h --help',
  switches:
    '-q --quiet -v --verbose --no-input --isolated --require-virtualenv --disable-pip-version-check --no-color --no-cache-dir --debug',
  flags: INDEX_FLAGS,
  flagsAnywhere: true,
  subcommands: [
    {
      names: 'install sync',
      does: INSTALLS,
      otherFlags: 'harmless',
      flags: INDEX_FLAGS,
      operands: { rest: 'package' },
      example: 'x',
    },
    {
      names: 'download wheel',
      does: INSTALLS,
      otherFlags: 'harmless',
      flags: INDEX_FLAGS,
      operands: { rest: 'package' },
      example: 'x',
    },
    {
      names: 'uninstall',
      does: { writes: ['.'], machine: true, why: 'removes installed packages' },
      otherFlags: 'harmless',
      flags: INDEX_FLAGS,
      operands: { rest: 'text' },
      example: 'x',
    },
    {
      names: 'list show freeze check inspect help debug hash tree completion',
      otherFlags: 'harmless',
      switches: '-f --files',
      flags: [
        { names: '--path -r', value: 'read' },
        { names: '-o --outdated', adds: ASKS_SERVICE },
      ],
      operands: { rest: 'text' },
    },
    { names: 'search index', does: ASKS_SERVICE, otherFlags: 'harmless', operands: { rest: 'text' } },
    {
      names: 'compile lock',
      does: { hosts: ['configured'], runs: 'anything', why: 'resolving can build packages' },
      otherFlags: 'harmless',
      flags: INDEX_FLAGS,
      operands: { rest: 'read' },
    },
    {
      names: 'config',
      subcommands: [
        { names: 'list get debug', otherFlags: 'harmless', operands: { rest: 'text' } },
        {
          names: 'set unset edit',
          does: { writes: ['~/.config/pip/pip.conf'], why: 'changes where packages come from' },
          otherFlags: 'harmless',
          operands: { rest: 'text' },
        },
      ],
    },
    {
      names: 'cache',
      subcommands: [
        { names: 'dir info list', otherFlags: 'harmless', operands: { rest: 'text' } },
        {
          names: 'remove purge',
          does: { deletes: ['~/.cache/pip'] },
          otherFlags: 'harmless',
          operands: { rest: 'text' },
        },
      ],
    },
  ],
  example: 'list',
};

/** Package and environment managers of Python. */
export const PYTHON_PACKAGES: readonly CommandDescription[] = [
  { names: 'pip pip3 pip2', source: 'pip documentation, 25', ...PIP },
  {
    names: 'uv',
    source: 'uv documentation, CLI reference, 0.8',
    grammar: 'pflag',
    stops: '-V --version -h --help',
    switches:
      '-q --quiet -v --verbose --offline --no-progress --no-cache -n --no-config --no-python-downloads --native-tls --managed-python --no-managed-python',
    settings: '--color --allow-insecure-host',
    flags: [
      { names: '--directory --project', value: 'directory' },
      { names: '--config-file', value: 'read' },
      { names: '--cache-dir', value: 'write' },
    ],
    flagsAnywhere: true,
    subcommands: [
      { names: 'pip', ...PIP },
      {
        names: 'run',
        does: { hosts: ['configured'], writes: ['.'] },
        switches:
          '--all-extras --no-dev --dev --only-dev --no-editable --exact --no-env-file --isolated --active --no-sync --locked --frozen --no-project --all-packages --reinstall -U --upgrade --no-index --all-groups --no-default-groups --compile-bytecode',
        settings:
          '--extra --group --no-group --only-group --package -p --python --no-extra --upgrade-package -P --resolution --prerelease --link-mode',
        flags: [
          { names: '-m --module', value: 'module' },
          { names: '--env-file', value: 'read' },
          { names: '--with --with-editable', value: 'package', adds: INSTALLS },
          { names: '--with-requirements', value: 'read', adds: INSTALLS },
          { names: '-s --script --gui-script', value: 'program' },
          ...INDEX_FLAGS.slice(0, 1),
        ],
        flagsEndAtOperand: true,
        operands: { rest: 'module', none: {} },
        example: 'pytest',
      },
      {
        names: 'sync add lock remove build',
        does: INSTALLS,
        otherFlags: 'harmless',
        flags: INDEX_FLAGS,
        operands: { rest: 'package' },
      },
      {
        names: 'tree version export',
        otherFlags: 'harmless',
        flags: [
          { names: '-o --output-file', value: 'write' },
          { names: '--bump', value: 'text', adds: { writes: ['pyproject.toml'] } },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'venv',
        does: WRITES_HERE,
        otherFlags: 'harmless',
        settings: '-p --python --prompt',
        operands: { first: ['write'] },
      },
      {
        names: 'init',
        does: { writes: ['pyproject.toml'] },
        otherFlags: 'harmless',
        settings: '-p --python --name',
        operands: { first: ['write'] },
      },
      {
        names: 'tool',
        subcommands: [
          { names: 'list dir', otherFlags: 'harmless' },
          {
            names: 'run',
            does: { hosts: ['configured'], runs: 'anything', why: 'fetches a package and runs it' },
            flagsEndAtOperand: true,
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
          {
            names: 'install upgrade uninstall update-shell',
            does: INSTALLS_GLOBALLY,
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'python',
        subcommands: [
          { names: 'list find dir', otherFlags: 'harmless', operands: { rest: 'text' } },
          {
            names: 'install uninstall pin upgrade update-shell',
            does: INSTALLS_GLOBALLY,
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'cache',
        subcommands: [
          { names: 'dir size', otherFlags: 'harmless' },
          {
            names: 'clean prune',
            does: { deletes: ['~/.cache/uv'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'format',
        does: WRITES_HERE,
        otherFlags: 'harmless',
        flags: [{ names: '--check --diff', cancels: ['writes'] }],
        operands: { rest: 'text' },
      },
      {
        names: 'self',
        subcommands: [
          { names: 'version', otherFlags: 'harmless' },
          { names: 'update', does: INSTALLS_GLOBALLY, otherFlags: 'harmless', operands: { rest: 'text' } },
        ],
      },
      { names: 'publish auth', does: PUBLISHES, otherFlags: 'harmless', operands: { rest: 'read' } },
      { names: 'help generate-shell-completion', otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
  },
  {
    names: 'uvx pipx',
    source: 'uv and pipx documentation',
    stops: '-V --version -h --help',
    does: { hosts: ['configured'], runs: 'anything', why: 'fetches a package and runs it' },
    otherFlags: 'harmless',
    flagsEndAtOperand: true,
    operands: { rest: 'text', choices: {} },
    example: 'x',
  },
  {
    names: 'poetry pdm hatch rye pipenv',
    source: 'Poetry documentation, CLI, 2; PDM, Hatch and Pipenv documentation',
    stops: '-V --version -h --help',
    switches: '-q --quiet -v -vv -vvv --verbose -n --no-interaction --no-ansi --ansi --no-plugins --no-cache',
    flags: [
      { names: '-C --directory -P --project -p', value: 'directory' },
      { names: '-e --env', value: 'text' },
    ],
    subcommands: [
      { names: 'run', flagsEndAtOperand: true, operands: { rest: 'module' }, example: 'pytest' },
      {
        names: 'install add update lock sync remove uninstall build fix',
        does: INSTALLS,
        otherFlags: 'harmless',
        flags: INDEX_FLAGS.slice(1, 3),
        operands: { rest: 'package' },
      },
      {
        names: 'show list check about info search help graph verify',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'version',
        operands: { rest: 'text', some: { writes: ['pyproject.toml'] } },
        otherFlags: 'harmless',
      },
      {
        names: 'export requirements',
        otherFlags: 'harmless',
        settings: '-f --format --without --with --only',
        flags: [{ names: '-o --output', value: 'write' }],
        operands: { rest: 'text' },
      },
      {
        names: 'env',
        subcommands: [
          { names: 'info list activate show find', otherFlags: 'harmless', operands: { rest: 'text' } },
          {
            names: 'use remove create prune run',
            does: { runs: 'project', writes: ['.'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'config self plugin cache python',
        does: { writes: ['~/.config/pypoetry'], runs: 'anything', why: 'changes the tool itself' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'init new',
        does: { writes: ['pyproject.toml'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'test fmt', does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'text' } },
      { names: 'publish', does: PUBLISHES, otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'source',
        does: { writes: ['pyproject.toml'], why: 'changes where packages come from' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'shell', does: { runs: 'anything', why: 'starts a shell' }, otherFlags: 'harmless' },
    ],
    otherSubcommand: { does: RUNS_PROJECT, operands: { rest: 'text' } },
  },
  {
    names: 'twine flit',
    source: 'twine documentation, 6',
    stops: '--version -h --help',
    subcommands: [
      { names: 'check', otherFlags: 'harmless', operands: { rest: 'read' } },
      {
        names: 'upload register publish',
        does: PUBLISHES,
        otherFlags: 'harmless',
        operands: { rest: 'read' },
      },
      { names: 'build install', does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
  },
  {
    names: 'conda mamba micromamba',
    source: 'conda documentation, 25',
    stops: '-V --version -h --help',
    subcommands: [
      { names: 'list info search compare', otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'env',
        subcommands: [
          { names: 'list', otherFlags: 'harmless' },
          {
            names: 'create update remove export config',
            does: INSTALLS_GLOBALLY,
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'run',
        flagsEndAtOperand: true,
        settings: '-n --name',
        flags: [{ names: '-p --prefix', value: 'program' }],
        switches: '--no-capture-output --live-stream',
        operands: { rest: 'module' },
        example: 'pytest',
      },
      {
        names: 'install create update upgrade remove uninstall clean config init activate deactivate',
        does: INSTALLS_GLOBALLY,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names: 'pyenv',
    source: 'pyenv documentation, 2.6',
    stops: '--version -h --help',
    subcommands: [
      {
        names:
          'versions version which whence prefix root shims commands help version-name version-origin version-file',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'exec', flagsEndAtOperand: true, operands: { rest: 'command' }, example: 'true' },
    ],
    otherSubcommand: {
      does: { writes: ['.'], machine: true, runs: 'anything', why: 'installs or changes versions' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'virtualenv',
    source: 'virtualenv documentation',
    does: { writes: ['.'], machine: true },
    otherFlags: 'harmless',
    stops: '--version --help versions version',
    operands: { rest: 'text' },
  },
];
