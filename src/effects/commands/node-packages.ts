import type { CommandDescription, Flag, Gain, Subcommand } from '../description.ts';
import { ASKS_SERVICE, INSTALLS, RUNS_PROJECT } from './gains.ts';

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

/** Flags that send the whole of npm elsewhere or make it run something else (npm config documentation). */
const NPM_FLAGS: readonly Flag[] = [
  { names: '--prefix -C', value: 'directory' },
  {
    names:
      '--script-shell --node-options --shell --git --editor --viewer --browser --globalconfig --userconfig --init-module --onload-script',
    value: 'program',
    adds: { runs: 'anything', why: 'changes which program is run' },
  },
  {
    names: '--registry --proxy --https-proxy',
    value: 'text',
    adds: { hosts: ['*'], why: 'asks another registry' },
  },
  { names: '--cache --logs-dir --pack-destination', value: 'write-into' },
  { names: '--cafile --tls-cert', value: 'read' },
  {
    names:
      '-w --workspace --omit --include --loglevel --tag --depth --otp --access --before --scope --install-strategy --audit-level --fetch-retries --fetch-timeout --location -L --sbom-format --diff',
    value: 'text',
  },
  { names: '-g --global', adds: { machine: true, why: 'works outside the project' } },
];

const NPM_SWITCHES =
  '-s --silent -q --quiet -d -dd -ddd --verbose --json --long -l --parseable -p --if-present --ignore-scripts --no-audit --audit --no-fund --fund --no-save --save -S --save-dev -D --save-prod -P --save-exact -E --save-optional -O --save-peer --save-bundle -B --production --prefer-offline --prefer-online --offline --legacy-peer-deps --no-progress --progress --no-color --color --workspaces -ws --no-workspaces --include-workspace-root -iwr --no-package-lock --package-lock-only --no-optional --all -a --no-update-notifier --update-notifier --dry-run --strict-peer-deps --no-bin-links --foreground-scripts --install-links --no-install-links -f --force --fix --omit-dev --unicode --no-unicode --allow-scripts --package-lock --no-shrinkwrap --link';

const RUN: Part = {
  switches: NPM_SWITCHES,
  flags: NPM_FLAGS,
  // npm reads flags after the name too, up to `--`.
  otherFlags: 'harmless',
  operands: {
    first: ['npm-script'],
    rest: 'text',
    none: {},
  },
  example: 'test',
};

type Part = Omit<Subcommand, 'names'>;

function npmPart(names: string, part: Part): Subcommand {
  return { names, switches: NPM_SWITCHES, flags: NPM_FLAGS, operands: { rest: 'text' }, ...part };
}

const EXECUTES: Part = {
  does: { hosts: ['configured'] },
  switches: `${NPM_SWITCHES} -y --yes --no --no-install --prefer-offline`,
  flags: [
    ...NPM_FLAGS,
    { names: '-c --call', value: 'shell' },
    { names: '--package -p', value: 'package', adds: { runs: 'anything', why: 'runs a package by name' } },
  ],
  flagsEndAtOperand: true,
  operands: { rest: 'module' },
  example: 'tsc',
};

