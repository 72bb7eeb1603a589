import type { CommandDescription, Gain } from '../description.ts';

const CURRENT_DIRECTORY: Gain = { reads: ['.'] };

/** Programs that look for files and for text in files. */
export const SEARCH: readonly CommandDescription[] = [
  {
    names: 'find gfind',
    source: 'find(1), findutils 4.10',
    grammar: 'single-dash',
    stops: '-help --help -version --version',
    switches:
      '-H -L -P -depth -d -mount -xdev -noleaf -daystart -follow -warn -nowarn -ignore_readdir_race -noignore_readdir_race -empty -executable -false -true -nogroup -nouser -readable -writable -ls -print -print0 -prune -quit -a -o -and -or -not',
    settings:
      '-D -O -maxdepth -mindepth -regextype -amin -anewer -atime -cmin -cnewer -context -ctime -fstype -gid -group -ilname -iname -inum -ipath -iregex -iwholename -links -lname -mmin -mtime -name -newer -newermt -path -perm -regex -samefile -size -type -uid -used -user -wholename -xtype -printf',
    flags: [
      { names: '-exec -execdir -ok -okdir', value: 'command-to-semicolon' },
      { names: '-delete', adds: { deletes: ['.'], loses: true, why: 'deletes every file it finds' } },
      { names: '-fprint -fprint0 -fls', value: 'write' },
      { names: '-fprintf', value: 'write' },
      { names: '-files0-from', value: 'read' },
    ],
    operands: { rest: 'read', none: CURRENT_DIRECTORY },
    example: '.',
  },
  {
    names: 'grep egrep fgrep',
    source: 'grep(1), GNU grep 3.11',
    switches:
      '-E -F -G -P -i -v -w -x -c -L -l -o -q -s -b -H -h -n -T -Z -a -I -r -R -U -z -y --extended-regexp --fixed-strings --basic-regexp --perl-regexp --ignore-case --no-ignore-case --invert-match --word-regexp --line-regexp --count --files-without-match --files-with-matches --only-matching --quiet --silent --no-messages --byte-offset --with-filename --no-filename --line-number --initial-tab --null --text --recursive --dereference-recursive --binary --null-data --line-buffered',
    settings:
      '-m --max-count -A --after-context -B --before-context -C --context --label --binary-files -D --devices -d --directories --exclude --exclude-dir --include',
    flags: [
      { names: '-e --regexp', value: 'text', operands: { rest: 'read' } },
      { names: '-f --file', value: 'read', operands: { rest: 'read' } },
      { names: '--exclude-from', value: 'read' },
      { names: '--color --colour', value: 'text', optional: true },
    ],
    stops: '-V --version --help',
    operands: { first: ['text'], rest: 'read' },
    example: 'x file.txt',
  },
];
