import { type FlagTable, list } from './flag-table.ts';
import { noReflogChange } from './operands.ts';

/** Subcommands of git that show history and differences (recorded from client 2.1.330). */
export const GIT_HISTORY: readonly FlagTable[] = [
  {
    name: 'git log',
    none: list(
      '-p -s --source --decorate --no-decorate --oneline --color --no-color --stat --numstat --shortstat',
      '--name-only --name-status --graph --all --branches --tags --remotes --reverse --follow --patch',
      '--no-patch --abbrev-commit --full-history --no-ext-diff --merges --no-merges --first-parent',
      '--pickaxe-regex --topo-order --date-order --left-right --cherry-pick --cherry-mark --no-walk',
      '--walk-reflogs --boundary --ancestry-path --dense --sparse',
    ),
    number: '-n --max-count --skip',
    text: list(
      '-G -S --since --after --until --before --author --committer --grep --diff-filter --date --format',
      '--pretty',
    ),
    digits: 'alone',
  },
  {
    name: 'git show',
    none: list(
      '-m -p -s --quiet --decorate --no-decorate --oneline --color --no-color --stat --numstat',
      '--shortstat --name-only --name-status --graph --patch --no-patch --abbrev-commit --word-diff',
      '--no-ext-diff --first-parent --raw --color-words',
    ),
    text: '--diff-filter --date --word-diff-regex --format',
    digits: 'alone',
  },
  {
    name: 'git diff',
    none: list(
      '-l -p -s -u -B -C -D -M -R --cached --no-index --stat --numstat --patch-with-stat --name-only',
      '--name-status --full-index --find-copies-harder --pickaxe-all --function-context --shortstat',
      '--dirstat --check --summary --binary --color --break-rewrites --find-renames --irreversible-delete',
      '--find-copies --no-renames --minimal --ignore-all-space --ignore-space-change',
      '--ignore-space-at-eol --ignore-blank-lines --patience --histogram --word-diff --color-words',
      '--exit-code --quiet --pickaxe-regex --no-color --no-ext-diff --staged',
    ),
    number: '--abbrev --inter-hunk-context',
    text: list('-G -O -S --ws-error-highlight --diff-algorithm --word-diff-regex --relative --diff-filter'),
    digits: 'alone',
  },
  {
    name: 'git blame',
    none: list(
      '-e -f -l -n -p -s -t -w -C -M --incremental --root --show-stats --score-debug --show-name',
      '--show-number --porcelain --line-porcelain --show-email --color --no-color',
    ),
    number: '--abbrev',
    text: '-L --ignore-rev --ignore-revs-file --date',
    digits: 'alone',
  },
  {
    name: 'git shortlog',
    none: list(
      '-c -e -n -s --committer --numbered --summary --email --all --branches --tags --remotes --no-merges',
    ),
    text: '--group --since --after --until --before --author',
    digits: 'alone',
  },
  {
    name: 'git reflog',
    none: '--all --oneline --decorate --graph --branches --tags --remotes',
    number: '-n --max-count',
    text: '--since --after --until --before --author --committer --grep --date',
    digits: 'alone',
    operands: noReflogChange,
  },
  {
    name: 'git rev-list',
    none: list(
      '--sparse --no-merges --no-min-parents --no-max-parents --all --branches --tags --remotes --reverse',
      '--abbrev-commit --count --oneline --graph',
    ),
    number: '-n --max-count --max-age --min-age --min-parents --max-parents --abbrev',
    text: '--since --after --until --before --author --committer --grep',
    digits: 'alone',
  },
  {
    name: 'git stash list',
    none: '--all --oneline --decorate --graph --branches --tags --remotes',
    number: '-n --max-count',
    text: '--since --after --until --before --author --committer --grep --date',
    digits: 'alone',
  },
  {
    name: 'git stash show',
    none: list(
      '-p -s --patch --color --no-color --stat --numstat --shortstat --name-only --name-status --no-patch',
      '--word-diff --no-ext-diff',
    ),
    number: '--abbrev',
    text: '--diff-filter --word-diff-regex',
    digits: 'alone',
  },
];
