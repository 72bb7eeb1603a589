import type { CommandDescription, Gain, Part, Subcommand } from '../description.ts';
import { CHANGES_SERVICE, INSTALLS, INSTALLS_GLOBALLY, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

const PUBLISHES: Gain = { ...CHANGES_SERVICE, why: 'publishes to a registry' };

/** A subcommand whose flags have no part in what it can do. */
function plain(names: string, does: Gain, more: Part = {}): Subcommand {
  const rest: Part = { does, otherFlags: 'harmless', operands: { rest: 'text' } };
  if (more.subcommands === undefined) return { names, ...rest, ...more };
  return { names, otherFlags: 'harmless', bare: does, otherSubcommand: rest, ...more };
}

/** .NET, Elixir and Dart with their build tools. */
export const DOTNET_BEAM_DART: readonly CommandDescription[] = [
  {
    names: 'dotnet',
    source: '.NET documentation, dotnet command, 9',
    stops: '--version --info -h --help --list-sdks --list-runtimes',
    subcommands: [
      plain(
        'build test run clean restore msbuild vstest watch format pack',
        { ...RUNS_PROJECT, hosts: ['configured'] },
        {
          flags: [
            {
              names: '-o --output --artifacts-path -r --results-directory --report --binarylog -bl',
              value: 'write',
            },
            {
              names: '-p --project --property --settings -s --test-adapter-path',
              value: 'text',
              choices: { '/*': { runs: 'anything' }, '../*': { runs: 'anything' }, '*': {} },
            },
            {
              names: '--logger -l --collect -v --verbosity -c --configuration -f --framework --filter',
              value: 'text',
            },
          ],
        },
      ),
      plain('list search help', { hosts: ['configured'] }),
      plain('sln new add remove workload', { hosts: ['configured'], writes: ['.'], runs: 'anything' }),
      plain('tool', INSTALLS_GLOBALLY, {
        subcommands: [{ names: 'list search', otherFlags: 'harmless', operands: { rest: 'text' } }],
        otherSubcommand: { does: INSTALLS_GLOBALLY, otherFlags: 'harmless', operands: { rest: 'text' } },
      }),
      plain('publish', {
        ...RUNS_PROJECT,
        hosts: ['configured'],
        sends: true,
        why: 'can deploy what it builds',
      }),
      plain('nuget', PUBLISHES),
      plain('ef', {
        runs: 'project',
        hosts: ['configured'],
        sends: true,
        loses: true,
        why: 'changes a database',
      }),
      plain('user-secrets dev-certs', { reveals: 'secrets', machine: true }),
      plain('fsi script exec', { runs: 'anything' }),
    ],
    otherSubcommand: {
      flagsEndAtOperand: true,
      operands: { first: ['program'], rest: 'text' },
      does: { runs: 'project' },
    },
  },
  {
    names: 'msbuild nuget',
    source: 'MSBuild command-line reference',
    does: { ...INSTALLS },
    otherFlags: 'harmless',
    operands: { rest: 'text', choices: { push: PUBLISHES } },
  },
  {
    names: 'mix',
    source: 'Mix documentation, Elixir 1.18',
    stops: '-v --version -h --help',
    subcommands: [
      plain(
        'test compile credo dialyzer format sobelow docs xref assets.build assets.deploy assets.setup phx.routes phx.digest gettext.extract ecto.gen.migration ash.codegen ash_postgres.generate_migrations coveralls doctor check lint quality precommit ci loadpaths profile.fprof deps.tree app.tree app.start profile.eprof',
        RUNS_PROJECT,
        { flags: [{ names: '-o --output', value: 'write' }] },
      ),
      plain('deps help hex.info hex.outdated hex.audit app.config', { runs: 'project' }),
      plain(
        'deps.get deps.update deps.compile deps.unlock deps.clean setup archive.install archive.uninstall local.hex local.rebar escript.install',
        INSTALLS,
      ),
      plain('clean phx.digest.clean', { deletes: ['_build'], runs: 'project' }),
      plain(
        'ecto.create ecto.migrate ecto.rollback ecto.setup ecto.drop ecto.reset ash.setup ash.migrate ash.reset ash_postgres.create ash_postgres.migrate ash_postgres.drop',
        { runs: 'project', hosts: ['configured'], loses: true, why: 'changes a database' },
      ),
      plain('phx.server run eval cmd do', { runs: 'anything', why: 'runs given code or serves it' }),
      plain(
        'new phx.new phx.gen.html phx.gen.live phx.gen.context phx.gen.schema phx.gen.auth ash.gen.resource',
        { runs: 'project', writes: ['.'] },
      ),
      plain('hex.publish hex.user hex.organization hex.retire hex.owner hex.config', PUBLISHES),
      plain('release', RUNS_PROJECT),
    ],
    otherSubcommand: { does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'text' } },
    bare: RUNS_PROJECT,
  },
  {
    names: 'rebar3 gleam',
    source: 'rebar3 and Gleam documentation',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    stops: '-v --version -h --help version',
    operands: {
      rest: 'text',
      choices: {
        hex: PUBLISHES,
        publish: PUBLISHES,
        shell: { runs: 'anything' },
        add: INSTALLS,
        deps: INSTALLS,
        upgrade: INSTALLS,
      },
    },
    example: 'test',
  },
  {
    names: 'elixir elixirc',
    source: 'Elixir documentation',
    does: {},
    otherFlags: 'harmless',
    flags: [
      { names: '-e --eval --rpc-eval', value: 'code' },
      { names: '-r -pr -S -pa -pz', value: 'program' },
    ],
    stops: '-v --version -h --help',
    flagsEndAtOperand: true,
    operands: { first: ['program'], rest: 'text' },
  },
  {
    names: 'dart flutter fvm melos very_good',
    source: 'Flutter CLI reference, 3.32; Dart documentation',
    stops: '--version -h --help',
    switches: '-v --verbose --suppress-analytics --no-color --color',
    settings: '-d --device-id',
    subcommands: [
      plain(
        'analyze test build compile run drive gen-l10n attach screenshot logs info doc fix',
        { ...RUNS_PROJECT, hosts: ['configured'] },
        { flags: [{ names: '-o --output --coverage-path', value: 'write' }] },
      ),
      plain('format', WRITES_HERE, {
        flags: [
          { names: '-o --output', value: 'text', cancels: ['writes'], cancelsWhen: ['none', 'show', 'json'] },
        ],
        operands: { rest: 'change' },
      }),
      plain('doctor devices emulators help channel daemon', { hosts: ['configured'] }),
      plain('pub', INSTALLS, {
        subcommands: [
          plain('get add upgrade remove downgrade global cache run unpack', INSTALLS),
          plain('deps outdated', { hosts: ['configured'] }),
          plain('publish login logout token uploader', PUBLISHES),
        ],
      }),
      plain('clean', { deletes: ['build'] }),
      plain('create', { writes: ['.'], hosts: ['configured'] }, { operands: { rest: 'write' } }),
      plain('config upgrade downgrade precache install', INSTALLS_GLOBALLY),
    ],
    otherSubcommand: { flagsEndAtOperand: true, operands: { first: ['program'], rest: 'text' } },
  },
];
