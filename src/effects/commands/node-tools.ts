import type { CommandDescription, Flag, Gain } from '../description.ts';
import { LOADS_CONFIG, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

const VITEST_FLAGS: readonly Flag[] = [
  { names: '-c --config --root -r --dir --rootDir --roots --cacheDirectory', value: 'program' },
  {
    names: '--outputFile --coverage.reportsDirectory --coverageDirectory --json-outputFile --attachmentsDir',
    value: 'write',
  },
  {
    names:
      '--globalSetup --setupFiles --environment --runner --reporter --pool --testEnvironment --testRunner --transform --resolver --globalTeardown --setupFilesAfterEnv --snapshotSerializers --reporters --preset --filter --watchPlugins --prettierPath --testResultsProcessor --testSequencer --haste --moduleLoader',
    value: 'text',
    choices: {
      './*': { runs: 'project' },
      '/*': { runs: 'anything' },
      '../*': { runs: 'anything' },
      '~*': { runs: 'anything' },
      'data:*': { runs: 'anything' },
      '*': { runs: 'project' },
    },
  },
  {
    names: '--api --ui --host --api.host --browser --inspect --inspect-brk',
    value: 'text',
    optional: true,
    adds: { runs: 'anything', why: 'opens a port through which code can be run' },
  },
];

const OTHER_PROJECT: Gain = { runs: 'anything', why: 'compiles another project' };

/** Tools of the node world: compilers, linters, formatters, test runners, bundlers. */
export const NODE_TOOLS: readonly CommandDescription[] = [
  {
    names: 'tsc tsgo vue-tsc',
    source: 'TypeScript documentation, compiler options, 5.9',
    does: WRITES_HERE,
    otherFlags: 'harmless',
    settings:
      '-t --target -m --module --moduleResolution --lib --types --jsx --jsxImportSource --customConditions --newLine --ignoreDeprecations',
    flags: [
      {
        names: '-p --project',
        value: 'read',
        choices: { '/*': OTHER_PROJECT, '~*': OTHER_PROJECT, '../*': OTHER_PROJECT, '*': {} },
      },
      { names: '-b --build', operands: { rest: 'program' } },
      {
        names:
          '--outDir --outFile -o --declarationDir --generateTrace --generateCpuProfile --tsBuildInfoFile',
        value: 'write',
      },
      { names: '--rootDir --rootDirs --baseUrl --typeRoots --paths', value: 'read' },
      { names: '--init', adds: { writes: ['tsconfig.json'] } },
      { names: '--clean', adds: { deletes: ['.'] } },
      { names: '--noEmit --listFilesOnly --showConfig --dry', cancels: ['writes'] },
    ],
    stops: '-v --version -h --help --all',
    operands: { rest: 'read' },
  },
  {
    names: 'eslint',
    source: 'ESLint documentation, command line interface, 9',
    does: LOADS_CONFIG,
    switches:
      '--no-eslintrc --no-config-lookup --no-ignore --quiet --no-inline-config --report-unused-disable-directives --cache --no-error-on-unmatched-pattern --exit-on-fatal-error --no-warn-ignored --pass-on-no-patterns --debug --color --no-color --stdin --stats --fix-dry-run --print-config --env-info --pass-on-unpruned-suppressions',
    settings:
      '--ext --env --global --rule --max-warnings --ignore-pattern --report-unused-disable-directives-severity --report-unused-inline-configs --cache-strategy --stdin-filename --parser-options --fix-type --flag --concurrency --suppress-rule',
    flags: [
      { names: '-c --config --parser --plugin --rulesdir --resolve-plugins-relative-to', value: 'program' },
      {
        names: '-f --format',
        value: 'text',
        choices: {
          './*': { runs: 'project' },
          '/*': { runs: 'anything' },
          '../*': { runs: 'anything' },
          '~*': { runs: 'anything' },
          '*': {},
        },
      },
      { names: '-o --output-file --cache-file --cache-location --suppressions-location', value: 'write' },
      { names: '--ignore-path', value: 'read' },
      { names: '--fix --suppress-all --prune-suppressions', adds: WRITES_HERE },
      {
        names: '--init --inspect-config --mcp',
        adds: { runs: 'anything', hosts: ['configured'], why: 'fetches and runs a package' },
      },
    ],
    stops: '-v --version -h --help',
    operands: { rest: 'read' },
    example: '.',
  },
  {
    names: 'prettier prettierd',
    source: 'Prettier documentation, CLI, 3.6',
    does: LOADS_CONFIG,
    otherFlags: 'harmless',
    settings:
      '--parser --tab-width --print-width --trailing-comma --end-of-line --log-level --config-precedence --stdin-filepath --prose-wrap --arrow-parens --quote-props --range-start --range-end --cursor-offset --cache-strategy --embedded-language-formatting --html-whitespace-sensitivity',
    flags: [
      { names: '-w --write', operands: { rest: 'change' }, adds: WRITES_HERE },
      { names: '--config --plugin', value: 'program' },
      { names: '--ignore-path --find-config-path --file-info --config-path', value: 'read' },
      { names: '--cache-location', value: 'write' },
    ],
    stops: '-v --version -h --help --support-info',
    operands: { rest: 'read' },
    example: '--check .',
  },
  {
    names: 'biome rome',
    source: 'Biome documentation, CLI, 2.2',
    grammar: 'pflag',
    stops: '-V --version -h --help',
    switches: '--colors --verbose',
    subcommands: [
      {
        names: 'check lint format ci search',
        otherFlags: 'harmless',
        settings:
          '--max-diagnostics --diagnostic-level --reporter --log-level --log-kind --only --skip --since --stdin-file-path --indent-style --indent-width --line-width --colors --suppress',
        flags: [
          { names: '--write --fix --apply --apply-unsafe --unsafe --suppress', adds: WRITES_HERE },
          { names: '--config-path --log-file --log-path', value: 'change' },
        ],
        operands: { rest: 'read' },
      },
      { names: 'rage explain version lsp-proxy', otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'migrate init',
        does: { writes: ['biome.json'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'start stop upgrade clean', does: { machine: true }, otherFlags: 'harmless' },
    ],
    example: 'check .',
  },
  {
    names: 'vitest jest',
    source: 'Vitest documentation, CLI, 3; Jest documentation, CLI options, 30',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: VITEST_FLAGS,
    stops: '-v --version -h --help',
    subcommands: [
      {
        names: 'run watch dev bench related list typecheck',
        does: RUNS_PROJECT,
        otherFlags: 'harmless',
        flags: VITEST_FLAGS,
        operands: { rest: 'read' },
      },
      {
        names: 'init',
        does: { writes: ['package.json'], runs: 'anything', hosts: ['configured'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    bare: {},
    otherSubcommand: { otherFlags: 'harmless', flags: VITEST_FLAGS, operands: { rest: 'read' } },
    example: 'run',
  },
  {
    names:
      'mocha ava tap uvu jasmine karma c8 nyc cypress playwright wdio testcafe storybook start-storybook chromatic',
    source: 'documentation of the test runners named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      { names: '--require -r --import --config --loader --reporter --ui', value: 'program' },
      {
        names: '--report-dir --reports-dir -o --output --output-dir --outfile --temp-directory',
        value: 'write',
      },
      { names: '--browser --headed --debug', value: 'text', optional: true },
    ],
    stops: '-v --version -h --help',
    subcommands: [
      {
        names: 'install install-deps',
        does: { hosts: ['configured'], machine: true, why: 'downloads browsers' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'open codegen show-report show-trace merge-reports',
        does: { runs: 'anything', why: 'opens a browser' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'record upload',
        does: { hosts: ['configured'], sends: true },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: RUNS_PROJECT,
      otherFlags: 'harmless',
      flags: [
        { names: '--require -r --import --config -c', value: 'program' },
        { names: '-o --output', value: 'write' },
      ],
      operands: { rest: 'text' },
    },
    bare: {},
  },
  {
    names:
      'vite next nuxt nuxi astro remix svelte-kit svelte-check webpack webpack-cli rollup rolldown esbuild swc parcel tsup tsdown unbuild turbo nx lerna rush gulp grunt ng vue-cli-service react-scripts gatsby expo react-native ionic metro electron electron-builder tauri sst serverless sls wxt plasmo docusaurus vitepress typedoc api-extractor ncc pkgroll changeset changesets husky lint-staged simple-git-hooks lefthook commitlint',
    source: 'documentation of the build tools named',
    does: { ...RUNS_PROJECT },
    otherFlags: 'harmless',
    settings: '--mode --filter --target --format --loader',
    flags: [
      { names: '-c --config --require --plugin', value: 'program' },
      { names: '--outdir --outfile --outDir -o --output --out-dir --output-path', value: 'write' },
      {
        names: '--host --tunnel',
        value: 'text',
        optional: true,
        adds: { hosts: ['*'], sends: true, why: 'serves to the network' },
      },
    ],
    stops: '-v --version -h --help -V',
    subcommands: [
      {
        names:
          'deploy publish release upload submit export:embed eas login logout telemetry destroy bootstrap remove version add install generate new create init update upgrade migrate adder import prebuild eject',
        does: {
          runs: 'anything',
          hosts: ['*'],
          sends: true,
          writes: ['package.json'],
          why: 'installs, creates or publishes something',
        },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: RUNS_PROJECT,
      otherFlags: 'harmless',
      flags: [
        { names: '-c --config', value: 'program' },
        {
          names: '--outDir --out-dir --outdir --outfile --out --output-path --dist-dir -o --output -d',
          value: 'write',
        },
        {
          names: '--host',
          value: 'text',
          optional: true,
          adds: { hosts: ['*'], sends: true, why: 'serves to the network' },
        },
      ],
      operands: { rest: 'text' },
    },
    bare: {},
    example: 'build',
  },
  {
    names: 'standard-version commit-and-tag-version bumpp sort-package-json syncpack',
    source: 'documentation of the tools named',
    does: { ...RUNS_PROJECT, writes: ['package.json'], why: 'changes package.json' },
    otherFlags: 'harmless',
    flags: [{ names: '--dry-run --check -c', cancels: ['writes'] }],
    stops: '-v --version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'semantic-release release-it np auto',
    source: 'documentation of the release tools named',
    does: { ...RUNS_PROJECT, hosts: ['configured'], sends: true, why: 'publishes a release' },
    otherFlags: 'harmless',
    flags: [
      { names: '-d --dry-run --preview --release-version --changelog', cancels: ['sends'] },
      { names: '-e --extends -c --config -p --plugins', value: 'program' },
    ],
    stops: '-v --version -h --help',
    operands: { rest: 'text' },
  },
  {
    names:
      'stylelint markdownlint markdownlint-cli2 cspell alex textlint htmlhint xo standard oxlint oxfmt dprint knip depcheck madge dependency-cruiser depcruise ts-prune publint attw jscpd size-limit type-coverage npm-check-updates ncu license-checker',
    source: 'documentation of the checkers named',
    does: LOADS_CONFIG,
    otherFlags: 'harmless',
    flags: [
      { names: '-c --config --plugin --rules --rulesdir --formatter --custom-formatter', value: 'program' },
      { names: '-o --output --output-file', value: 'write' },
      { names: '--fix -w --write', adds: WRITES_HERE },
      {
        names: '-u --upgrade --allow-remove-files',
        adds: { writes: ['package.json'], why: 'changes package.json' },
      },
    ],
    stops: '-v --version -h --help -V',
    operands: { rest: 'read' },
    example: '.',
  },
  {
    names:
      'http-server serve live-server json-server browser-sync localtunnel lt ngrok cloudflared tunnelmole',
    source: 'documentation of the servers named',
    does: { hosts: ['*'], sends: true, why: 'serves files to the network' },
    otherFlags: 'harmless',
    stops: '-v --version -h --help',
    operands: { rest: 'read' },
  },
  {
    names: 'prisma drizzle-kit typeorm sequelize knex supabase hasura graphql-codegen',
    source: 'Prisma CLI reference, 6; documentation of the tools named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    stops: '-v --version -h --help',
    subcommands: [
      {
        names: 'validate format generate version check',
        does: RUNS_PROJECT,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names:
          'migrate db push pull studio migration:run migration:revert seed reset drop link functions secrets login',
        does: { runs: 'project', hosts: ['configured'], sends: true, loses: true, why: 'changes a database' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { runs: 'project', hosts: ['configured'], sends: true, why: 'can change a database' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
];
