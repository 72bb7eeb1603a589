import type { CommandDescription } from '../description.ts';
import { OPENS_PROMPT } from './gains.ts';

const SETS_ENVIRONMENT = { runs: 'anything', why: 'sets an environment that can load code' } as const;

/** Shells and languages that run a script, a text or whatever is typed. */
export const INTERPRETERS: readonly CommandDescription[] = [
  {
    names: 'bash sh zsh dash ksh ash fish rbash',
    source: 'bash(1), 5.2; zsh(1); dash(1); fish(1)',
    switches:
      '-a -b -e -f -h -i -k -l -m -n -p -r -t -u -v -x -B -C -E -H -P -T -D --login --posix --restricted --verbose --noprofile --norc --debugger --noediting --no-rcs --no-globalrcs +a +b +e +f +h +k +m +n +p +t +u +v +x +B +C +E +H +P +T',
    settings: '-o +o -O +O',
    flags: [
      { names: '-c --command', operands: { first: ['shell'], rest: 'text', none: OPENS_PROMPT } },
      { names: '-s', operands: { first: [], rest: 'text' }, adds: OPENS_PROMPT },
      { names: '--rcfile --init-file', value: 'program', adds: { runs: 'anything' } },
      { names: '-C --init-command', value: 'text', adds: { runs: 'anything' } },
    ],
    stops: '--version --help',
    flagsEndAtOperand: true,
    stdin: 'shell',
    operands: { first: ['program'], rest: 'text' },
    example: 'x.sh',
  },
  {
    names:
      'python python3 python2 python3.9 python3.10 python3.11 python3.12 python3.13 python3.14 pypy pypy3 python.exe py',
    source: 'python3(1), Python 3.13, command line and environment',
    switches: '-b -B -d -E -I -O -OO -P -q -s -S -u -v -x -? -bb',
    settings: '-W -X --check-hash-based-pycs',
    flags: [
      { names: '-c', value: 'code', operands: { first: [], rest: 'text', none: {} } },
      { names: '-m', value: 'module' },
      { names: '-i', adds: OPENS_PROMPT },
    ],
    stops: '-V --version -h --help -VV --help-all --help-env --help-xoptions',
    flagsEndAtOperand: true,
    stdin: 'code',
    operands: { first: ['program'], rest: 'text' },
    example: 'x.py',
  },
  {
    names: 'node nodejs',
    source: 'node(1), Node.js 24 command-line options',
    grammar: 'pflag',
    switches:
      '--enable-source-maps --no-warnings --trace-warnings --trace-deprecation --trace-uncaught --throw-deprecation --no-deprecation --expose-gc --harmony --experimental-strip-types --experimental-transform-types --no-experimental-strip-types --experimental-vm-modules --experimental-modules --experimental-json-modules --experimental-sqlite --preserve-symlinks --pending-deprecation --test-only --experimental-test-coverage --experimental-test-module-mocks --experimental-specifier-resolution --abort-on-uncaught-exception --permission --no-addons --node-memory-debug --trace-gc --trace-exit --test-force-exit',
    settings:
      '--max-old-space-size --max-semi-space-size --stack-size --stack-trace-limit --unhandled-rejections --input-type --test-name-pattern --test-skip-pattern --test-reporter --test-concurrency --test-timeout --conditions --title --dns-result-order --trace-event-categories --test-isolation --heapsnapshot-near-heap-limit --network-family-autoselection-attempt-timeout --disable-warning',
    flags: [
      { names: '-e --eval -p --print -pe', value: 'code', operands: { first: [], rest: 'text', none: {} } },
      { names: '-r --require --import --loader --experimental-loader', value: 'program' },
      {
        names: '--env-file --env-file-if-exists',
        value: 'read',
        choices: { '/*': SETS_ENVIRONMENT, '~*': SETS_ENVIRONMENT, '../*': SETS_ENVIRONMENT, '*': {} },
      },
      { names: '--openssl-config --icu-data-dir --experimental-config-file', value: 'program' },
      { names: '-c --check', operands: { first: ['read'], rest: 'read' } },
      {
        names: '--test --watch --watch-path --watch-preserve-output',
        value: 'text',
        optional: true,
        adds: { runs: 'project' },
        operands: { rest: 'program', none: {} },
      },
      { names: '--run', value: 'npm-script', operands: { none: {} } },
      {
        names: '--inspect --inspect-brk --inspect-wait --inspect-port',
        value: 'text',
        optional: true,
        adds: { runs: 'anything', why: 'opens a debugging port' },
      },
      {
        names: '--cpu-prof --heap-prof --prof --build-snapshot --report-on-fatalerror',
        adds: { writes: ['.'] },
      },
      {
        names: '--redirect-warnings --test-reporter-destination --trace-event-file-pattern --cpu-prof-name',
        value: 'write',
      },
      {
        names: '--cpu-prof-dir --heap-prof-dir --diagnostic-dir --report-dir --report-directory',
        value: 'write-into',
      },
      { names: '-i --interactive', adds: OPENS_PROMPT },
      { names: '--completion-bash --v8-options', cancels: ['everything'] },
    ],
    stops: '-v --version -h --help --v8-options',
    flagsEndAtOperand: true,
    operands: { first: ['program'], rest: 'text', none: OPENS_PROMPT },
    example: 'x.js',
  },
  {
    names: 'tsx ts-node ts-node-esm esno swc-node jiti vite-node',
    source: 'tsx and ts-node documentation',
    grammar: 'pflag',
    switches: '--no-cache --clear-screen --esm --transpile-only -T --files --no-warnings --swc',
    settings: '--conditions',
    flags: [
      { names: '-e --eval -p --print', value: 'code' },
      { names: '-r --require --import --loader', value: 'program' },
      { names: '--tsconfig --project -P', value: 'program' },
      { names: '--env-file', value: 'read' },
      { names: '--test', adds: { runs: 'project' } },
      { names: '--watch', operands: { first: ['program'] } },
    ],
    subcommands: [
      {
        names: 'watch',
        switches: '--clear-screen',
        flagsEndAtOperand: true,
        operands: { first: ['program'], rest: 'text' },
        example: 'x.ts',
      },
    ],
    otherSubcommand: { flagsEndAtOperand: true, operands: { first: ['program'], rest: 'text' } },
    stops: '-v --version -h --help',
    example: 'x.ts',
  },
  {
    names: 'deno',
    source: 'deno documentation, 2.3',
    grammar: 'pflag',
    stops: '-V --version -h --help',
    subcommands: [
      {
        names: 'fmt',
        does: { writes: ['.'] },
        otherFlags: 'harmless',
        flags: [
          { names: '--check', cancels: ['writes'] },
          { names: '-c --config', value: 'read' },
        ],
        operands: { rest: 'change' },
      },
      {
        names: 'lint check info doc types',
        otherFlags: 'harmless',
        flags: [
          { names: '-c --config', value: 'read' },
          { names: '--fix', adds: { writes: ['.'] } },
        ],
        operands: { rest: 'read' },
      },
      {
        names:
          'run serve test bench task eval repl compile install add remove uninstall upgrade jupyter publish bundle x init',
        does: { runs: 'anything', hosts: ['*'], why: 'runs code that can be loaded from anywhere' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'coverage completions', otherFlags: 'harmless', operands: { rest: 'read' } },
    ],
    bare: OPENS_PROMPT,
  },
  {
    names: 'perl perl5',
    source: 'perlrun(1), perl 5.40',
    switches: '-a -f -F -l -0 -n -p -s -S -t -T -u -U -w -W -X',
    flags: [
      { names: '-e -E', value: 'code', operands: { first: [], rest: 'read', none: {} } },
      { names: '-i', value: 'text', optional: true, operands: { rest: 'change' } },
      { names: '-I -M -m -C -D -x', value: 'text', optional: true },
      { names: '-c', adds: { why: 'BEGIN blocks of the script still run' } },
      { names: '-d', value: 'text', optional: true, adds: OPENS_PROMPT },
    ],
    stops: '-v -V -h --version --help',
    flagsEndAtOperand: true,
    stdin: 'code',
    operands: { first: ['program'], rest: 'text' },
    example: 'x.pl',
  },
  {
    names:
      'lua luajit tclsh wish R Rscript julia octave guile sbcl clisp racket ghci runghc runhaskell ocaml erl escript iex scala groovy jshell clj clojure bb kotlin gnuplot nu pwsh',
    source: 'manuals of the languages named; pwsh documentation 7.5',
    does: {},
    switches: '-i -q -s -v -w --vanilla --no-save --slave --quiet -NoProfile -NonInteractive -NoLogo',
    settings: '-ExecutionPolicy',
    flags: [
      { names: '-e --eval -c -E -Command -EncodedCommand -l -r --execute --expr', value: 'code' },
      { names: '-File -f --load --script', value: 'program' },
    ],
    stops: '--version --help -h -V -version',
    stopsAlone: '-v',
    flagsEndAtOperand: true,
    stdin: 'code',
    operands: { first: ['program'], rest: 'text' },
    example: 'x',
  },
  {
    names: 'powershell powershell.exe',
    source: 'about_PowerShell_exe, Windows PowerShell 5.1',
    does: { runs: 'anything', why: 'runs PowerShell text, which is not read here' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'cmd cmd.exe wsl wsl.exe wscript cscript mshta rundll32 regsvr32',
    source: 'Windows commands reference',
    does: { runs: 'anything', why: 'runs commands of another shell' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'osascript',
    source: 'osascript(1), macOS 15',
    does: { runs: 'anything', machine: true, why: 'controls other programs' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'busybox toybox',
    source: 'busybox documentation',
    flagsEndAtOperand: true,
    stops: '--help --list',
    operands: { rest: 'command' },
    example: 'true',
  },
  {
    names: 'ed ex',
    source: 'ed(1)',
    does: { runs: 'anything', why: 'its commands can start a shell' },
    otherFlags: 'harmless',
    stops: '--version --help',
    operands: { rest: 'change' },
  },
];
