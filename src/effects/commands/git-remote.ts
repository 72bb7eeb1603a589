import type { Flag, Gain, Subcommand } from '../description.ts';
import { ASKS_SERVICE, OPENS_EDITOR, WRITES_HERE } from './gains.ts';

const FETCHES: Gain = { hosts: ['configured'], writes: ['.'] };

const FORCED: Gain = { loses: true, why: 'overwrites or deletes history on the remote' };

const FETCH_SWITCHES =
  '-v --verbose -q --quiet --all --no-all -a --append --atomic -k --keep --multiple --progress --no-progress -p --prune -P --prune-tags --no-prune -t --tags --no-tags -n --no-auto-gc --no-auto-maintenance --auto-gc --auto-maintenance --unshallow --update-shallow --refetch --write-fetch-head --no-write-fetch-head -m -4 --ipv4 -6 --ipv6 --set-upstream --show-forced-updates --no-show-forced-updates --stdin --porcelain --write-commit-graph --no-write-commit-graph --no-recurse-submodules --prefetch --update-refs';

const FETCH_FLAGS: readonly Flag[] = [
  { names: '--upload-pack', value: 'shell' },
  { names: '--depth --deepen --shallow-since --shallow-exclude -j --jobs -o --server-option', value: 'text' },
  { names: '--refmap --negotiation-tip --filter', value: 'text' },
  { names: '--recurse-submodules --recurse-submodules-default', value: 'text', optional: true },
  { names: '-f --force -u --update-head-ok', adds: { loses: true, why: 'overwrites local branches' } },
];

