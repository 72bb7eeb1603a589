import type { Flag, Gain, Subcommand } from '../description.ts';
import { OPENS_EDITOR, WRITES_HERE } from './gains.ts';

/** A commit, a checkout or a merge runs the hooks of the repository (githooks(5)). */
const RUNS_HOOKS: Gain = { writes: ['.'], runs: 'project', why: "runs the repository's hooks" };

const DISCARDS: Gain = { writes: ['.'], loses: true, why: 'overwrites changes that are not committed' };

const REWRITES: Gain = { writes: ['.'], runs: 'project', loses: true, why: 'rewrites history' };

const SIGNS: Flag = { names: '-S --gpg-sign', value: 'text', optional: true };

/** How a sequence of commits that stopped is taken up or given up again. */
const SEQUENCE: readonly Flag[] = [
  { names: '--abort --skip', adds: DISCARDS },
  { names: '--continue --quit', adds: { runs: 'project' } },
];

const MERGE_FLAGS: readonly Flag[] = [
  SIGNS,
  { names: '-s --strategy -X --strategy-option', value: 'text' },
  { names: '--log --rerere-autoupdate', value: 'text', optional: true },
  { names: '-e --edit', adds: OPENS_EDITOR },
  ...SEQUENCE,
];

const MERGE_SWITCHES =
  '--no-edit --ff --no-ff --ff-only --no-commit --commit --squash --no-squash --stat --no-stat -q --quiet -v --verbose --signoff --no-signoff --no-gpg-sign --no-verify --verify --allow-unrelated-histories --autostash --no-autostash --progress --no-progress --no-log --no-rerere-autoupdate --no-verify-signatures';

