import type { Flag, Operands } from '../description.ts';

/** Flags of git commands that print commits or differences (git-diff(1), git-log(1), git 2.47). */
export const DIFF_FLAGS: readonly Flag[] = [
  { names: '--output', value: 'write', adds: { loses: true, why: 'overwrites a file' } },
  { names: '--ext-diff', adds: { runs: 'anything', why: 'runs the configured diff program' } },
  { names: '--textconv', adds: { runs: 'anything', why: 'runs the configured text filter' } },
  { names: '-O', value: 'read' },
  { names: '--no-index', operands: { rest: 'read' } },
  { names: '--skip-to --rotate-to --ignore-matching-lines -I --anchored --diff-filter', value: 'text' },
  { names: '--inter-hunk-context --output-indicator-new --output-indicator-old', value: 'text' },
  { names: '--output-indicator-context --src-prefix --dst-prefix --line-prefix', value: 'text' },
  { names: '--diff-algorithm --diff-merges --ws-error-highlight --find-object -l -S -G', value: 'text' },
  {
    names: '--stat --dirstat --color --color-moved --color-words --word-diff --abbrev',
    value: 'text',
    optional: true,
  },
  {
    names: '-U --unified -M --find-renames -C --find-copies -B --break-rewrites -X',
    value: 'text',
    optional: true,
  },
  { names: '--relative --submodule --ignore-submodules --word-diff-regex', value: 'text', optional: true },
  { names: '--stat-width --stat-name-width --stat-count --stat-graph-width', value: 'text' },
  { names: '--color-moved-ws --no-prefix', value: 'text', optional: true },
];

/** Flags that say which commits are shown (git-rev-list(1)). */
export const LIMIT_FLAGS: readonly Flag[] = [
  { names: '-n --max-count --skip --since --after --until --before --since-as-filter', value: 'text' },
  {
    names: '--author --committer --grep --grep-reflog --format --date -L --min-parents --max-parents',
    value: 'text',
  },
  { names: '--glob --exclude --exclude-hidden --branches --tags --remotes', value: 'text', optional: true },
  {
    names: '--pretty --decorate --decorate-refs --decorate-refs-exclude --encoding',
    value: 'text',
    optional: true,
  },
  {
    names: '--show-linear-break --notes --show-notes --ancestry-path --no-walk',
    value: 'text',
    optional: true,
  },
  {
    names: '--expand-tabs --filter --disk-usage --missing --max-age --min-age',
    value: 'text',
    optional: true,
  },
  { names: '--show-signature', adds: { runs: 'anything', why: 'runs the configured signature program' } },
];

/** Operands of commands that only look: revisions, `revision:path` and paths. */
export const REVISIONS: Operands = { rest: 'revision' };
