import type { CommandDescription, Flag, Gain, Subcommand } from '../description.ts';
import { ASKS_SERVICE, INSTALLS, INSTALLS_GLOBALLY, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

const PUBLISHES: Gain = {
  hosts: ['configured'],
  sends: true,
  runs: 'project',
  why: 'publishes to a registry',
};

const CHANGES_ACCOUNT: Gain = {
  hosts: ['configured'],
  sends: true,
  why: 'changes something on the registry',
};

const CONFIGURES: Gain = {
  writes: ['~/.npmrc'],
  runs: 'anything',
  why: 'changes configuration, which can name programs to run',
};

const SWITCHES =
  '-s --silent -q --quiet --verbose --json --long --parseable --if-present --ignore-scripts --frozen-lockfile --no-frozen-lockfile --immutable --no-immutable --offline --prefer-offline --no-optional --prod -P --production --dev -D -d --save-dev --save-prod --save-exact -E -O --save-optional --no-save -r --recursive --parallel --stream --aggregate-output --no-bail --bail --sequential --sort --no-sort --workspace-root -w -W --ignore-workspace-root-check --force -f --lockfile-only --fix-lockfile --shamefully-hoist --strict-peer-dependencies --no-color --color --fail-if-no-match --report-summary --no-progress --check-files --flat --har --inline-builds --mode --non-interactive --ignore-engines --ignore-platform --pure-lockfile --exact --latest -L -i --interactive --if-needed --all -A --no-cache --no-summary --trust --no-verify --backend --peer --optional --only-missing -t --topological --topological-dev -v --hot --watch --smol --bun --no-install --no-lockfile --dry-run';

const FLAGS: readonly Flag[] = [
  { names: '-C --dir --cwd --prefix', value: 'directory' },
  {
    names:
      '-F --filter --filter-prod --workspace --workspace-concurrency --loglevel --reporter --depth --network-timeout --registry-name -j --jobs --from --include --exclude --since --tag --access --otp --network-concurrency --mutex --resume-from --child-concurrency --env',
    value: 'text',
  },
  { names: '--registry', value: 'url' },
  {
    names: '--script-shell --shell --node-options --use-node-version --preload',
    value: 'program',
    adds: { runs: 'anything', why: 'changes which program is run' },
  },
  {
    names:
      '--modules-dir --store-dir --virtual-store-dir --modules-folder --cache-folder --global-folder --cache-dir --outfile --outdir',
    value: 'write',
  },
  { names: '-c --config --env-file --tsconfig-override --rcfile --use-yarnrc', value: 'read' },
  { names: '-g --global', adds: { machine: true, why: 'works outside the project' } },
];

const ELSEWHERE: Gain = { runs: 'anything', why: 'runs a file from elsewhere' };

type Part = Omit<Subcommand, 'names'>;

function part(names: string, more: Part): Subcommand {
  return { names, switches: SWITCHES, flags: FLAGS, operands: { rest: 'text' }, ...more };
}

const SCRIPT: Part = {
  switches: SWITCHES,
  flags: FLAGS,
  flagsEndAtOperand: true,
  operands: { rest: 'text' },
  does: RUNS_PROJECT,
};

const RUN: Part = {
  flagsEndAtOperand: true,
  operands: {
    first: ['npm-script'],
    rest: 'text',
    none: {},
    choices: { '/*': ELSEWHERE, '~*': ELSEWHERE, '../*': ELSEWHERE },
  },
  example: 'test',
};

/** What pnpm, yarn and bun have in common. */
const SHARED: readonly Subcommand[] = [
  part('run run-script', RUN),
  part('test t tst', { does: { script: 'test' } }),
  part('start', { does: { script: 'start' } }),
  part('install i ci', { does: INSTALLS, operands: { rest: 'package' } }),
  part('add', { does: INSTALLS, operands: { rest: 'package' }, example: 'x' }),
  part('remove rm uninstall un', { does: { writes: ['.', 'package.json'], runs: 'project' }, example: 'x' }),
  part('update up upgrade upgrade-interactive self-update set', { does: INSTALLS }),
  part('outdated info view show', { does: ASKS_SERVICE, otherFlags: 'harmless' }),
  part('list ls ll la why licenses bin root help versions', { otherFlags: 'harmless' }),
  part('publish', { does: PUBLISHES }),
  part('pack', {
    does: { writes: ['.'], runs: 'project' },
    flags: [...FLAGS, { names: '-o --out --filename --pack-destination', value: 'write' }],
  }),
  part('link ln unlink', {
    does: { machine: true, runs: 'anything', why: 'links a package for the whole account' },
  }),
  part('login logout owner access tag unpublish deprecate', {
    does: CHANGES_ACCOUNT,
    otherFlags: 'harmless',
  }),
  part('audit', {
    does: { hosts: ['configured'], sends: true, why: 'sends the list of dependencies to the registry' },
    otherFlags: 'harmless',
    flags: [...FLAGS, { names: '--fix', adds: INSTALLS }],
  }),
  part('init create', { does: { ...INSTALLS, writes: ['package.json'] }, flagsEndAtOperand: true }),
  part('exec x', {
    does: { hosts: ['configured'] },
    flagsEndAtOperand: true,
    operands: { rest: 'module' },
    flags: [
      ...FLAGS,
      { names: '-c --shell-mode', adds: { runs: 'anything' } },
      { names: '--package -p', value: 'package', adds: { runs: 'anything' } },
    ],
    example: 'tsc',
  }),
  part('config', {
    subcommands: [
      { names: 'get list', switches: SWITCHES, flags: FLAGS, operands: { rest: 'text' } },
      {
        names: 'set delete unset',
        does: CONFIGURES,
        switches: SWITCHES,
        flags: FLAGS,
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: { otherFlags: 'harmless', operands: { rest: 'text' } },
    bare: {},
  }),
  part('dedupe prune rebuild rb patch patch-commit patch-remove import approve-builds fetch deploy', {
    does: { ...INSTALLS, why: 'changes installed packages' },
  }),
  part('cache store', {
    subcommands: [
      { names: 'list dir path status', otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'clean prune add rm delete',
        does: { deletes: ['~/.cache'], hosts: ['configured'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  }),
];

/** pnpm, yarn and bun: an unknown subcommand is a script of package.json or an installed program. */
export const NODE_PACKAGE_MANAGERS: readonly CommandDescription[] = [
  {
    names: 'pnpm yarn yarnpkg',
    source: 'pnpm documentation, 10; Yarn documentation, 1.22 and 4',
    stops: '-v --version -h --help',
    switches: SWITCHES,
    flags: FLAGS,
    subcommands: [
      ...SHARED,
      part('npm', {
        does: ASKS_SERVICE,
        subcommands: [
          { names: 'info whoami audit', otherFlags: 'harmless', operands: { rest: 'text' } },
          {
            names: 'publish login logout tag',
            does: PUBLISHES,
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      }),
      part('dlx', {
        does: { hosts: ['configured'], runs: 'anything', why: 'fetches a package and runs it' },
        flagsEndAtOperand: true,
        example: 'x',
      }),
      part('workspaces', {
        subcommands: [
          { names: 'list info', otherFlags: 'harmless', operands: { rest: 'text' } },
          { names: 'foreach', does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'shell' } },
          { names: 'focus run', does: INSTALLS, otherFlags: 'harmless', operands: { rest: 'text' } },
        ],
      }),
      part('workspace', {
        does: RUNS_PROJECT,
        flagsEndAtOperand: true,
        operands: {
          rest: 'npm-script',
          choices: {
            publish: { hosts: ['configured'], sends: true, why: 'publishes to a registry' },
            npm: { hosts: ['configured'], sends: true, why: 'can publish to a registry' },
            add: INSTALLS,
            remove: INSTALLS,
            up: INSTALLS,
            dlx: INSTALLS,
            exec: { runs: 'anything' },
            node: { runs: 'anything' },
          },
        },
      }),
      part('global env setup policies plugin', { does: INSTALLS_GLOBALLY }),
      part('version', {
        operands: { rest: 'text', some: { writes: ['package.json', '.'], runs: 'project' } },
        flags: [
          ...FLAGS,
          {
            names: '--major --minor --patch --new-version',
            value: 'text',
            optional: true,
            adds: { writes: ['package.json'] },
          },
        ],
      }),
      part('node', {
        flagsEndAtOperand: true,
        operands: { first: ['program'], rest: 'text' },
        example: 'x.js',
      }),
    ],
    bare: INSTALLS,
    otherSubcommand: SCRIPT,
    flagsAnywhere: true,
    example: 'run test',
  },
  {
    names: 'bun',
    source: 'Bun documentation, 1.2',
    stops: '-v --version -h --help --revision',
    switches: SWITCHES,
    flags: [...FLAGS, { names: '-e --eval -p --print', value: 'code' }],
    subcommands: [
      part('test', {
        does: RUNS_PROJECT,
        otherFlags: 'harmless',
        settings: '-t --test-name-pattern --timeout --coverage-reporter --reporter --bail --rerun-each',
        flags: [
          ...FLAGS,
          { names: '--coverage-dir --reporter-outfile', value: 'write' },
          { names: '--preload', value: 'program' },
        ],
      }),
      part('build', {
        does: { ...WRITES_HERE, runs: 'project' },
        otherFlags: 'harmless',
        operands: { rest: 'read' },
      }),
      part('pm', {
        subcommands: [
          {
            names: 'ls bin hash whoami view version pkg',
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
          {
            names: 'cache',
            otherFlags: 'harmless',
            operands: { rest: 'text', some: { deletes: ['~/.bun'], why: 'removes downloaded packages' } },
          },
          { names: 'pack migrate trust', does: INSTALLS, otherFlags: 'harmless', operands: { rest: 'text' } },
        ],
        otherSubcommand: { does: INSTALLS, otherFlags: 'harmless', operands: { rest: 'text' } },
      }),
      part('upgrade', { does: INSTALLS_GLOBALLY }),
      part('repl', { does: { runs: 'anything', why: 'runs what is typed' } }),
      ...SHARED.filter(({ names }) => !/^(test|update|cache)/.test(names)),
      part('update', { does: INSTALLS }),
    ],
    otherSubcommand: SCRIPT,
    example: 'run test',
  },
  {
    names: 'corepack nvm fnm volta n nodenv',
    source: 'corepack, nvm, fnm and volta documentation',
    stops: '-v --version --help -h',
    subcommands: [
      {
        names: 'list ls current which ls-remote list-remote env',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'use default alias',
        does: { runs: 'anything', why: 'changes which node runs' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'exec run', flagsEndAtOperand: true, operands: { first: ['text'], rest: 'command' } },
      {
        names: 'install uninstall enable disable prepare pin up pack hydrate setup fetch',
        does: INSTALLS_GLOBALLY,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
];
