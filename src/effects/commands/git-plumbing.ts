import type { Flag, Gain, Subcommand } from '../description.ts';
import { RUNS_ANYTHING, WRITES_HERE } from './gains.ts';

/** Configuration of git names programs to run: pager, editor, filters, hooks, aliases (git-config(1)). */
const SETS_CONFIG: Gain = {
  writes: ['.git/config'],
  runs: 'anything',
  why: 'changes configuration, which can name programs to run',
};

const MOVES_REFS: Gain = { writes: ['.'], loses: true, why: 'moves or deletes branches and tags' };

const CONFIG_SWITCHES =
  '--local --global --system --worktree -z --null --name-only --show-origin --show-scope --includes --no-includes --bool --int --bool-or-int --path --expiry-date --no-type --fixed-value --all --regexp --show-names';

const CONFIG_SETTINGS = '--type --default --blob --value --comment';

const CONFIG_FLAGS: readonly Flag[] = [
  { names: '-f --file', value: 'read' },
  {
    names: '--get --get-all --get-regexp --get-urlmatch --get-color --get-colorbool -l --list',
    operands: { several: {} },
  },
  {
    names: '--add --replace-all --unset --unset-all --rename-section --remove-section --append',
    adds: SETS_CONFIG,
  },
  { names: '-e --edit', adds: { runs: 'anything', why: 'opens the configured editor' } },
];

