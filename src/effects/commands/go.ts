import type { CommandDescription, Flag } from '../description.ts';
import { ASKS_SERVICE, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

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
  { names: '-modfile -overlay', value: 'program' },
  { names: '-pgo', value: 'read' },
  { names: '-pkgdir', value: 'write' },
  {
    names: '-ldflags -gcflags -asmflags -gccgoflags',
    value: 'text',
    choices: {
      '*-extld*': { runs: 'anything', why: 'names another linker' },
      '*plugin*': { runs: 'anything', why: 'loads a plugin into the compiler' },
      '*-wrapper*': { runs: 'anything', why: 'runs the compiler through a program' },
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

/** Go. */
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
        operands: { rest: 'read' },
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
        operands: { rest: 'read' },
        example: './...',
      },
      {
        names: 'list',
        switches: BUILD_SWITCHES,
        flags: [...BUILD_FLAGS, { names: '-reuse', value: 'read' }],
        operands: { rest: 'read' },
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
        operands: { rest: 'change' },
        example: './...',
      },
      {
        names: 'fix',
        does: WRITES_HERE,
        switches: BUILD_SWITCHES,
        otherFlags: 'harmless',
        flags: [{ names: '-fixtool', value: 'program', adds: { runs: 'anything' } }],
        operands: { rest: 'change' },
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
        switches: '-i -r -x -testcache',
        flags: [
          {
            names: '-cache -fuzzcache',
            adds: { deletes: ['~/.cache/go-build'], why: 'removes the build cache' },
          },
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
        otherSubcommand: {
          does: { runs: 'anything', why: 'runs a tool by name' },
          operands: { rest: 'text' },
          otherFlags: 'harmless',
        },
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
];
