import { type FlagTable, list } from './flag-table.ts';
import { listsBranches, listsTags, namedOffline, noOperands } from './operands.ts';

/** Subcommands of git that show the state of a repository (recorded from client 2.1.330). */
export const GIT_STATE: readonly FlagTable[] = [
  {
    name: 'git status',
    none: list(
      '-b -s -v --verbose --short --branch --ahead-behind --porcelain --long --ignored --column',
      '--no-renames --renames --no-ahead-behind --no-column',
    ),
    text: '-u -M --untracked-files --ignore-submodules --find-renames',
    digits: 'alone',
  },
  {
    name: 'git branch',
    none: list(
      '-a -i -l -r -v --merged --no-merged --verbose --color --remotes --all --list --show-current',
      '--column --ignore-case --no-color --no-abbrev --no-column',
    ),
    number: '--abbrev',
    text: '--points-at --contains --no-contains --sort',
    digits: 'alone',
    operands: listsBranches,
  },
  {
    name: 'git tag',
    none: '-i -l --column --no-column --list --ignore-case',
    number: '-n',
    text: '--contains --no-contains --points-at --sort --merged --no-merged',
    digits: 'alone',
    operands: listsTags,
  },
  {
    name: 'git remote',
    none: '-v --verbose',
    operands: noOperands,
  },
  {
    name: 'git remote show',
    none: '-n',
    operands: namedOffline,
  },
  {
    name: 'git ls-files',
    none: list(
      '-c -d -f -i -k -m -o -s -t -u -v -z --cached --deleted --modified --others --ignored --stage',
      '--killed --directory --eol --unmerged --exclude-standard --full-name --recurse-submodules',
      '--error-unmatch --debug --no-empty-directory',
    ),
    number: '--abbrev',
    text: '-x -X --exclude --exclude-from --exclude-per-directory',
    digits: 'alone',
  },
  {
    name: 'git ls-remote',
    none: '-b -h -q -t --heads --tags --refs --quiet --exit-code --get-url --symref',
    text: '--sort',
    digits: 'alone',
    operands: noOperands,
  },
  {
    name: 'git rev-parse',
    none: list(
      '--short --verify --abbrev-ref --symbolic-full-name --symbolic --show-toplevel --show-cdup',
      '--show-prefix --git-dir --git-common-dir --absolute-git-dir --is-inside-work-tree',
      '--is-inside-git-dir --is-bare-repository --is-shallow-repository',
    ),
    digits: 'alone',
  },
  {
    name: 'git describe',
    none: '--tags --contains --dirty --long --exact-match --always --broken',
    number: '--abbrev --candidates',
    text: '--match --exclude',
    digits: 'alone',
  },
  {
    name: 'git cat-file',
    none: '-e -p -s -t --batch-check',
    digits: 'alone',
  },
  {
    name: 'git for-each-ref',
    number: '--count',
    text: '--points-at --merged --no-merged --contains --no-contains --sort --format',
    digits: 'alone',
  },
  {
    name: 'git merge-base',
    none: '--all --octopus --is-ancestor --independent --fork-point',
    digits: 'alone',
  },
  {
    name: 'git grep',
    none: list(
      '-c -h -i -l -n -o -q -v -w -E -F -G -H -L -P --cached --no-index --untracked --recurse-submodules',
      '--invert-match --ignore-case --word-regexp --extended-regexp --basic-regexp --fixed-strings',
      '--perl-regexp --line-number --full-name --files-with-matches --files-without-match --only-matching',
      '--count --color --break --heading --and --or --not --quiet --no-color',
    ),
    number: '-A -B -C --max-depth --context --before-context --after-context --threads',
    text: '-e',
    digits: 'alone',
  },
  {
    name: 'git worktree list',
    none: '--porcelain -v --verbose',
    text: '--expire',
    digits: 'alone',
  },
];
