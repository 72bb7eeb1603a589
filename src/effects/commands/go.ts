import type { CommandDescription, Flag } from '../description.ts';
import { ASKS_SERVICE, LOADS_CONFIG, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

/** Flags of everything that compiles (go help build, go 1.25). */
const BUILD_FLAGS: readonly Flag[] = [
  { names: '-o', value: 'write' },
  {
    names: '-toolexec',
    value: 'shell',
    adds: { runs: 'anything', why: 'runs every compiler step through a program' },
  },
  { names: '-exec', value: 'shell', adds: { runs: 'anything', why: 'runs the binary through a program' } },
  { names: '-C', value: 'directory' },
  { names: '-modfile -overlay -pgo', value: 'read' },
  { names: '-pkgdir -modcacherw', value: 'write' },
  {
    names: '-ldflags -gcflags -asmflags -gccgoflags',
    value: 'text',
    choices: {
      '*-extld*': { runs: 'anything', why: 'names another linker' },
      '*-o *': { unknown: 'the linker writes elsewhere' },
      '*': {},
    },
  },
  {
    names: '-compiler -buildmode -mod -tags -p -installsuffix -covermode -coverpkg -buildvcs -asan -f',
    value: 'text',
  },
];

const BUILD_SWITCHES =
  '-a -n -v -x -i -race -msan -work -trimpath -linkshared -cover -json -modcacherw -u -d -e -deps -find -test -export -compiled -m -versions -retracted -changed -diff -dry-run';

const TEST_FLAGS: readonly Flag[] = [
  ...BUILD_FLAGS,
  {
    names:
      '-coverprofile -cpuprofile -memprofile -blockprofile -mutexprofile -trace -outputdir -test.gocoverdir -artifacts',
    value: 'write',
  },
  {
    names:
      '-run -bench -count -timeout -cpu -benchtime -parallel -list -skip -fuzz -fuzztime -fuzzminimizetime -shuffle -vet -blockprofilerate -memprofilerate -mutexprofilefraction',
    value: 'text',
  },
  {
    names: '-vettool',
    value: 'program',
    adds: { runs: 'anything', why: 'runs another program on the code' },
  },
  { names: '-args', operands: { rest: 'text' } },
];

const TEST_SWITCHES = `${BUILD_SWITCHES} -c -short -failfast -benchmem -fullpath`;

/** Go and the tools around it. */
export const GO: readonly CommandDescription[] = [
  {
    names: 'go',
    source: 'go help, go 1.25',
    grammar: 'single-dash',
    flags: [{ names: '-C', value: 'directory' }],
    subcommands: [
      {
        names: 'test',
        does: RUNS_PROJECT,
        switches: TEST_SWITCHES,
        flags: TEST_FLAGS,
        operands: { rest: 'text' },
        example: './...',
      },
      {
        names: 'build',
        does: WRITES_HERE,
        switches: BUILD_SWITCHES,
        flags: BUILD_FLAGS,
        operands: { rest: 'text' },
        example: './...',
      },
      {
        names: 'install',
        does: {
          machine: true,
          writes: ['~/go/bin'],
          hosts: ['configured'],
          why: 'installs programs for the user account',
        },
        switches: BUILD_SWITCHES,
        flags: BUILD_FLAGS,
        operands: { rest: 'package' },
        example: './...',
      },
      {
        names: 'run',
        does: { writes: ['.'] },
        switches: BUILD_SWITCHES,
        flags: BUILD_FLAGS,
        flagsEndAtOperand: true,
        operands: { first: ['program'], rest: 'text', none: {} },
        example: '.',
      },
      {
        names: 'vet',
        switches: BUILD_SWITCHES,
        otherFlags: 'harmless',
        flags: [
          ...BUILD_FLAGS,
          {
            names: '-vettool',
            value: 'program',
            adds: { runs: 'anything', why: 'runs another program on the code' },
          },
          { names: '-fix', adds: WRITES_HERE },
          { names: '-c', value: 'text' },
        ],
        operands: { rest: 'text' },
        example: './...',
      },
      {
        names: 'list',
        switches: BUILD_SWITCHES,
        flags: [...BUILD_FLAGS, { names: '-reuse', value: 'read' }],
        operands: { rest: 'text' },
        example: './...',
      },
      {
        names: 'doc',
        switches: '-all -c -cmd -short -src -u -http',
        flags: [{ names: '-C', value: 'directory' }],
        operands: { rest: 'text' },
      },
      { names: 'version', switches: '-m -v', operands: { rest: 'read' } },
      { names: 'help', operands: { rest: 'text' } },
      {
        names: 'env',
        switches: '-json -changed',
        flags: [
          {
            names: '-w -u',
            adds: {
              writes: ['~/.config/go/env'],
              runs: 'anything',
              why: 'changes settings that can name programs to run',
            },
          },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'fmt',
        does: WRITES_HERE,
        switches: '-x',
        flags: [
          { names: '-n', cancels: ['writes'] },
          { names: '-mod', value: 'text' },
        ],
        operands: { rest: 'text' },
        example: './...',
      },
      {
        names: 'fix',
        does: WRITES_HERE,
        switches: BUILD_SWITCHES,
        otherFlags: 'harmless',
        flags: [{ names: '-fixtool', value: 'program', adds: { runs: 'anything' } }],
        operands: { rest: 'text' },
        example: './...',
      },
      {
        names: 'generate',
        does: { ...RUNS_PROJECT, runs: 'anything', why: 'runs the commands that //go:generate lines name' },
        switches: BUILD_SWITCHES,
        settings: '-run -skip',
        flags: BUILD_FLAGS,
        operands: { rest: 'text' },
        example: './...',
      },
      {
        names: 'get',
        does: {
          hosts: ['configured'],
          writes: ['go.mod', 'go.sum'],
          why: 'fetches modules and changes go.mod',
        },
        switches: `${BUILD_SWITCHES} -t -insecure`,
        flags: BUILD_FLAGS,
        operands: { rest: 'package' },
        example: 'example.com/x',
      },
      {
        names: 'mod',
        subcommands: [
          {
            names: 'graph verify why',
            switches: '-m -v -vendor -x',
            settings: '-go',
            operands: { rest: 'text' },
          },
          {
            names: 'download',
            does: ASKS_SERVICE,
            switches: '-x -json',
            settings: '-reuse',
            operands: { rest: 'text' },
          },
          {
            names: 'tidy',
            does: { hosts: ['configured'], writes: ['go.mod', 'go.sum'] },
            switches: '-e -v -x',
            settings: '-go -compat',
            flags: [{ names: '-diff', cancels: ['writes'] }],
          },
          {
            names: 'init edit',
            does: { writes: ['go.mod'] },
            otherFlags: 'harmless',
            flags: [{ names: '-print -json', cancels: ['writes'] }],
            operands: { rest: 'text' },
          },
          {
            names: 'vendor',
            does: { hosts: ['configured'], writes: ['vendor'] },
            switches: '-e -v',
            flags: [{ names: '-o', value: 'write' }],
          },
        ],
      },
      {
        names: 'work',
        subcommands: [
          {
            names: 'init use edit sync vendor',
            does: { writes: ['go.work'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'clean',
        does: { deletes: ['./*.test'], why: 'removes build output' },
        switches: '-i -r -x -cache -testcache -fuzzcache',
        flags: [
          { names: '-modcache', adds: { deletes: ['~/go/pkg/mod'], why: 'removes all downloaded modules' } },
          { names: '-n', cancels: ['deletes'] },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'tool',
        does: {},
        switches: '-n -modcacherw',
        flags: BUILD_FLAGS,
        flagsEndAtOperand: true,
        subcommands: [
          {
            names:
              'cover pprof trace vet nm objdump addr2line buildid dist fix compile link asm cgo pack covdata test2json doc preprofile',
            otherFlags: 'harmless',
            flags: [
              { names: '-o', value: 'write' },
              { names: '-html -func -i', value: 'read' },
              {
                names: '-http',
                value: 'text',
                adds: { hosts: ['*'], sends: true, why: 'serves to the network' },
              },
            ],
            operands: { rest: 'read' },
          },
        ],
        bare: {},
        otherSubcommand: { does: RUNS_PROJECT, operands: { rest: 'text' }, otherFlags: 'harmless' },
      },
      { names: 'telemetry bug', does: { machine: true }, operands: { rest: 'text' } },
    ],
    example: 'version',
  },
  {
    names: 'gofmt goimports gofumpt golines gci',
    source: 'gofmt documentation, go 1.25',
    grammar: 'single-dash',
    switches: '-d -e -l -s -v -extra -version -format-only',
    settings: '-r -local -srcdir -lang -modpath -m --max-len',
    flags: [
      { names: '-w', operands: { rest: 'change' } },
      { names: '-cpuprofile -memprofile -memrate -trace', value: 'write' },
    ],
    operands: { rest: 'read' },
    example: '-l .',
  },
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
    names: 'dlv',
    source: 'Delve documentation',
    does: { runs: 'anything', why: 'runs or attaches to a program and can control it' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'mockgen mockery sqlc buf protoc protoc-gen-go stringer wire templ air goreleaser ko',
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