/** git commands that talk to other repositories. */
export const GIT_REMOTE: readonly Subcommand[] = [
  {
    names: 'push',
    does: { hosts: ['configured'], sends: true, why: 'sends commits to a remote' },
    switches:
      '-v --verbose -q --quiet -u --set-upstream --all --branches --tags --follow-tags --no-follow-tags --atomic --no-atomic --no-verify --verify --progress --no-progress --thin --no-thin --porcelain --no-signed --no-force-with-lease --no-force-if-includes --force-if-includes -4 --ipv4 -6 --ipv6 --no-recurse-submodules',
    flags: [
      { names: '-f --force --mirror --prune -d --delete', adds: FORCED },
      { names: '--force-with-lease', value: 'text', optional: true, adds: FORCED },
      { names: '--receive-pack --exec', value: 'shell' },
      { names: '--repo', value: 'remote' },
      { names: '-o --push-option', value: 'text' },
      { names: '--signed --recurse-submodules', value: 'text', optional: true },
      { names: '-n --dry-run', cancels: ['sends', 'loses'] },
    ],
    operands: { first: ['remote'], rest: 'text', choices: { '+*': FORCED, ':*': FORCED } },
  },
  {
    names: 'fetch',
    does: FETCHES,
    switches: `${FETCH_SWITCHES} --dry-run`,
    flags: FETCH_FLAGS,
    operands: { first: ['remote'], rest: 'text' },
  },
  {
    names: 'pull',
    does: {
      hosts: ['configured'],
      writes: ['.'],
      runs: 'project',
      why: "merges a remote's work and runs the repository's hooks",
    },
    switches: `${FETCH_SWITCHES} --no-rebase --ff --no-ff --ff-only --no-commit --commit --squash --no-squash --stat --no-stat --edit --no-edit --signoff --no-gpg-sign --autostash --no-autostash --allow-unrelated-histories --no-verify --verify --no-log`,
    settings: '-s --strategy -X --strategy-option --cleanup',
    flags: [
      ...FETCH_FLAGS,
      {
        names: '-r --rebase',
        value: 'text',
        optional: true,
        adds: { loses: true, why: 'rewrites local commits' },
        cancels: ['loses'],
        cancelsWhen: ['false', 'no', 'off'],
      },
      { names: '-S --gpg-sign --log', value: 'text', optional: true },
      { names: '--verify-signatures', adds: { runs: 'anything' } },
    ],
    operands: { first: ['remote'], rest: 'text' },
  },
  {
    names: 'clone',
    does: { hosts: ['configured'], writes: ['.'] },
    switches:
      '-l --local --no-local -s --shared --no-hardlinks --dissociate -q --quiet -v --verbose --progress -n --no-checkout --bare --sparse --mirror --single-branch --no-single-branch --no-tags --tags --shallow-submodules --no-shallow-submodules --remote-submodules --no-remote-submodules --reject-shallow --also-filter-submodules -4 --ipv4 -6 --ipv6',
    settings:
      '-o --origin -b --branch --depth --shallow-since --shallow-exclude -j --jobs --filter --server-option --ref-format --bundle-uri --revision',
    flags: [
      { names: '-u --upload-pack', value: 'shell' },
      {
        names: '-c --config',
        value: 'text',
        adds: { runs: 'anything', why: 'sets configuration that can name programs to run' },
      },
      { names: '--template', value: 'read', adds: { runs: 'anything', why: 'copies hooks from a template' } },
      { names: '--reference --reference-if-able', value: 'read' },
      { names: '--separate-git-dir', value: 'write' },
      { names: '--recurse-submodules --recursive', value: 'text', optional: true, adds: { hosts: ['*'] } },
    ],
    operands: { first: ['remote', 'write'] },
    example: 'https://example.com/x.git',
  },
  {
    names: 'remote',
    bare: {},
    switches: '-v --verbose',
    subcommands: [
      {
        names: 'show',
        does: ASKS_SERVICE,
        flags: [{ names: '-n', cancels: ['hosts'] }],
        operands: { rest: 'text' },
      },
      { names: 'get-url', switches: '--push --all', operands: { rest: 'text' }, example: 'origin' },
      {
        names: 'update prune',
        does: FETCHES,
        switches: '-p --prune -n --dry-run',
        operands: { rest: 'text' },
      },
      {
        names: 'add set-url',
        does: { writes: ['.git/config'], why: 'changes where pushes and fetches go' },
        switches: '-f --tags --no-tags --push --add --delete',
        settings: '-t -m --mirror',
        operands: { rest: 'text' },
        example: 'x https://example.com/x.git',
      },
      {
        names: 'remove rm rename set-head set-branches',
        does: { writes: ['.git/config'], why: 'changes where pushes and fetches go' },
        switches: '-a --auto -d --delete --add --progress --no-progress',
        operands: { rest: 'text' },
        example: 'origin',
      },
    ],
  },
  {
    names: 'submodule',
    bare: {},
    switches: '-q --quiet --cached',
    subcommands: [
      {
        names: 'status summary',
        switches: '--cached --recursive --files',
        settings: '-n --summary-limit',
        operands: { rest: 'text' },
      },
      {
        names: 'foreach',
        switches: '--recursive -q --quiet',
        flagsEndAtOperand: true,
        operands: { first: ['shell'], rest: 'text' },
        example: 'true',
      },
      {
        names: 'add update init sync set-url set-branch absorbgitdirs',
        does: {
          hosts: ['*'],
          writes: ['.', '.gitmodules'],
          runs: 'project',
          why: 'fetches other repositories into this one',
        },
        otherFlags: 'harmless',
        switches: '--init --recursive --remote --checkout --rebase --merge --no-fetch',
        settings: '-b --branch --depth -j --jobs --name --reference --filter',
        operands: { rest: 'text' },
      },
      {
        names: 'deinit',
        does: { deletes: ['.'], loses: true, why: 'deletes the work trees of submodules' },
        switches: '-f --force --all',
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names: 'lfs',
    subcommands: [
      { names: 'ls-files status env version locks logs', otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'fetch pull checkout',
        does: { hosts: ['configured'], writes: ['.'] },
        otherFlags: 'harmless',
        settings: '-I --include -X --exclude',
        operands: { rest: 'text' },
      },
      {
        names: 'track untrack',
        does: { writes: ['.gitattributes'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'install uninstall update',
        does: { writes: ['.git/hooks/pre-push', '~/.gitconfig'], why: 'installs hooks' },
        otherFlags: 'harmless',
      },
      {
        names: 'push lock unlock',
        does: { hosts: ['configured'], sends: true, why: 'sends files to a remote' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'prune', does: { deletes: ['.git/lfs'], loses: true }, otherFlags: 'harmless' },
      {
        names: 'migrate',
        does: { writes: ['.'], loses: true, why: 'rewrites history' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
        subcommands: [{ names: 'info', otherFlags: 'harmless', operands: { rest: 'text' } }],
        otherSubcommand: { otherFlags: 'harmless', operands: { rest: 'text' } },
      },
    ],
  },
  {
    names: 'send-email imap-send',
    does: { hosts: ['*'], sends: true, runs: 'anything', why: 'sends mail' },
    otherFlags: 'harmless',
    operands: { rest: 'read' },
  },
  {
    names: 'svn p4 cvsimport cvsexportcommit cvsserver',
    does: { hosts: ['*'], sends: true, unknown: 'git asks another version control system' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names:
      'daemon http-backend upload-pack receive-pack upload-archive shell send-pack fetch-pack http-fetch http-push remote-https remote-ext remote-fd',
    does: {
      hosts: ['*'],
      sends: true,
      runs: 'anything',
      why: 'serves or feeds a repository over the network',
    },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'credential credential-cache credential-store',
    does: { reveals: 'stored passwords', runs: 'anything' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'notes',
    bare: {},
    settings: '--ref',
    subcommands: [
      { names: 'list show get-ref', operands: { rest: 'text' } },
      {
        names: 'add append edit copy',
        does: WRITES_HERE,
        switches: '-f --force --allow-empty --stdin',
        settings: '-m -c -C --separator',
        flags: [
          { names: '-F', value: 'read' },
          { names: '-e', adds: OPENS_EDITOR },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'remove prune merge',
        does: { writes: ['.'], loses: true, why: 'deletes notes' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
];