/** npm and npx (npm documentation, version 11). */
export const NPM: readonly CommandDescription[] = [
  {
    names: 'npm',
    source: 'npm documentation, CLI commands and config, 11.4',
    stops: '-v --version -h --help -? --versions',
    switches: NPM_SWITCHES,
    flags: NPM_FLAGS,
    subcommands: [
      npmPart('run run-script rum urn', RUN),
      npmPart('test t tst', { does: { script: 'test' }, otherFlags: 'harmless' }),
      npmPart('start', { does: { script: 'start' }, otherFlags: 'harmless' }),
      npmPart('stop', { does: { script: 'stop' }, otherFlags: 'harmless' }),
      npmPart('restart', { does: { script: 'restart' }, otherFlags: 'harmless' }),
      npmPart('install i add in ins inst insta instal isnt isnta isntal isntall', {
        does: INSTALLS,
        operands: { rest: 'package' },
      }),
      npmPart('ci clean-install ic install-clean isntall-clean', { does: INSTALLS }),
      npmPart('install-test it install-ci-test cit sit', { does: { ...INSTALLS, script: 'test' } }),
      npmPart('update up upgrade udpate', { does: INSTALLS }),
      npmPart('uninstall unlink remove rm r un', {
        does: { writes: ['.', 'package.json'], runs: 'project' },
      }),
      npmPart('dedupe ddp prune rebuild rb', {
        does: {
          writes: ['.'],
          runs: 'anything',
          hosts: ['configured'],
          why: 'runs install scripts of packages',
        },
      }),
      npmPart('link ln', {
        does: { machine: true, runs: 'anything', why: 'links a package for the whole account' },
      }),
      npmPart('ls list la ll', {}),
      npmPart(
        'explain why query fund root prefix bin help help-search search s se find completion sbom get',
        { otherFlags: 'harmless' },
      ),
      npmPart('view info show v outdated ping whoami doctor stars', {
        does: ASKS_SERVICE,
        otherFlags: 'harmless',
      }),
      npmPart('audit', {
        does: { hosts: ['configured'], sends: true, why: 'sends the list of dependencies to the registry' },
        subcommands: [
          { names: 'fix', does: INSTALLS, switches: NPM_SWITCHES, flags: NPM_FLAGS },
          { names: 'signatures', switches: NPM_SWITCHES, flags: NPM_FLAGS },
        ],
        bare: {},
      }),
      npmPart('pack', {
        does: { writes: ['.'], runs: 'project', why: "runs the project's prepack scripts" },
      }),
      npmPart('diff', { does: ASKS_SERVICE, otherFlags: 'harmless' }),
      npmPart('publish stage', { does: PUBLISHES }),
      npmPart('unpublish deprecate undeprecate', { does: { ...CHANGES_ACCOUNT, loses: true } }),
      npmPart(
        'access owner author team org hook profile star unstar login adduser logout add-user trust dist-tag dist-tags',
        { does: CHANGES_ACCOUNT, otherFlags: 'harmless' },
      ),
      npmPart('token', { does: { ...CHANGES_ACCOUNT, reveals: 'access tokens' }, otherFlags: 'harmless' }),
      npmPart('version', {
        operands: {
          rest: 'text',
          some: {
            writes: ['package.json', '.'],
            runs: 'project',
            why: 'changes the version, commits and tags',
          },
        },
        settings: '-m --message --preid --tag-version-prefix',
      }),
      npmPart('pkg', {
        subcommands: [
          { names: 'get', switches: NPM_SWITCHES, flags: NPM_FLAGS, operands: { rest: 'text' } },
          {
            names: 'set delete fix',
            does: { writes: ['package.json'], why: 'changes package.json' },
            switches: NPM_SWITCHES,
            flags: NPM_FLAGS,
            operands: { rest: 'text' },
          },
        ],
      }),
      npmPart('config c', {
        subcommands: [
          { names: 'get list ls', switches: NPM_SWITCHES, flags: NPM_FLAGS, operands: { rest: 'text' } },
          {
            names: 'set delete rm edit fix',
            does: {
              writes: ['~/.npmrc'],
              runs: 'anything',
              why: 'changes configuration, which can name programs to run',
            },
            switches: NPM_SWITCHES,
            flags: NPM_FLAGS,
            operands: { rest: 'text' },
          },
        ],
      }),
      npmPart('set', { does: { writes: ['~/.npmrc'], runs: 'anything', why: 'changes configuration' } }),
      npmPart('cache', {
        subcommands: [
          { names: 'ls verify npx', switches: NPM_SWITCHES, flags: NPM_FLAGS, operands: { rest: 'text' } },
          {
            names: 'add',
            does: { hosts: ['*'] },
            switches: NPM_SWITCHES,
            flags: NPM_FLAGS,
            operands: { rest: 'package' },
          },
          {
            names: 'clean clear rm delete',
            does: { deletes: ['~/.npm'] },
            switches: NPM_SWITCHES,
            flags: NPM_FLAGS,
            operands: { rest: 'text' },
          },
        ],
      }),
      npmPart('init create innit', {
        does: { ...INSTALLS, writes: ['package.json'], why: 'runs a package that creates a project' },
        flagsEndAtOperand: true,
      }),
      npmPart('exec x', EXECUTES),
      npmPart('explore edit', {
        does: { runs: 'anything', why: 'opens a shell or an editor in a package' },
        flagsEndAtOperand: true,
      }),
      npmPart('shrinkwrap', { does: { writes: ['npm-shrinkwrap.json'] } }),
      npmPart('docs home bugs repo issues', { does: { runs: 'anything', why: 'opens a browser' } }),
    ],
    flagsAnywhere: true,
    example: '--version',
  },
  { names: 'npx', source: 'npx documentation, npm 11.4', stops: '-v --version -h --help', ...EXECUTES },
  {
    names: 'bunx pnpx',
    source: 'bun and pnpm documentation',
    stops: '-v --version -h --help',
    ...EXECUTES,
    switches: '--bun -y --yes -s --silent --verbose --no-install',
  },
  {
    names: 'npm-run-all run-s run-p npm-run-all2 concurrently wireit nps',
    source: 'npm-run-all and concurrently documentation',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    operands: { rest: 'shell' },
    example: 'build',
  },
];
