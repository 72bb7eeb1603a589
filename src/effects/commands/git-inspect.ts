import type { Subcommand } from '../description.ts';
import { ASKS_SERVICE, WRITES_HERE } from './gains.ts';
import { DIFF_FLAGS, LIMIT_FLAGS, REVISIONS } from './git-flags.ts';

/** git commands that print history, differences and the state of the work tree. */
export const GIT_INSPECT: readonly Subcommand[] = [
  {
    names: 'log show whatchanged',
    otherFlags: 'harmless',
    flags: [...DIFF_FLAGS, ...LIMIT_FLAGS],
    operands: REVISIONS,
    example: 'HEAD',
  },
  {
    names: 'shortlog rev-list',
    otherFlags: 'harmless',
    settings: '--group -w',
    flags: [
      ...LIMIT_FLAGS,
      { names: '--output', value: 'write', adds: { loses: true, why: 'overwrites a file' } },
    ],
    operands: REVISIONS,
    example: 'HEAD',
  },
  {
    names: 'diff diff-tree diff-files diff-index range-diff',
    otherFlags: 'harmless',
    flags: DIFF_FLAGS,
    operands: REVISIONS,
  },
  {
    names: 'status',
    switches:
      '-s --short -b --branch --no-branch --show-stash --long -v --verbose -z --ahead-behind --no-ahead-behind --renames --no-renames --no-column',
    flags: [
      {
        names: '--porcelain -u --untracked-files --ignore-submodules --ignored --column',
        value: 'text',
        optional: true,
      },
      { names: '--find-renames -M', value: 'text', optional: true },
    ],
    operands: { rest: 'read' },
  },
  {
    names: 'blame annotate',
    otherFlags: 'harmless',
    settings: '-L --since --ignore-rev --date',
    flags: [
      { names: '-S --contents --ignore-revs-file', value: 'read' },
      { names: '-M -C --abbrev', value: 'text', optional: true },
      { names: '--textconv', adds: { runs: 'anything', why: 'runs the configured text filter' } },
    ],
    operands: REVISIONS,
    example: 'file.txt',
  },
  {
    names: 'grep',
    otherFlags: 'harmless',
    settings: '-A -B -C --after-context --before-context --context --max-depth --threads -m --max-count',
    flags: [
      {
        names: '-O --open-files-in-pager',
        value: 'shell',
        optional: true,
        adds: { runs: 'anything', why: 'opens matches in a program' },
      },
      { names: '--no-index', operands: { rest: 'read' } },
      { names: '--untracked --no-exclude-standard' },
      { names: '-e', value: 'text', operands: { first: [] } },
      { names: '-f', value: 'read', operands: { first: [] } },
      { names: '--textconv', adds: { runs: 'anything', why: 'runs the configured text filter' } },
    ],
    switches: '-l --files-with-matches --name-only -L --files-without-match -c --count -q --quiet',
    searches: {
      hidden: '--no-index --untracked --no-exclude-standard',
      names: '-l --files-with-matches --name-only -L --files-without-match -c --count -q --quiet',
    },
    operands: { first: ['text'], rest: 'revision' },
    example: 'x',
  },
  {
    names: 'ls-files',
    otherFlags: 'harmless',
    settings: '-x --exclude --format --with-tree',
    flags: [
      { names: '-X --exclude-from --exclude-per-directory', value: 'read' },
      { names: '--abbrev', value: 'text', optional: true },
    ],
    operands: { rest: 'read' },
  },
  { names: 'ls-tree', otherFlags: 'harmless', settings: '--format', operands: REVISIONS, example: 'HEAD' },
  {
    names: 'cat-file',
    otherFlags: 'harmless',
    settings: '--path',
    flags: [
      { names: '--batch --batch-check --batch-command', value: 'text', optional: true },
      { names: '--textconv --filters', adds: { runs: 'anything', why: 'runs the configured filters' } },
    ],
    operands: REVISIONS,
    example: '-p HEAD',
  },
  {
    names: 'rev-parse',
    otherFlags: 'harmless',
    settings: '--default --prefix --git-path --resolve-git-dir --since --after --until --before',
    operands: REVISIONS,
    example: 'HEAD',
  },
  {
    names:
      'describe name-rev merge-base cherry show-branch show-ref for-each-ref show-index verify-pack count-objects',
    otherFlags: 'harmless',
    settings:
      '--match --exclude --candidates --format --sort --count --points-at --contains --merged --refs --fork-point',
    operands: REVISIONS,
    example: 'HEAD',
  },
  {
    names:
      'check-ignore check-attr check-ref-format check-mailmap var version get-tar-commit-id column stripspace patch-id',
    otherFlags: 'harmless',
    operands: { rest: 'read' },
  },
  {
    names: 'verify-commit verify-tag',
    does: { runs: 'anything', why: 'runs the configured signature program' },
    switches: '-v --verbose --raw',
    settings: '--format',
    operands: REVISIONS,
    example: 'HEAD',
  },
  {
    names: 'fsck',
    otherFlags: 'harmless',
    flags: [{ names: '--lost-found', adds: WRITES_HERE }],
    operands: REVISIONS,
  },
  {
    names: 'reflog',
    otherFlags: 'harmless',
    flags: [...DIFF_FLAGS, ...LIMIT_FLAGS],
    bare: {},
    otherSubcommand: { otherFlags: 'harmless', flags: [...DIFF_FLAGS, ...LIMIT_FLAGS], operands: REVISIONS },
    subcommands: [
      { names: 'show', otherFlags: 'harmless', flags: [...DIFF_FLAGS, ...LIMIT_FLAGS], operands: REVISIONS },
      { names: 'exists list', operands: REVISIONS },
      {
        names: 'expire delete',
        does: { loses: true, why: 'forgets positions of branches that could be gone back to' },
        otherFlags: 'harmless',
        settings: '--expire --expire-unreachable',
        flags: [{ names: '-n --dry-run', cancels: ['loses'] }],
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names: 'help',
    otherFlags: 'harmless',
    flags: [{ names: '-w --web -i --info', adds: { runs: 'anything', why: 'opens the configured viewer' } }],
    operands: { rest: 'text' },
  },
  {
    names: 'ls-remote',
    otherFlags: 'harmless',
    does: ASKS_SERVICE,
    settings: '-o --server-option --sort',
    flags: [{ names: '--upload-pack --exec', value: 'shell' }],
    operands: { first: ['remote'], rest: 'text' },
  },
  {
    names: 'format-patch',
    does: WRITES_HERE,
    otherFlags: 'harmless',
    settings:
      '--start-number --subject-prefix --suffix --in-reply-to --to --cc --from --base --creation-factor --interdiff -v',
    flags: [
      { names: '-o --output-directory --output', value: 'write' },
      { names: '--signature-file --description-file', value: 'read' },
      { names: '--stdout', cancels: ['writes'] },
      { names: '--ext-diff --textconv', adds: { runs: 'anything', why: 'runs the configured diff program' } },
    ],
    operands: REVISIONS,
    example: '-1',
  },
  {
    names: 'archive',
    switches: '-l --list -v --verbose --worktree-attributes -#',
    settings: '--format --prefix --mtime',
    flags: [
      { names: '-o --output', value: 'write' },
      { names: '--add-file', value: 'read' },
      { names: '--add-virtual-file', value: 'text' },
      { names: '--remote', value: 'remote' },
      { names: '--exec', value: 'shell' },
    ],
    operands: REVISIONS,
    example: 'HEAD',
  },
  {
    names: 'bundle',
    subcommands: [
      {
        names: 'create',
        otherFlags: 'harmless',
        operands: { first: ['write'], rest: 'revision' },
        example: 'x.bundle HEAD',
      },
      {
        names: 'verify list-heads unbundle',
        otherFlags: 'harmless',
        operands: { first: ['read'], rest: 'text' },
      },
    ],
  },
  {
    names: 'fast-export',
    otherFlags: 'harmless',
    settings: '--signed-tags --tag-of-filtered-object --refspec --progress',
    flags: [
      { names: '--export-marks', value: 'write' },
      { names: '--import-marks --import-marks-if-exists --anonymize-map', value: 'read' },
    ],
    operands: REVISIONS,
  },
  {
    names: 'bugreport diagnose',
    does: WRITES_HERE,
    settings: '-s --suffix --mode',
    flags: [{ names: '-o --output-directory', value: 'write' }],
  },
  {
    names: 'request-pull',
    switches: '-p',
    does: ASKS_SERVICE,
    operands: { first: ['text', 'remote'], rest: 'text' },
    example: 'v1 origin',
  },
  {
    names: 'merge-tree',
    otherFlags: 'harmless',
    does: WRITES_HERE,
    settings: '--merge-base -X --strategy-option',
    operands: REVISIONS,
  },
  {
    names: 'difftool mergetool',
    does: { runs: 'anything', why: 'runs the configured tool' },
    otherFlags: 'harmless',
    settings: '-t --tool',
    flags: [
      { names: '-x --extcmd', value: 'shell' },
      { names: '-O', value: 'read' },
    ],
    operands: { rest: 'text' },
  },
  {
    names: 'gui gitk citool instaweb web--browse',
    does: { runs: 'anything', why: 'opens a graphical program' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
];
