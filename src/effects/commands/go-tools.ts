import type { CommandDescription } from '../description.ts';
import { LOADS_CONFIG, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

/** Linters, test runners and generators of Go. */
export const GO_TOOLS: readonly CommandDescription[] = [
  {
    names: 'golangci-lint',
    source: 'golangci-lint documentation, 2',
    grammar: 'pflag',
    stops: '--version -h --help',
    flagsAnywhere: true,
    switches: '-v --verbose',
    settings: '--color',
    subcommands: [
      {
        names: 'run fmt',
        does: LOADS_CONFIG,
        otherFlags: 'harmless',
        settings:
          '-E --enable -D --disable --enable-only --timeout -j --concurrency -n --new-from-rev --new-from-merge-base --default --build-tags --go --max-issues-per-linter --max-same-issues --modules-download-mode -p --presets --path-mode --path-prefix --out-format --issues-exit-code -e --exclude --skip-dirs --skip-files',
        flags: [
          { names: '-c --config', value: 'program' },
          { names: '--fix', adds: WRITES_HERE },
          {
            names:
              '--output.text.path --output.json.path --output.tab.path --output.html.path --output.checkstyle.path --output.junit-xml.path --output.sarif.path --output.code-climate.path --output.teamcity.path --cpu-profile-path --mem-profile-path --trace-path',
            value: 'write',
          },
          { names: '--new-from-patch', value: 'read' },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'linters formatters help version completion config',
        otherFlags: 'harmless',
        flags: [{ names: '-c --config', value: 'read' }],
        operands: { rest: 'text' },
      },
      { names: 'cache', otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'migrate custom',
        does: { writes: ['.'], runs: 'project', hosts: ['configured'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    example: 'run',
  },
  {
    names:
      'staticcheck errcheck revive gosec govulncheck ineffassign misspell deadcode gocyclo nilaway shadow structcheck goleak',
    source: 'documentation of the checkers named',
    grammar: 'single-dash',
    does: {},
    otherFlags: 'harmless',
    settings: '-config -tags -checks -formatter -format -fmt -confidence -severity',
    flags: [
      { names: '-out -o', value: 'write' },
      { names: '-w', adds: WRITES_HERE },
    ],
    operands: { rest: 'text' },
    example: './...',
  },
  {
    names: 'gotestsum ginkgo',
    source: 'gotestsum and Ginkgo documentation',
    does: RUNS_PROJECT,
    grammar: 'pflag',
    otherFlags: 'harmless',
    settings: '-f --format',
    flags: [
      { names: '--junitfile --jsonfile --jsonfile-timing-events', value: 'write' },
      { names: '--post-run-command', value: 'shell' },
      { names: '--raw-command', adds: { runs: 'anything', why: 'runs the command that follows' } },
      { names: '-exec -toolexec', value: 'shell', adds: { runs: 'anything' } },
    ],
    stops: '--version --help',
    operands: { rest: 'text' },
  },
  {
    names: 'protoc',
    source: 'Protocol Buffers documentation, protoc 31',
    does: { runs: 'anything', why: 'runs plugins by name and writes where its flags say' },
    otherFlags: 'harmless',
    stops: '--version -h --help',
    operands: { rest: 'read' },
  },
  {
    names: 'dlv',
    source: 'Delve documentation',
    does: { runs: 'anything', why: 'runs or attaches to a program and can control it' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'mockgen mockery sqlc buf protoc-gen-go stringer wire templ air goreleaser ko',
    source: 'documentation of the generators named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      { names: '--plugin', value: 'program' },
      { names: '-destination -o --output', value: 'write' },
    ],
    stops: '--version --help -h',
    subcommands: [
      {
        names: 'release publish push deploy',
        does: { runs: 'project', hosts: ['configured'], sends: true, why: 'publishes' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: RUNS_PROJECT,
      otherFlags: 'harmless',
      flags: [{ names: '-o --output', value: 'write' }],
      operands: { rest: 'text' },
    },
  },
];
