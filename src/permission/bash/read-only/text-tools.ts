import { type FlagTable, list } from './flag-table.ts';
import { noPaths, oneLineEach } from './operands.ts';

/** Programs that print or search text, with the flags that keep them read-only (recorded from client 2.1.330). */
export const TEXT_TOOLS: readonly FlagTable[] = [
  {
    name: 'grep',
    none: list(
      '-a -b -c -h -i -l -n -o -q -r -s -u -v -w -x -z -E -F -G -H -I -L -P -R -T -U -V -Z',
      '--extended-regexp --fixed-strings --basic-regexp --perl-regexp --ignore-case --no-ignore-case',
      '--word-regexp --line-regexp --null-data --no-messages --invert-match --version --help',
      '--byte-offset --line-number --line-buffered --with-filename --no-filename --only-matching --quiet',
      '--silent --text --recursive --dereference-recursive --files-without-match --files-with-matches',
      '--count --initial-tab --null --no-group-separator --binary',
    ),
    number: '-m -A -B -C --max-count --before-context --after-context --context',
    text: list(
      '-d -e -f -D --regexp --file --label --binary-files --directories --devices --include --exclude',
      '--exclude-from --exclude-dir --group-separator --color --colour',
    ),
    digits: 'attached',
    operands: oneLineEach,
  },
  {
    name: 'egrep',
    none: list(
      '-a -b -c -h -i -l -n -o -q -r -s -u -v -w -x -z -E -F -G -H -I -L -P -R -T -U -V -Z',
      '--extended-regexp --fixed-strings --basic-regexp --perl-regexp --ignore-case --no-ignore-case',
      '--word-regexp --line-regexp --null-data --no-messages --invert-match --version --help',
      '--byte-offset --line-number --line-buffered --with-filename --no-filename --only-matching --quiet',
      '--silent --text --recursive --dereference-recursive --files-without-match --files-with-matches',
      '--count --initial-tab --null --no-group-separator --binary',
    ),
    number: '-m -A -B -C --max-count --before-context --after-context --context',
    text: list(
      '-d -e -f -D --regexp --file --label --binary-files --directories --devices --include --exclude',
      '--exclude-from --exclude-dir --group-separator --color --colour',
    ),
    digits: 'attached',
    operands: oneLineEach,
  },
  {
    name: 'fgrep',
    none: list(
      '-a -b -c -h -i -l -n -o -q -r -s -u -v -w -x -z -E -F -G -H -I -L -P -R -T -U -V -Z',
      '--extended-regexp --fixed-strings --basic-regexp --perl-regexp --ignore-case --no-ignore-case',
      '--word-regexp --line-regexp --null-data --no-messages --invert-match --version --help',
      '--byte-offset --line-number --line-buffered --with-filename --no-filename --only-matching --quiet',
      '--silent --text --recursive --dereference-recursive --files-without-match --files-with-matches',
      '--count --initial-tab --null --no-group-separator --binary',
    ),
    number: '-m -A -B -C --max-count --before-context --after-context --context',
    text: list(
      '-d -e -f -D --regexp --file --label --binary-files --directories --devices --include --exclude',
      '--exclude-from --exclude-dir --group-separator --color --colour',
    ),
    digits: 'attached',
    operands: oneLineEach,
  },
  {
    name: 'rg',
    none: list(
      '-a -c -h -i -l -n -o -q -u -v -w -F -H -L -S --column --count --debug --files-with-matches',
      '--files-without-match --fixed-strings --follow --heading --help --hidden --ignore-case',
      '--invert-match --json --line-number --no-heading --no-ignore --only-matching --quiet --smart-case',
      '--stats --text --type-list --version --word-regexp',
    ),
    number: '-d -m -A -B -C --after-context --before-context --context --max-count --max-depth',
    text: '-e -f -g -t -T --color --glob --regexp --type --type-not',
    digits: 'attached',
    operands: oneLineEach,
  },
  {
    name: 'sort',
    none: list(
      '-b -c -d -f -g -h -i -m -n -r -s -u -z -C -M -R -V --ignore-leading-blanks --dictionary-order',
      '--ignore-case --general-numeric-sort --ignore-nonprinting --month-sort --human-numeric-sort',
      '--numeric-sort --random-sort --reverse --version-sort --check --merge --stable --unique',
      '--zero-terminated --help --version',
    ),
    number: '--batch-size --parallel',
    text: '-k -t -S --sort --key --buffer-size --field-separator',
  },
  {
    name: 'base64',
    none: '-d -h -D --decode --ignore-garbage --help --version',
    number: '-b -w --wrap',
    text: '-i',
  },
  {
    name: 'sha256sum',
    none: list(
      '-b -c -t -w -z --binary --check --tag --text --zero --ignore-missing --quiet --status --strict',
      '--warn --help --version',
    ),
  },
  {
    name: 'sha1sum',
    none: list(
      '-b -c -t -w -z --binary --check --tag --text --zero --ignore-missing --quiet --status --strict',
      '--warn --help --version',
    ),
  },
  {
    name: 'md5sum',
    none: list(
      '-b -c -t -w -z --binary --check --tag --text --zero --ignore-missing --quiet --status --strict',
      '--warn --help --version',
    ),
  },
  {
    name: 'file',
    none: list(
      '-b -c -h -i -k -l -n -p -r -s -v -L -0 --help --version --brief --mime --mime-type --mime-encoding',
      '--apple --keep-going --list --dereference --no-dereference --no-buffer --print0 --preserve-date',
      '--raw --special-files',
    ),
    text: '-F --exclude --exclude-quiet --separator',
  },
  {
    name: 'tree',
    none: list(
      '-a -c -d -f -g -h -i -l -n -p -q -r -s -t -u -v -x -A -C -D -F -J -N -Q -S -U -X --du --si --prune',
      '--dirsfirst --filesfirst --noreport --matchdirs --fromfile --gitignore --inodes --device',
      '--metafirst --nolinks --ignore-case --info --hyperlink --version --help',
    ),
    number: '-L --filelimit',
    text: '-H -I -P -T --charset --timefmt --gitfile --sort --infofile',
  },
  {
    name: 'fd',
    none: list(
      '-a -g -h -i -p -q -s -F -H -I -L -V -0 -1 --absolute-path --case-sensitive --fixed-strings',
      '--follow --full-path --glob --help --hidden --ignore-case --no-ignore --no-ignore-parent',
      '--no-ignore-vcs --no-require-git --one-file-system --print0 --prune --quiet --regex --show-errors',
      '--strip-cwd-prefix --version',
    ),
    number: '-d -j --batch-size --exact-depth --max-depth --max-results --min-depth --threads',
    text: list(
      '-c -e -o -t -E -S --and --base-directory --changed-before --changed-within --color --exclude',
      '--extension --format --hyperlink --ignore-file --max-buffer-time --owner --path-separator',
      '--search-path --size --type',
    ),
  },
  {
    name: 'fdfind',
    none: list(
      '-a -g -h -i -p -q -s -F -H -I -L -V -0 -1 --absolute-path --case-sensitive --fixed-strings',
      '--follow --full-path --glob --help --hidden --ignore-case --no-ignore --no-ignore-parent',
      '--no-ignore-vcs --no-require-git --one-file-system --print0 --prune --quiet --regex --show-errors',
      '--strip-cwd-prefix --version',
    ),
    number: '-d -j --batch-size --exact-depth --max-depth --max-results --min-depth --threads',
    text: list(
      '-c -e -o -t -E -S --and --base-directory --changed-before --changed-within --color --exclude',
      '--extension --format --hyperlink --ignore-file --max-buffer-time --owner --path-separator',
      '--search-path --size --type',
    ),
  },
  {
    name: 'man',
    none: '-a -d -h -w --all',
    text: '-f -k -s -S --apropos --whatis',
    operands: noPaths,
  },
  {
    name: 'help',
    none: '-d',
    operands: noPaths,
  },
];
