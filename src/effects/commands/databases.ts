import type { CommandDescription, Gain } from '../description.ts';
import { CHANGES_SERVICE, DESTROYS_ON_SERVICE } from './gains.ts';

const OPENS_DATABASE: Gain = {
  hosts: ['configured'],
  sends: true,
  why: 'opens a database prompt, which can also run shell commands',
};

/** Commands that only answer (Redis documentation, command flags: readonly). */
const REDIS_READS = [
  'ping',
  'get',
  'mget',
  'exists',
  'keys',
  'scan',
  'type',
  'ttl',
  'pttl',
  'info',
  'dbsize',
  'llen',
  'lrange',
  'lindex',
  'scard',
  'smembers',
  'sismember',
  'hget',
  'hgetall',
  'hkeys',
  'hlen',
  'zcard',
  'zrange',
  'zscore',
  'strlen',
  'time',
];

/** Clients of databases. */
export const DATABASES: readonly CommandDescription[] = [
  {
    names: 'psql pgcli cockroach',
    source: 'psql(1), PostgreSQL 17',
    does: { hosts: ['configured'] },
    switches:
      '-a -A -b -e -E -H -n -q -s -S -t -w -W -x -X -z -0 -1 --echo-all --no-align --echo-errors --echo-queries --html --no-readline --quiet --single-step --single-line --tuples-only --no-password --password --expanded --no-psqlrc --single-transaction --csv',
    settings:
      '-d --dbname -h --host -p --port -U --username -F --field-separator -P --pset -R --record-separator -T --table-attr -v --set --variable',
    flags: [
      { names: '-c --command', value: 'sql' },
      { names: '-l --list', cancels: ['unknown'] },
      { names: '-f --file', value: 'read', adds: { unknown: 'the statements are in a file' } },
      { names: '-o --output -L --log-file', value: 'write' },
    ],
    stdin: 'sql',
    stops: '-V --version -? --help',
    operands: { rest: 'text' },
    example: "-c 'SELECT 1'",
  },
  {
    names: 'mysql mariadb mycli',
    source: 'mysql(1), MySQL 8.4',
    does: { hosts: ['configured'] },
    otherFlags: 'harmless',
    settings:
      '-h --host -P --port -u --user -D --database --protocol -S --socket --default-character-set --delimiter --connect-timeout',
    flags: [
      { names: '-p --password', value: 'text', optional: true },
      { names: '-e --execute', value: 'sql' },
      { names: '--pager --init-command', value: 'shell', adds: { runs: 'anything' } },
      { names: '--tee', value: 'write' },
      { names: '--defaults-file --defaults-extra-file --login-path', value: 'read' },
      {
        names: '--plugin-dir --default-auth',
        value: 'text',
        adds: { runs: 'anything', why: 'loads a plugin' },
      },
      { names: '--local-infile --system-command', value: 'text', optional: true, adds: { runs: 'anything' } },
    ],
    stdin: 'sql',
    stops: '-V --version -? --help -I',
    operands: { rest: 'text' },
    example: "-e 'SELECT 1'",
  },
  {
    names: 'sqlite3 duckdb litecli sqlite',
    source: 'sqlite3(1), SQLite 3.50; DuckDB documentation',
    grammar: 'single-dash',
    switches:
      '-header -noheader -csv -json -line -list -table -box -column -markdown -html -tabs -ascii -quote -readonly -batch -bail -echo -safe -interactive -memtrace -stats -nofollow -append -deserialize',
    settings: '-separator -newline -nullvalue -mode -maxsize -vfs -heap -lookaside -mmap -pagecache',
    flags: [
      { names: '-cmd -c', value: 'sqlite' },
      { names: '-init', value: 'read', adds: { unknown: 'the statements are in a file' } },
      { names: '-A', adds: { writes: ['.'] } },
    ],
    stdin: 'sql',
    stops: '-version --version -help --help',
    operands: { first: ['read'], rest: 'sqlite' },
    example: "x.db 'SELECT 1'",
  },
  {
    names: 'redis-cli valkey-cli',
    source: 'Redis documentation, redis-cli',
    bare: { hosts: ['configured'], sends: true, why: 'can change the data' },
    otherFlags: 'harmless',
    settings: '-h -p -a -n -u -r -i --user --pass',
    flags: [
      { names: '--eval', value: 'read', adds: { sends: true } },
      { names: '--rdb --functions-rdb', value: 'write' },
    ],
    stops: '-v --version --help',
    subcommands: REDIS_READS.flatMap((name) => [name, name.toUpperCase()]).map((names) => ({
      names,
      does: { hosts: ['configured'] },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    })),
    otherSubcommand: {
      does: { hosts: ['configured'], sends: true, loses: true, why: 'can change the data' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    example: 'ping',
  },
  {
    names:
      'mongosh mongo cqlsh clickhouse-client clickhouse influx sqlcmd bcp usql pgbench osql isql snowsql neo4j cypher-shell surreal etcdctl',
    source: 'documentation of the database clients named',
    does: OPENS_DATABASE,
    otherFlags: 'harmless',
    flags: [
      { names: '--eval --query -q -Q', value: 'text' },
      { names: '-f --file -i', value: 'read' },
      { names: '-o', value: 'write' },
    ],
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'pg_dump pg_dumpall mysqldump mongodump mongoexport',
    source: 'pg_dump(1), PostgreSQL 17',
    does: { hosts: ['configured'], reveals: 'the whole database' },
    otherFlags: 'harmless',
    flags: [{ names: '-f --file --result-file -r -o --out', value: 'write' }],
    stops: '-V --version --help',
    operands: { rest: 'text' },
  },
  {
    names:
      'createdb dropdb pg_restore createuser dropuser mongorestore mongoimport mysqlimport mysqladmin initdb pg_ctl pg_upgrade vacuumdb reindexdb',
    source: 'PostgreSQL 17 client applications',
    does: { ...DESTROYS_ON_SERVICE, machine: true, why: 'changes whole databases' },
    otherFlags: 'harmless',
    stops: '-V --version --help',
    operands: { rest: 'text' },
  },
  {
    names: 'pg_isready',
    source: 'pg_isready(1)',
    does: { hosts: ['configured'] },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'flyway liquibase dbmate migrate atlas sqitch',
    source: 'documentation of the migration tools named',
    does: { ...CHANGES_SERVICE, loses: true, why: 'changes a database' },
    otherFlags: 'harmless',
    stops: '--version -h --help version',
    subcommands: [
      {
        names: 'status info validate version lint inspect',
        does: { hosts: ['configured'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { ...CHANGES_SERVICE, loses: true, why: 'changes a database' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
];
