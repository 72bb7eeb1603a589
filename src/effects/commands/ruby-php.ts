import type { CommandDescription, Gain, Part, Subcommand } from '../description.ts';
import {
  ASKS_SERVICE,
  CHANGES_SERVICE,
  INSTALLS,
  INSTALLS_GLOBALLY,
  LOADS_CONFIG,
  OPENS_PROMPT,
  RUNS_PROJECT,
  WRITES_HERE,
} from './gains.ts';

const PUBLISHES: Gain = { ...CHANGES_SERVICE, why: 'publishes to a registry' };

/** A subcommand whose flags have no part in what it can do. */
function plain(names: string, does: Gain, more: Part = {}): Subcommand {
  const rest: Part = { does, otherFlags: 'harmless', operands: { rest: 'text' } };
  if (more.subcommands === undefined) return { names, ...rest, ...more };
  return { names, otherFlags: 'harmless', bare: does, otherSubcommand: rest, ...more };
}

/** Ruby and PHP with their package managers and tools. */
export const RUBY_AND_PHP: readonly CommandDescription[] = [
  {
    names: 'ruby',
    source: 'ruby(1), Ruby 3.4',
    switches:
      '-a -l -n -p -s -v -w -W -W0 -W1 -W2 -0 --verbose --yjit --jit --disable-gems --enable-frozen-string-literal',
    settings: '-E -K --encoding',
    flags: [
      { names: '-e', value: 'code', operands: { first: [], rest: 'text', none: {} } },
      { names: '-S', value: 'command' },
      { names: '-r', value: 'program' },
      { names: '-I', value: 'program' },
      { names: '-C', value: 'directory' },
      { names: '-c', operands: { first: ['read'] } },
      { names: '-i', value: 'text', optional: true, operands: { rest: 'change' } },
      { names: '-x', value: 'directory', optional: true },
    ],
    stops: '--version --copyright -h --help',
    stopsAlone: '-v',
    flagsEndAtOperand: true,
    stdin: 'code',
    operands: { first: ['program'], rest: 'text' },
    example: 'x.rb',
  },
  {
    names: 'irb pry',
    source: 'irb(1)',
    does: OPENS_PROMPT,
    otherFlags: 'harmless',
    stops: '--version --help',
    operands: { rest: 'text' },
  },
  {
    names: 'bundle bundler',
    source: 'Bundler documentation, 2.6',
    stops: '-v --version -h --help',
    switches: '--verbose --no-color -V -r',
    bare: INSTALLS,
    subcommands: [
      {
        names: 'exec e',
        switches: '--keep-file-descriptors --gemfile',
        flagsEndAtOperand: true,
        operands: { rest: 'module' },
        does: { runs: 'project' },
        example: 'rspec',
      },
      plain('install update add remove lock package cache pristine binstubs', INSTALLS),
      plain('list show info outdated check platform env doctor licenses help version fund', {
        runs: 'project',
        why: 'the Gemfile is code',
      }),
      plain('config plugin', { writes: ['.bundle/config'], runs: 'anything' }),
      plain('init gem', { writes: ['Gemfile'] }),
      plain('clean', { deletes: ['.'] }),
      plain('open console viz', { runs: 'anything' }),
    ],
  },
  {
    names: 'gem',
    source: 'RubyGems command reference, 3.6',
    stops: '-v --version -h --help',
    subcommands: [
      plain(
        'list search info query specification which environment env contents dependency outdated help',
        ASKS_SERVICE,
      ),
      plain('install update uninstall cleanup pristine fetch unpack setup sources', INSTALLS_GLOBALLY),
      plain('build', { runs: 'project', writes: ['.'] }, { operands: { rest: 'read' } }),
      plain('push yank owner signin signout cert', PUBLISHES),
    ],
  },
  {
    names:
      'rake rspec rails cucumber minitest guard thor sidekiq puma rackup jekyll hanami cap kamal brakeman',
    source: 'Rake, RSpec and Rails documentation',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      { names: '-e --execute -E --execute-continue -p --execute-print', value: 'code' },
      { names: '-f --rakefile -R --rakelibdir -r --require -I --options', value: 'program' },
      { names: '-o --out --output', value: 'write' },
    ],
    stops: '-V --version -h --help -T --tasks',
    operands: {
      rest: 'text',
      choices: {
        runner: { runs: 'anything' },
        console: OPENS_PROMPT,
        c: OPENS_PROMPT,
        'release*': PUBLISHES,
        deploy: CHANGES_SERVICE,
        'db:*': { loses: true, hosts: ['configured'], why: 'changes a database' },
        'db:migrate:status': {},
        'db:version': {},
        'db:abort_if_pending_migrations': {},
        'credentials:*': { reveals: 'the credentials' },
        'secrets:*': { reveals: 'the secrets' },
        'encrypted:*': { reveals: 'the secrets' },
        dbconsole: OPENS_PROMPT,
      },
    },
  },
  {
    names: 'rubocop standardrb reek erblint herb steep srb',
    source: 'RuboCop documentation, 1.79',
    does: LOADS_CONFIG,
    otherFlags: 'harmless',
    flags: [
      { names: '-c --config -r --require --plugin', value: 'program' },
      {
        names: '-a -A --autocorrect --autocorrect-all --auto-correct --fix -x --fix-layout --auto-gen-config',
        adds: WRITES_HERE,
      },
      { names: '-o --out --cache-root', value: 'write' },
      { names: '-f --format --only --except --fail-level', value: 'text' },
    ],
    stops: '-v -V --version -h --help',
    operands: { rest: 'read' },
    example: '.',
  },
  {
    names: 'php',
    source: 'PHP manual, command line usage, 8.4',
    switches: '-n -e -q -H -s -w',
    settings: '-z',
    flags: [
      { names: '-r -R -B -E', value: 'code', operands: { first: [], rest: 'text' } },
      { names: '-f -F', value: 'program' },
      {
        names: '-d',
        value: 'text',
        choices: {
          'memory_limit*': {},
          'display_errors*': {},
          'error_reporting*': {},
          'xdebug.mode=off': {},
          '*': { runs: 'anything', why: 'sets configuration that can load code' },
        },
      },
      { names: '-c', value: 'program' },
      {
        names: '-S',
        value: 'text',
        operands: { none: {} },
        adds: { hosts: ['*'], sends: true, runs: 'project', why: 'serves to the network' },
      },
      { names: '-t', value: 'directory' },
      { names: '-l', operands: { first: ['read'], rest: 'read' } },
      { names: '-a', adds: OPENS_PROMPT },
    ],
    stops: '-v --version -h --help -i --info -m --modules --ini',
    flagsEndAtOperand: true,
    stdin: 'code',
    operands: { first: ['program'], rest: 'text' },
    example: 'x.php',
  },
  {
    names: 'composer',
    source: 'Composer documentation, 2.8',
    stops: '-V --version -h --help',
    switches:
      '-q --quiet -v -vv -vvv -n --no-interaction --ansi --no-ansi --no-plugins --no-scripts --no-cache --profile',
    flags: [{ names: '-d --working-dir', value: 'directory' }],
    subcommands: [
      plain(
        'install i update u upgrade require r remove rm reinstall create-project bump dump-autoload dumpautoload',
        INSTALLS,
        { operands: { rest: 'package' } },
      ),
      plain(
        'show info outdated why depends why-not prohibits licenses validate check-platform-reqs diagnose status suggests search list help about audit fund',
        { hosts: ['configured'], runs: 'project' },
      ),
      plain('run run-script test', RUNS_PROJECT),
      plain('exec', {}, { flagsEndAtOperand: true, operands: { rest: 'module' } }),
      plain('global self-update selfupdate', INSTALLS_GLOBALLY),
      plain('config init archive', { writes: ['composer.json'], runs: 'anything' }),
      plain('clear-cache clearcache', { deletes: ['~/.composer/cache'] }),
    ],
    otherSubcommand: { does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'text' } },
  },
  {
    names: 'artisan',
    source: 'Laravel documentation, artisan console, 12',
    script: true,
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [{ names: '--env', value: 'text' }],
    operands: {
      rest: 'text',
      choices: {
        tinker: { runs: 'anything', why: 'runs given code' },
        'migrate:status': {},
        'migrate*': { loses: true, hosts: ['configured'], why: 'changes a database' },
        'db:show': {},
        'db:*': { loses: true, hosts: ['configured'], why: 'changes a database' },
        db: OPENS_PROMPT,
        'env:*': { reveals: 'the environment' },
        'config:show': { reveals: 'the configuration' },
        'key:*': { reveals: 'the application key' },
        'vendor:publish': { writes: ['.'] },
      },
    },
    example: 'test',
  },
  {
    names: 'phpunit pest paratest phpstan psalm phpcs symfony drush wp behat codecept',
    source: 'documentation of the tools named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      { names: '-c --configuration --bootstrap --standard', value: 'program' },
      { names: '--log-junit --coverage-html --coverage-clover --report-file', value: 'write' },
    ],
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'phpcbf php-cs-fixer pint rector',
    source: 'documentation of the formatters named',
    does: { ...RUNS_PROJECT },
    otherFlags: 'harmless',
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
];