/** git commands that change the index, the work tree, branches and history of this repository. */
export const GIT_WORK: readonly Subcommand[] = [
  {
    names: 'add stage',
    does: WRITES_HERE,
    switches:
      '-n --dry-run -v --verbose -f --force -i --interactive -p --patch -u --update -A --all --no-all --ignore-removal --no-ignore-removal -N --intent-to-add --refresh --ignore-errors --ignore-missing --sparse --renormalize --pathspec-file-nul',
    settings: '--chmod',
    flags: [
      { names: '-e --edit', adds: OPENS_EDITOR },
      { names: '--pathspec-from-file', value: 'read' },
    ],
    operands: { rest: 'read' },
    example: 'file.txt',
  },
  {
    names: 'rm',
    switches: '-q --quiet -r --ignore-unmatch --sparse --pathspec-file-nul',
    flags: [
      { names: '--cached', operands: { rest: 'read' }, adds: WRITES_HERE },
      { names: '-n --dry-run', operands: { rest: 'read' } },
      {
        names: '-f --force',
        adds: { loses: true, why: 'deletes files although they have changes that are not committed' },
      },
      { names: '--pathspec-from-file', value: 'read', adds: { deletes: ['.'] } },
    ],
    operands: { rest: 'delete' },
    example: 'file.txt',
  },
  {
    names: 'mv',
    switches: '-v --verbose -k --sparse',
    flags: [
      { names: '-f --force', adds: { loses: true, why: 'overwrites the file at the new name' } },
      { names: '-n --dry-run', operands: { rest: 'read', last: 'read' } },
    ],
    operands: { rest: 'change', last: 'write' },
    example: 'a.txt b.txt',
  },
  {
    names: 'commit',
    does: RUNS_HOOKS,
    switches:
      '-a --all -p --patch --reset-author --short --branch --porcelain --long -z --null -s --signoff --no-signoff --verify --allow-empty --allow-empty-message --no-edit -i --include -o --only -v --verbose -q --quiet --status --no-status --no-gpg-sign --no-post-rewrite --pathspec-file-nul --interactive',
    settings:
      '-m --message -C --reuse-message -c --reedit-message --fixup --squash --author --date --cleanup --trailer',
    flags: [
      { names: '-n --no-verify', adds: { why: 'skips the checks before a commit' } },
      { names: '-F --file -t --template --pathspec-from-file', value: 'read' },
      { names: '--amend', adds: { loses: true, why: 'replaces the last commit' } },
      { names: '-e --edit', adds: OPENS_EDITOR },
      { names: '-u --untracked-files', value: 'text', optional: true },
      { names: '--dry-run', cancels: ['writes', 'runs', 'loses'] },
      SIGNS,
    ],
    operands: { rest: 'read' },
    example: '-m x',
  },
  {
    names: 'checkout',
    does: RUNS_HOOKS,
    switches:
      '-q --quiet -d --detach -l --guess --no-guess --progress --no-progress --no-track --overlay --no-overlay --ignore-skip-worktree-bits --ignore-other-worktrees --overwrite-ignore --no-overwrite-ignore --recurse-submodules --no-recurse-submodules --pathspec-file-nul -m --merge',
    settings: '-b --orphan --conflict',
    flags: [
      { names: '-t --track', value: 'text', optional: true },
      { names: '-f --force --ours --theirs -2 -3 -p --patch --', adds: DISCARDS },
      { names: '-B', value: 'text', adds: { loses: true, why: 'moves an existing branch' } },
      { names: '--pathspec-from-file', value: 'read', adds: DISCARDS },
    ],
    operands: { first: ['ref-or-path', 'ref-or-path'], rest: 'change' },
    example: 'main',
  },
  {
    names: 'switch',
    does: RUNS_HOOKS,
    switches:
      '-q --quiet -d --detach --guess --no-guess --progress --no-progress --no-track -m --merge --ignore-other-worktrees --recurse-submodules --no-recurse-submodules',
    settings: '-c --create --orphan --conflict',
    flags: [
      { names: '-t --track', value: 'text', optional: true },
      { names: '-f --force --discard-changes', adds: DISCARDS },
      { names: '-C --force-create', value: 'text', adds: { loses: true, why: 'moves an existing branch' } },
    ],
    operands: { rest: 'text' },
    example: 'main',
  },
  {
    names: 'restore',
    switches:
      '-q --quiet --progress --no-progress --overlay --no-overlay --ignore-unmerged --ignore-skip-worktree-bits --pathspec-file-nul --recurse-submodules --no-recurse-submodules',
    settings: '-s --source --conflict',
    flags: [
      { names: '-S --staged', operands: { some: WRITES_HERE } },
      {
        names: '-W --worktree -p --patch -2 --ours -3 --theirs -m --merge',
        adds: DISCARDS,
      },
      { names: '--pathspec-from-file', value: 'read' },
    ],
    operands: { rest: 'text', some: DISCARDS },
    example: 'file.txt',
  },
  {
    names: 'reset',
    does: WRITES_HERE,
    switches:
      '-q --quiet -N --intent-to-add --mixed -p --patch --refresh --no-refresh --pathspec-file-nul --no-recurse-submodules',
    flags: [
      { names: '--hard --merge --keep --recurse-submodules', adds: DISCARDS },
      { names: '--soft', adds: { loses: true, why: 'moves the branch to another commit' } },
      { names: '--pathspec-from-file', value: 'read' },
    ],
    operands: {
      rest: 'text',
      choices: {
        '*~*': { loses: true, why: 'moves the branch to another commit' },
        '*^*': { loses: true, why: 'moves the branch to another commit' },
        '*@{*': { loses: true, why: 'moves the branch to another commit' },
        'origin/*': { loses: true, why: 'moves the branch to another commit' },
        'upstream/*': { loses: true, why: 'moves the branch to another commit' },
      },
    },
  },
  {
    names: 'clean',
    does: { deletes: ['.'], loses: true, why: 'deletes files that git does not know' },
    switches: '-d -f --force -i --interactive -q --quiet -x -X',
    settings: '-e --exclude',
    flags: [{ names: '-n --dry-run', cancels: ['deletes', 'loses'] }],
    operands: { rest: 'text' },
    example: '-fd',
  },
  {
    names: 'stash',
    bare: WRITES_HERE,
    switches:
      '-p --patch -k --keep-index --no-keep-index -u --include-untracked -a --all -q --quiet -S --staged',
    settings: '-m --message',
    subcommands: [
      {
        names: 'push save create store',
        does: WRITES_HERE,
        switches:
          '-p --patch -k --keep-index --no-keep-index -u --include-untracked -a --all -q --quiet -S --staged --pathspec-file-nul --',
        settings: '-m --message',
        flags: [{ names: '--pathspec-from-file', value: 'read' }],
        operands: { rest: 'text' },
      },
      {
        names: 'list show',
        otherFlags: 'harmless',
        flags: [
          { names: '--output', value: 'write', adds: { loses: true, why: 'overwrites a file' } },
          { names: '-O', value: 'read' },
          { names: '--ext-diff --textconv', adds: { runs: 'anything' } },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'pop apply branch',
        does: RUNS_HOOKS,
        switches: '--index --no-index -q --quiet',
        operands: { rest: 'text' },
      },
      {
        names: 'drop clear',
        does: { loses: true, why: 'drops stashed work' },
        switches: '-q --quiet',
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names: 'merge',
    does: RUNS_HOOKS,
    switches: MERGE_SWITCHES,
    settings: '-m --into-name --cleanup',
    flags: [
      ...MERGE_FLAGS,
      { names: '-F --file', value: 'read' },
      { names: '--verify-signatures', adds: { runs: 'anything' } },
    ],
    operands: { rest: 'text' },
    example: 'main',
  },
  {
    names: 'rebase',
    does: REWRITES,
    switches: `${MERGE_SWITCHES} --onto-root --root -k --keep-base -m --merge -r --rebase-merges --no-rebase-merges --fork-point --no-fork-point --autosquash --no-autosquash --apply --update-refs --no-update-refs --reset-author-date --committer-date-is-author-date --ignore-date -f --force-rebase --no-ff --reapply-cherry-picks --no-reapply-cherry-picks --keep-empty --no-keep-empty --reschedule-failed-exec --no-reschedule-failed-exec --ignore-whitespace`,
    settings: '--onto --empty -C --whitespace',
    flags: [
      ...MERGE_FLAGS.filter(({ names }) => !names.includes('--edit')),
      { names: '-x --exec', value: 'shell' },
      { names: '-i --interactive --edit-todo', adds: OPENS_EDITOR },
      { names: '--show-current-patch', cancels: ['everything'] },
    ],
    operands: { rest: 'text' },
    example: 'main',
  },
  {
    names: 'cherry-pick revert',
    does: RUNS_HOOKS,
    switches:
      '-x -r -n --no-commit -s --signoff --ff --allow-empty --allow-empty-message --keep-redundant-commits --no-edit --no-gpg-sign --reference',
    settings: '-m --mainline --cleanup --empty',
    flags: MERGE_FLAGS,
    operands: { rest: 'text' },
    example: 'HEAD',
  },
  {
    names: 'am',
    does: { ...RUNS_HOOKS, unknown: 'the patch names the files that are changed' },
    otherFlags: 'harmless',
    settings: '-C -p --whitespace --directory --exclude --include --patch-format --empty',
    flags: [...SEQUENCE, SIGNS, { names: '--interactive -i', adds: OPENS_EDITOR }],
    operands: { rest: 'read' },
    example: 'x.patch',
  },
  {
    names: 'apply',
    does: { ...WRITES_HERE, unknown: 'the patch names the files that are changed' },
    switches:
      '-R --reverse --reject --index --cached -3 --3way -N --intent-to-add --allow-empty --no-add --allow-binary-replacement --binary --inaccurate-eof --allow-overlap --ignore-space-change --ignore-whitespace -v --verbose -q --quiet --recount --unidiff-zero -z --ours --theirs --union',
    settings: '-p -C --whitespace --exclude --include',
    flags: [
      { names: '--directory', value: 'write' },
      { names: '--build-fake-ancestor', value: 'write' },
      { names: '--unsafe-paths', adds: { unknown: 'the patch names files anywhere' } },
      { names: '--stat --numstat --summary --check', cancels: ['writes', 'unknown'] },
      { names: '--apply', adds: { writes: ['./*'] } },
    ],
    operands: { rest: 'read' },
    example: 'x.patch',
  },
  {
    names: 'tag',
    otherFlags: 'harmless',
    switches: '-a --annotate -s --sign -i --ignore-case --no-sign --create-reflog --omit-empty',
    settings: '-m --message -u --local-user --cleanup --sort --format --trailer',
    flags: [
      { names: '-F --file', value: 'read' },
      {
        names: '-l --list -n --contains --no-contains --merged --no-merged --points-at',
        value: 'text',
        optional: true,
        cancels: ['writes'],
      },
      { names: '-d --delete -f --force', adds: { loses: true, why: 'deletes or moves a tag' } },
      { names: '-v --verify', adds: { runs: 'anything', why: 'runs the configured signature program' } },
    ],
    operands: { rest: 'text', some: WRITES_HERE },
    example: 'v1',
  },
  {
    names: 'branch',
    otherFlags: 'harmless',
    switches:
      '-q --quiet -v -vv --verbose -i --ignore-case --no-track --no-color --no-column --no-abbrev --omit-empty',
    settings: '-u --set-upstream-to --sort --format --points-at',
    flags: [
      { names: '-l --list --show-current -a --all -r --remotes', cancels: ['writes'] },
      {
        names: '--contains --no-contains --merged --no-merged',
        value: 'text',
        optional: true,
        cancels: ['writes'],
      },
      { names: '-t --track --abbrev --color --column', value: 'text', optional: true },
      {
        names: '-D -f --force -M -C',
        adds: { loses: true, why: 'deletes or overwrites a branch that is not merged' },
      },
      { names: '-d --delete -m --move -c --copy', adds: WRITES_HERE },
      { names: '--edit-description', adds: OPENS_EDITOR },
    ],
    operands: { rest: 'text', some: WRITES_HERE },
  },
];