/** git commands for configuration, several work trees, upkeep and the insides of a repository. */
export const GIT_PLUMBING: readonly Subcommand[] = [
  {
    names: 'config',
    flagsAnywhere: true,
    switches: CONFIG_SWITCHES,
    settings: CONFIG_SETTINGS,
    flags: CONFIG_FLAGS,
    subcommands: [
      { names: 'list get', otherFlags: 'harmless', settings: '--value --url', operands: { rest: 'text' } },
      {
        names: 'set unset rename-section remove-section edit',
        does: SETS_CONFIG,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    // One word is a key that is printed; a second one is the value that is set.
    otherSubcommand: {
      switches: CONFIG_SWITCHES,
      settings: CONFIG_SETTINGS,
      flags: CONFIG_FLAGS,
      operands: { rest: 'text', several: SETS_CONFIG },
    },
    example: '--list',
  },
  {
    names: 'worktree',
    subcommands: [
      { names: 'list', switches: '-v --verbose --porcelain -z', settings: '--expire' },
      {
        names: 'add',
        does: { writes: ['.'], runs: 'project', why: "runs the repository's hooks" },
        switches:
          '-d --detach --checkout --no-checkout --guess-remote --no-guess-remote --track --no-track --lock -q --quiet --orphan --relative-paths',
        settings: '-b --reason',
        flags: [
          { names: '-B', value: 'text', adds: { loses: true, why: 'moves an existing branch' } },
          { names: '-f --force', adds: { loses: true } },
        ],
        operands: { first: ['write'], rest: 'text' },
        example: '../x',
      },
      {
        names: 'remove',
        switches: '-f --force',
        operands: { rest: 'delete' },
        does: { loses: true, why: 'deletes a work tree' },
        example: '../x',
      },
      { names: 'move', switches: '-f --force', operands: { first: ['change', 'write'] }, example: 'a b' },
      {
        names: 'prune',
        does: WRITES_HERE,
        switches: '-v --verbose',
        settings: '--expire',
        flags: [{ names: '-n --dry-run', cancels: ['writes'] }],
      },
      { names: 'lock unlock repair', does: WRITES_HERE, settings: '--reason', operands: { rest: 'read' } },
    ],
  },
  {
    names: 'init init-db',
    does: WRITES_HERE,
    switches: '-q --quiet --bare',
    settings: '-b --initial-branch --object-format --ref-format',
    flags: [
      { names: '--template', value: 'read', adds: { runs: 'anything', why: 'copies hooks from a template' } },
      { names: '--separate-git-dir', value: 'write' },
      { names: '--shared', value: 'text', optional: true },
    ],
    operands: { first: ['write'] },
  },
  {
    names: 'bisect',
    subcommands: [
      {
        names: 'start good bad new old skip reset replay terms next',
        does: { writes: ['.'], runs: 'project', why: "runs the repository's hooks" },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'log view visualize', otherFlags: 'harmless', operands: { rest: 'text' } },
      { names: 'run', operands: { rest: 'command' }, does: WRITES_HERE, example: 'true' },
    ],
  },
  {
    names: 'sparse-checkout',
    subcommands: [
      { names: 'list check-rules', otherFlags: 'harmless' },
      {
        names: 'set add init reapply disable',
        does: { writes: ['.'], runs: 'project' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names: 'rerere',
    bare: WRITES_HERE,
    subcommands: [
      { names: 'status diff remaining', operands: { rest: 'text' } },
      { names: 'clear forget gc', does: WRITES_HERE, operands: { rest: 'text' } },
    ],
  },
  {
    names: 'prune',
    does: { writes: ['.'], loses: true, why: 'deletes objects that could be gone back to' },
    switches: '-v --verbose --progress',
    settings: '--expire',
    flags: [{ names: '-n --dry-run', cancels: ['writes', 'loses'] }],
    operands: { rest: 'text' },
  },
  {
    names:
      'gc maintenance repack pack-refs pack-objects commit-graph multi-pack-index prune-packed update-server-info',
    does: { writes: ['.'] },
    otherFlags: 'harmless',
    flags: [
      {
        names: '--prune --expire --prune-now -d -a -A',
        value: 'text',
        optional: true,
        adds: { loses: true, why: 'deletes objects that could be gone back to' },
      },
    ],
    operands: { rest: 'text' },
    subcommands: [
      {
        names: 'start stop register unregister',
        does: { machine: true, why: 'schedules background jobs' },
        otherFlags: 'harmless',
      },
      { names: 'run write verify', does: WRITES_HERE, otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    otherSubcommand: { otherFlags: 'harmless', operands: { rest: 'text' }, does: { loses: true } },
  },
  {
    names: 'filter-branch filter-repo',
    does: { writes: ['.'], loses: true, runs: 'anything', why: 'rewrites history with given commands' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'symbolic-ref',
    switches: '-q --quiet --short --recurse --no-recurse',
    settings: '-m',
    flags: [{ names: '-d --delete', adds: MOVES_REFS }],
    operands: { rest: 'text', several: MOVES_REFS },
    example: 'HEAD refs/heads/x',
  },
  {
    names: 'update-ref replace',
    does: MOVES_REFS,
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names:
      'update-index read-tree checkout-index unpack-objects index-pack write-tree commit-tree mktree mktag unpack-file fast-import quiltimport',
    does: { writes: ['.'], loses: true, why: 'changes the index or the work tree directly' },
    otherFlags: 'harmless',
    flags: [
      { names: '-F', value: 'read' },
      { names: '-o', value: 'write' },
      { names: '--prefix', value: 'write' },
    ],
    operands: { rest: 'text' },
  },
  {
    names: 'hash-object',
    switches: '--stdin --literally --no-filters',
    settings: '-t --path',
    flags: [
      { names: '-w', adds: WRITES_HERE },
      { names: '--stdin-paths', adds: { unknown: 'its input names the files' } },
    ],
    operands: { rest: 'read' },
  },
  {
    names: 'interpret-trailers',
    otherFlags: 'harmless',
    settings: '--trailer --where --if-exists --if-missing',
    flags: [{ names: '--in-place', operands: { rest: 'change' } }],
    operands: { rest: 'read' },
    does: { runs: 'project' },
  },
  {
    names: 'merge-file',
    switches: '-p --stdout -q --quiet --ours --theirs --union --diff3 --zdiff3 --object-id',
    settings: '-L --marker-size',
    operands: { first: ['change', 'read', 'read'] },
  },
  { names: 'mailinfo mailsplit', does: WRITES_HERE, otherFlags: 'harmless', operands: { rest: 'write' } },
  {
    names: 'hook',
    does: { runs: 'project', why: "runs the repository's hooks" },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  { names: 'for-each-repo', does: RUNS_ANYTHING, otherFlags: 'harmless', operands: { rest: 'text' } },
];
