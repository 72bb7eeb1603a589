import type { CommandDescription, Flag } from '../description.ts';
import { RUNS_ANYTHING } from './gains.ts';

const INTO: Flag = { names: '-t --target-directory', value: 'write', operands: { last: 'read' } };

const COPY_SWITCHES =
  '-a --archive -b -d -f --force -i --interactive -H -l --link -L --dereference -n --no-clobber -P --no-dereference -p -R -r --recursive --remove-destination --strip-trailing-slashes -s --symbolic-link -T --no-target-directory -u -v --verbose -x --one-file-system -Z --attributes-only --copy-contents --keep-directory-symlink --debug -c -X -N --exchange --no-copy';

const COPY_FLAGS: readonly Flag[] = [
  { names: '--backup --preserve --update --context --reflink', value: 'text', optional: true },
  { names: '-S --suffix --no-preserve --sparse', value: 'text' },
  INTO,
];

/** coreutils and their kin that create, move, change and delete files (coreutils manual, 9.5). */
export const FILE_CHANGING: readonly CommandDescription[] = [
  {
    names: 'cp gcp',
    source: 'cp(1), coreutils 9.5',
    switches: COPY_SWITCHES,
    flags: COPY_FLAGS,
    stops: '--help --version',
    operands: { rest: 'read', last: 'write' },
    example: 'a.txt b.txt',
  },
  {
    names: 'mv gmv',
    source: 'mv(1), coreutils 9.5',
    switches: COPY_SWITCHES,
    flags: [
      ...COPY_FLAGS.filter((flag) => flag !== INTO),
      { ...INTO, operands: { rest: 'change', last: 'change' } },
    ],
    stops: '--help --version',
    operands: { rest: 'change', last: 'write' },
    example: 'a.txt b.txt',
  },
  {
    names: 'ln gln link',
    source: 'ln(1), coreutils 9.5',
    switches:
      '-b -d -F --directory -f --force -i --interactive -L --logical -n -h --no-dereference -P --physical -r --relative -s --symbolic -T --no-target-directory -v --verbose -w -W',
    flags: [
      { names: '--backup', value: 'text', optional: true },
      { names: '-S --suffix', value: 'text' },
      INTO,
    ],
    stops: '--help --version',
    operands: { rest: 'read', last: 'write' },
    example: '-s a b',
  },
  {
    names: 'install ginstall',
    source: 'install(1), coreutils 9.5',
    switches:
      '-b -c -C --compare -D -p --preserve-timestamps -s --strip -T --no-target-directory -v --verbose -Z --preserve-context --debug',
    settings: '-g --group -o --owner -S --suffix',
    flags: [
      { names: '-d --directory', operands: { rest: 'write', last: 'write' } },
      INTO,
      { names: '-m --mode', value: 'mode' },
      { names: '--strip-program', value: 'program', adds: RUNS_ANYTHING },
      { names: '--backup --context', value: 'text', optional: true },
    ],
    stops: '--help --version',
    operands: { rest: 'read', last: 'write' },
    example: 'a b',
  },
  {
    names: 'rm grm unlink shred srm',
    source: 'rm(1), unlink(1), shred(1), coreutils 9.5',
    otherFlags: 'harmless',
    settings: '-n --iterations -s --size',
    flags: [
      { names: '--interactive --preserve-root --remove', value: 'text', optional: true },
      { names: '--random-source', value: 'read' },
    ],
    stops: '--help --version',
    operands: { rest: 'delete' },
    example: 'file.txt',
  },
  {
    names: 'rmdir grmdir',
    source: 'rmdir(1), coreutils 9.5',
    switches: '-p --parents -v --verbose --ignore-fail-on-non-empty',
    stops: '--help --version',
    operands: { rest: 'change' },
    example: 'x',
  },
  {
    names: 'mkdir gmkdir',
    source: 'mkdir(1), coreutils 9.5',
    switches: '-p --parents -v --verbose -Z',
    settings: '-m --mode',
    flags: [{ names: '--context', value: 'text', optional: true }],
    stops: '--help --version',
    operands: { rest: 'write-into' },
    example: 'x',
  },
  {
    names: 'touch gtouch',
    source: 'touch(1), coreutils 9.5',
    switches: '-a -c --no-create -f -h --no-dereference -m',
    settings: '-d --date -t --time',
    flags: [{ names: '-r --reference', value: 'read' }],
    stops: '--help --version',
    operands: { rest: 'write' },
    example: 'file.txt',
  },
  {
    names: 'mkfifo mknod',
    source: 'mkfifo(1), coreutils 9.5',
    settings: '-m --mode',
    switches: '-Z',
    operands: {
      first: ['write'],
      rest: 'text',
      choices: {
        c: { privilege: true, why: 'makes a device' },
        b: { privilege: true, why: 'makes a device' },
        u: { privilege: true, why: 'makes a device' },
      },
    },
    example: 'x',
  },
  {
    names: 'truncate gtruncate',
    source: 'truncate(1), coreutils 9.5',
    switches: '-c --no-create -o --io-blocks',
    settings: '-s --size',
    flags: [{ names: '-r --reference', value: 'read' }],
    stops: '--help --version',
    does: { loses: true, why: 'cuts files off' },
    operands: { rest: 'change' },
    example: '-s 0 file.txt',
  },
  {
    names: 'mktemp gmktemp tempfile',
    source: 'mktemp(1), coreutils 9.5',
    does: { writes: ['/tmp'] },
    switches: '-d --directory -u --dry-run -q --quiet',
    flags: [
      { names: '-t', operands: { rest: 'text' } },
      { names: '-p', value: 'write' },
      { names: '--tmpdir', value: 'write', optional: true },
      { names: '--suffix', value: 'text' },
    ],
    stops: '--help --version',
    operands: { rest: 'write' },
  },
  {
    names: 'tee gtee sponge',
    source: 'tee(1), coreutils 9.5; sponge(1)',
    switches: '-a --append -i --ignore-interrupts -p',
    flags: [{ names: '--output-error', value: 'text', optional: true }],
    stops: '--help --version',
    operands: { rest: 'write' },
    example: 'file.txt',
  },
  {
    names: 'chmod gchmod',
    source: 'chmod(1), coreutils 9.5',
    switches:
      '-c --changes -f --silent --quiet -v --verbose -R --recursive --preserve-root --no-preserve-root -h -H -L -P --dereference --no-dereference',
    flags: [
      { names: '--reference', value: 'read', operands: { first: [] } },
      // Symbolic modes that take rights away look like flags.
      { names: '-r -w -x -rw -rx -wx -rwx', operands: { first: [] } },
    ],
    stops: '--help --version',
    operands: {
      first: ['mode'],
      rest: 'write',
    },
    example: '644 file.txt',
  },
  {
    names: 'chown chgrp gchown',
    source: 'chown(1), coreutils 9.5',
    does: { privilege: true, why: 'changes who owns files' },
    otherFlags: 'harmless',
    settings: '--from',
    flags: [{ names: '--reference', value: 'read' }],
    stops: '--help --version',
    operands: { first: ['text'], rest: 'change' },
    example: 'dev file.txt',
  },
  {
    names: 'chattr lsattr setfacl getfacl chflags xattr',
    source: 'chattr(1), setfacl(1), xattr(1)',
    otherFlags: 'harmless',
    operands: { rest: 'change' },
    example: 'file.txt',
  },
  {
    names: 'dd gdd',
    source: 'dd(1), coreutils 9.5',
    flags: [
      { names: 'if=', value: 'read' },
      { names: 'of=', value: 'write', adds: { loses: true, why: 'overwrites raw data' } },
      {
        names: 'bs= cbs= conv= count= ibs= iflag= iseek= obs= oflag= oseek= seek= skip= status=',
        value: 'text',
      },
    ],
    stops: '--help --version',
    operands: { rest: 'text' },
    example: 'if=a of=b',
  },
  {
    names: 'rename prename zmv',
    source: 'rename(1); zshcontrib(1)',
    switches: '-v --verbose -n --no-act --nono -f --force -o --no-overwrite -s --symlink -i --interactive -d',
    flags: [{ names: '-e', value: 'code' }],
    does: { writes: ['.'], runs: 'anything', why: 'renames files with an expression that is code' },
    operands: { rest: 'change' },
    example: 's/a/b/ file.txt',
  },
  {
    names: 'dos2unix unix2dos',
    source: 'dos2unix(1)',
    otherFlags: 'harmless',
    flags: [{ names: '-n --newfile', operands: { first: ['read', 'write'] } }],
    operands: { rest: 'change' },
    example: 'file.txt',
  },
  {
    names: 'gio gvfs-rm',
    source: 'gio(1), glib 2.84',
    subcommands: [
      { names: 'info list tree cat version help', otherFlags: 'harmless', operands: { rest: 'read' } },
      { names: 'trash', otherFlags: 'harmless', operands: { rest: 'change' }, example: 'file.txt' },
      { names: 'remove', otherFlags: 'harmless', operands: { rest: 'delete' }, example: 'file.txt' },
      {
        names: 'copy move save mkdir rename set',
        otherFlags: 'harmless',
        operands: { rest: 'change', last: 'write' },
        example: 'a b',
      },
    ],
    otherSubcommand: {
      does: { machine: true, runs: 'anything', why: 'opens or mounts something' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'trash trash-put',
    source: 'trash-put(1)',
    otherFlags: 'harmless',
    operands: { rest: 'change' },
    example: 'file.txt',
  },
];
