import type { CommandDescription, Flag } from '../description.ts';

const TAR_PROGRAMS: readonly Flag[] = [
  {
    names:
      '-I --use-compress-program --to-command --rsh-command --rmt-command -F --info-script --new-volume-script',
    value: 'shell',
    adds: { runs: 'anything', why: 'runs a program' },
  },
  {
    names: '--checkpoint-action',
    value: 'text',
    choices: { 'exec*': { runs: 'anything', why: 'runs a command at every checkpoint' }, '*': {} },
  },
];

/** Programs that pack and unpack. */
export const ARCHIVES: readonly CommandDescription[] = [
  {
    names: 'tar gtar bsdtar',
    source: 'tar manual, GNU tar 1.35; bsdtar(1)',
    dashless: true,
    switches:
      '-v --verbose -z --gzip --gunzip -j --bzip2 -J --xz --lzip --lzma -Z --compress --zstd -a --auto-compress --keep-newer-files -m --touch -p --preserve-permissions --same-permissions -S --sparse -h --dereference --hard-dereference --no-same-owner --same-owner --no-same-permissions --totals --wildcards --no-wildcards --anchored --no-anchored --exclude-vcs --exclude-vcs-ignores --exclude-caches --no-recursion --numeric-owner --one-file-system -l -w --interactive -W --verify -i --ignore-zeros --null -n -o --no-xattrs --xattrs --acls --selinux --no-overwrite-dir --full-time --utc -M --multi-volume -B --no-mac-metadata --checkpoint --force-local --no-auto-compress -q -U',
    settings:
      '-b --blocking-factor --exclude --owner --group --mode --mtime --format -H --strip-components --transform --xform -N --newer --sort --occurrence --label -V --warning --pax-option --exclude-tag --exclude-caches-all --record-size',
    flags: [
      { names: '-f --file', value: 'archive' },
      { names: '-C --directory --cd', value: 'directory' },
      { names: '-T --files-from -X --exclude-from --include', value: 'read' },
      { names: '-g --listed-incremental --volno-file', value: 'write' },
      { names: '--index-file', value: 'text', adds: { unknown: 'writes the list of names to a file' } },
      {
        names: '-c --create -r --append -u --update -A --catenate --concatenate',
        operands: { rest: 'read' },
      },
      {
        names: '-x --extract --get',
        adds: { writes: ['.'], loses: true, why: 'overwrites what the archive names' },
        operands: { rest: 'text' },
      },
      { names: '-t --list -d --diff --compare', operands: { rest: 'text' }, cancels: ['writes'] },
      { names: '-k --keep-old-files --skip-old-files', cancels: ['loses'] },
      { names: '-O --to-stdout', cancels: ['writes', 'loses'] },
      {
        names: '-P --absolute-names --absolute-paths --insecure',
        adds: { reads: ['/'], writes: ['/*'], why: 'uses the absolute paths of the archive' },
      },
      {
        names: '--remove-files --recursive-unlink --delete --overwrite --overwrite-dir --unlink-first',
        adds: { deletes: ['.'], loses: true, why: 'deletes or overwrites files' },
      },
      ...TAR_PROGRAMS,
    ],
    stops: '--help --version --usage --show-defaults',
    operands: { rest: 'read', choices: { '@*': {} } },
    example: 'tf x.tar',
  },
  {
    names: 'zip',
    source: 'zip(1), Info-ZIP 3.0',
    switches:
      '-r -R -q -v -j -y -9 -0 -1 -2 -3 -4 -5 -6 -7 -8 -u -f -D -X -k -l -o -g -A -e -@ -FS -nw -db -dc -sv -DF --recurse-paths --quiet --symlinks --junk-paths --update',
    settings: '-x --exclude -i --include -n -P -s -t -tt',
    flags: [
      {
        names: '-m --move -d --delete',
        adds: { deletes: ['.'], loses: true, why: 'deletes the files it packed' },
      },
      { names: '-T --test', adds: {} },
      {
        names: '-TT --unzip-command',
        value: 'shell',
        adds: { runs: 'anything', why: 'runs a program to test the archive' },
      },
      { names: '-O --output-file --out -b --temp-path -lf', value: 'write' },
    ],
    stops: '-h --help --version -L',
    operands: { first: ['write'], rest: 'read' },
    example: 'x.zip a.txt',
  },
  {
    names: 'unzip bsdunzip',
    source: 'unzip(1), Info-ZIP 6.0',
    switches: '-n -q -qq -u -j -a -aa -b -C -L -M -U -X -K -V -W -DD',
    settings: '-P -x',
    flags: [
      { names: '-l -v -t -Z -z -p -c -1', cancels: ['writes', 'loses'] },
      { names: '-:', adds: { writes: ['/*'], why: 'lets the archive name files outside of the folder' } },
      { names: '-o -f', adds: { loses: true, why: 'overwrites files without asking' } },
      // Into a folder of its own it replaces nothing that was there before it.
      { names: '-d', value: 'write', cancels: ['loses'] },
    ],
    does: { writes: ['.'], loses: true, why: 'can overwrite what the archive names' },
    operands: { first: ['read'], rest: 'text' },
    example: '-l x.zip',
  },
  {
    names: 'gzip gunzip pigz bzip2 bunzip2 xz unxz lzma zstd unzstd lz4 brotli compress uncompress lzip',
    source: 'gzip(1), bzip2(1), xz(1), zstd(1)',
    otherFlags: 'harmless',
    settings: '-S --suffix -T --threads -b --block-size -M --memlimit -p --processes -B',
    flags: [
      { names: '-c --stdout --to-stdout -l --list -t --test', operands: { rest: 'read' } },
      { names: '-k --keep', operands: { rest: 'change' } },
      { names: '-o --output', value: 'write' },
      { names: '-D --files --files0 --filelist', value: 'read', optional: true },
      { names: '--output-dir-flat --output-dir-mirror', value: 'write' },
      { names: '-f --force --rm', adds: { writes: ['.'] } },
    ],
    stops: '-h --help -V --version -L --license -H',
    operands: { rest: 'change' },
    example: '-l x.gz',
  },
  {
    names: 'zipinfo lsar zdump',
    source: 'zipinfo(1)',
    otherFlags: 'harmless',
    operands: { rest: 'read' },
    example: 'x.zip',
  },
  {
    names: '7z 7za 7zz 7zr',
    source: '7-Zip command line documentation, 24',
    grammar: 'single-dash',
    otherFlags: 'harmless',
    flags: [
      { names: '-o -w', value: 'write' },
      { names: '-i -x -p -t -m -r', value: 'text', optional: true },
    ],
    subcommands: [
      { names: 'l t h i', otherFlags: 'harmless', operands: { rest: 'read' } },
      {
        names: 'a u',
        otherFlags: 'harmless',
        flags: [
          { names: '-sdel', adds: { deletes: ['.'], loses: true, why: 'deletes the files it packed' } },
        ],
        operands: { first: ['write'], rest: 'read' },
      },
      {
        names: 'd rn',
        does: { loses: true, why: 'changes what is in the archive' },
        otherFlags: 'harmless',
        operands: { rest: 'change' },
      },
      {
        names: 'e x b',
        does: { writes: ['.'], loses: true, why: 'can overwrite files while unpacking' },
        otherFlags: 'harmless',
        flags: [{ names: '-so', cancels: ['writes', 'loses'] }],
        operands: { rest: 'read' },
      },
    ],
    example: 'l x.7z',
  },
  {
    names: 'rar unrar unar cpio pax shar asar',
    source: 'cpio(1); documentation of the programs named',
    otherFlags: 'harmless',
    does: { writes: ['.'], loses: true, why: 'can overwrite files while unpacking' },
    flags: [
      { names: '-o -O -F', value: 'write' },
      { names: '--rsh-command', value: 'shell' },
      { names: '-l -t --list', cancels: ['writes', 'loses'] },
    ],
    stops: '--help --version',
    operands: { rest: 'read' },
  },
];
