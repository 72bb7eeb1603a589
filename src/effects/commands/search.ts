import type { CommandDescription, Flag } from '../description.ts';
import { READS_HERE } from './gains.ts';

const GREP_SWITCHES =
  '-E -F -G -P -i -v -w -x -c -L -l -o -q -s -b -H -h -n -T -Z -a -I -r -R -S -p -U -z -y -u -# --extended-regexp --fixed-strings --basic-regexp --perl-regexp --ignore-case --no-ignore-case --invert-match --word-regexp --line-regexp --count --files-without-match --files-with-matches --only-matching --quiet --silent --no-messages --byte-offset --with-filename --no-filename --line-number --initial-tab --null --text --recursive --dereference-recursive --binary --null-data --line-buffered --mmap';

const GREP_FLAGS: readonly Flag[] = [
  { names: '-e --regexp', value: 'text', operands: { first: [] } },
  { names: '-f --file', value: 'read', operands: { first: [] } },
  { names: '-r -R --recursive --dereference-recursive', operands: { none: READS_HERE } },
  { names: '--exclude-from', value: 'read' },
  { names: '--include', value: 'name-pattern' },
  { names: '--color --colour', value: 'text', optional: true },
];

/** Programs that look for files and for text in files. */
export const SEARCH: readonly CommandDescription[] = [
  {
    names: 'find gfind',
    source: 'find(1), findutils 4.10',
    grammar: 'expression',
    stops: '-help --help -version --version',
    switches:
      '-H -L -P -E -X -s -x -f -depth -d -mount -xdev -noleaf -daystart -follow -warn -nowarn -ignore_readdir_race -noignore_readdir_race -empty -executable -false -true -nogroup -nouser -readable -writable -ls -print -print0 -prune -quit -a -o -and -or -not -O0 -O1 -O2 -O3',
    settings:
      '-D -maxdepth -mindepth -regextype -amin -anewer -atime -cmin -cnewer -context -ctime -fstype -gid -group -links -mmin -mtime -newer -newermt -newerat -newerct -newermm -newerBt -newerma -newermB -newerBm -perm -size -type -uid -used -user -xtype -printf -inum -flags -xattrname',
    flags: [
      {
        names: '-name -iname -path -ipath -wholename -iwholename -regex -iregex -lname -ilname',
        value: 'name-pattern',
      },
      { names: '-samefile', value: 'text' },
      { names: '-exec -execdir -ok -okdir', value: 'command-to-semicolon' },
      { names: '-delete', adds: { deletes: ['.'], loses: true, why: 'deletes every file that it finds' } },
      { names: '-fprint -fprint0 -fls', value: 'write' },
      // The format that follows the file is read as one more starting point, which does no harm.
      { names: '-fprintf', value: 'write' },
      { names: '-files0-from', value: 'read' },
    ],
    operands: { rest: 'look', none: READS_HERE },
    example: '.',
  },
  {
    names: 'grep egrep fgrep ggrep zgrep zegrep zfgrep bzgrep xzgrep zstdgrep',
    source: 'grep(1), GNU grep 3.11; zgrep(1)',
    switches: GREP_SWITCHES,
    settings:
      '-m --max-count -A --after-context -B --before-context -C --context --label --binary-files -D --devices -d --directories --exclude --exclude-dir',
    flags: GREP_FLAGS,
    stops: '-V --version --help',
    searches: {
      hidden: '-r -R --recursive --dereference-recursive',
      names: '-l -L -c -q --files-with-matches --files-without-match --count --quiet --silent',
    },
    operands: { first: ['text'], rest: 'read' },
    example: 'x file.txt',
  },
  {
    names: 'rg ripgrep',
    source: 'rg(1), ripgrep 14',
    grammar: 'pflag',
    otherFlags: 'harmless',
    settings:
      '-A --after-context -B --before-context -C --context -m --max-count -r --replace -t --type -T --type-not -M --max-columns -d --max-depth --maxdepth -j --threads -E --encoding --color --colors --sort --sortr --type-add --type-clear --context-separator --field-context-separator --field-match-separator --path-separator --dfa-size-limit --regex-size-limit --max-filesize --engine --hyperlink-format --generate --hostname-format',
    flags: [
      { names: '-e --regexp', value: 'text', operands: { first: [] } },
      { names: '-f --file', value: 'read', operands: { first: [] } },
      { names: '-g --glob --iglob', value: 'name-pattern' },
      { names: '--files', operands: { first: [], none: READS_HERE } },
      { names: '--type-list', cancels: ['everything'] },
      { names: '--ignore-file', value: 'read' },
      { names: '--pre', value: 'program', adds: { runs: 'anything', why: 'runs a program on every file' } },
      { names: '--pre-glob', value: 'text' },
      { names: '--hostname-bin', value: 'program', adds: { runs: 'anything', why: 'runs a program' } },
      { names: '-z --search-zip', adds: { why: 'runs the decompression programs on the path' } },
    ],
    switches:
      '--hidden -. -u --unrestricted -l --files-with-matches --files-without-match -c --count --count-matches -q --quiet',
    searches: {
      hidden: '--hidden -. -u --unrestricted',
      names: '-l --files-with-matches --files-without-match -c --count --count-matches -q --quiet --files',
    },
    stops: '-V --version -h --help --pcre2-version',
    operands: { first: ['text'], rest: 'read', some: READS_HERE },
    example: 'x',
  },
  {
    names: 'ag ack pt',
    source: 'ag(1), ack documentation',
    grammar: 'pflag',
    otherFlags: 'harmless',
    settings:
      '-A --after -B --before -C --context -m --max-count --depth --ignore --ignore-dir --workers -W --width --color-match --color-path --color-line-number',
    flags: [
      { names: '-G --file-search-regex -g', value: 'name-pattern' },
      { names: '-p --path-to-ignore', value: 'read' },
      { names: '--pager', value: 'shell' },
      { names: '--ackrc', value: 'read', adds: { runs: 'anything', why: 'loads options from another file' } },
      { names: '--output', value: 'text' },
    ],
    switches:
      '--hidden -u --unrestricted -U --skip-vcs-ignores -a --all-types -l --files-with-matches -L -c --count',
    searches: {
      hidden: '--hidden -u --unrestricted -U --skip-vcs-ignores -a --all-types',
      names: '-l --files-with-matches -L -c --count -g',
    },
    stops: '-V --version -h --help',
    operands: { first: ['text'], rest: 'read', some: READS_HERE },
    example: 'x',
  },
  {
    names: 'fd fdfind',
    source: 'fd(1), fd 10',
    grammar: 'pflag',
    otherFlags: 'harmless',
    settings:
      '-d --max-depth --min-depth --exact-depth -t --type -e --extension -E --exclude -S --size --changed-within --changed-before -o --owner -c --color -j --threads --max-results --path-separator --batch-size --and --format --newer --older --gen-completions',
    flags: [
      {
        names: '-x --exec -X --exec-batch',
        value: 'command-to-semicolon',
        adds: { loses: true, why: 'runs a command that can delete or overwrite every file that it finds' },
      },
      { names: '--base-directory -C', value: 'directory' },
      { names: '--search-path', value: 'read' },
      { names: '--ignore-file', value: 'read' },
    ],
    stops: '-V --version -h --help',
    operands: { first: ['name-pattern'], rest: 'look', none: READS_HERE },
    example: 'x',
  },
  {
    names: 'ast-grep sg',
    source: 'ast-grep documentation, 0.38',
    grammar: 'pflag',
    stops: '-V --version -h --help',
    subcommands: [
      {
        names: 'run scan',
        otherFlags: 'harmless',
        settings:
          '-p --pattern -l --lang -k --kind --selector --strictness -r --rewrite --globs -A -B -C --color -j --threads --inline-rules --format --filter',
        flags: [
          { names: '-U --update-all', adds: { writes: ['.'], why: 'rewrites the files that match' } },
          { names: '-i --interactive', adds: { writes: ['.'] } },
          { names: '-c --config --rule', value: 'read', adds: { runs: 'project' } },
        ],
        operands: { rest: 'read', none: READS_HERE },
      },
      {
        names: 'test new lsp completions',
        does: { writes: ['.'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      otherFlags: 'harmless',
      flags: [{ names: '-U --update-all', adds: { writes: ['.'] } }],
      operands: { rest: 'read' },
    },
  },
  {
    names: 'locate plocate mdfind',
    source: 'locate(1); mdfind(1)',
    does: { reads: ['/'] },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
    example: 'x',
  },
  {
    names: 'fzf sk',
    source: 'fzf(1), fzf 0.60',
    grammar: 'pflag',
    otherFlags: 'harmless',
    settings: '-q --query -n --nth -d --delimiter --height --prompt --header',
    flags: [
      { names: '--preview --bind --listen --become', value: 'shell', adds: { runs: 'anything' } },
      { names: '-f --filter', value: 'text' },
    ],
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'tree',
    source: 'tree(1), tree 2.1',
    otherFlags: 'harmless',
    settings: '-L -P -I -H -T --charset --filelimit --timefmt --sort --gitfile --info-file --infofile',
    flags: [
      { names: '-o', value: 'write' },
      { names: '-R', adds: { writes: ['.'] } },
      { names: '--fromfile --fromtabfile' },
    ],
    stops: '--version --help',
    operands: { rest: 'look', none: READS_HERE },
  },
  {
    names: 'ls gls eza exa lsd dir vdir l ll la',
    source: 'ls(1), coreutils 9.5; eza(1)',
    otherFlags: 'harmless',
    settings: '-w --width -T --tabsize -I --ignore --hide --block-size --sort --time-style',
    stops: '--version --help',
    operands: { rest: 'look', none: READS_HERE },
  },
];
