import type { CommandDescription } from '../description.ts';

/** Programs that show or control processes, services and terminals. */
export const PROCESSES: readonly CommandDescription[] = [
  {
    names: 'pgrep pidof pstree',
    source: 'pgrep(1), pidof(1), pstree(1), procps 4',
    otherFlags: 'harmless',
    settings:
      '-d -g -G -P -s -t -u -U -F --signal --ns --nslist --session --parent --terminal --group --euid --uid',
    stops: '-V --version --help',
    operands: { rest: 'text' },
    example: 'x',
  },
  {
    names: 'ps',
    source: 'ps(1), pgrep(1), procps 4',
    dashless: true,
    otherFlags: 'harmless',
    settings: '-o -O -p -u -U -g -G -t -C --format --pid --ppid --user --sort -q -k --columns --rows -d',
    flags: [{ names: '-E', adds: { reveals: 'the environment of processes' } }],
    stops: '-V --version --help',
    operands: {
      rest: 'text',
      choices: {
        '*e*': { reveals: 'the environment of processes' },
        aux: {},
        auxf: {},
        auxww: {},
        axo: {},
        ax: {},
        aux_w: {},
      },
    },
  },
  {
    names: 'lsof fuser',
    source: 'lsof(8), fuser(1)',
    otherFlags: 'harmless',
    settings: '-p -u -c -d -g',
    flags: [
      { names: '-i', value: 'text', optional: true },
      { names: '-k --kill', adds: { machine: true, why: 'ends processes' } },
      { names: '-D -r +r', value: 'text', optional: true },
    ],
    operands: { rest: 'text' },
  },
  {
    names: 'pkill killall xkill skill',
    source: 'pkill(1), killall(1)',
    does: { machine: true, why: 'ends processes' },
    otherFlags: 'harmless',
    settings: '-u -U -g -G -t -P -s --signal --user',
    flags: [{ names: '-l --list -0', cancels: ['machine'] }],
    stops: '-V --version --help',
    operands: { rest: 'text' },
    example: 'x',
  },
  {
    names:
      'top htop btop atop glances iotop vmstat iostat mpstat free pidstat sar dstat vm_stat nvidia-smi rocm-smi powermetrics sensors',
    source: 'top(1), vmstat(8), free(1)',
    otherFlags: 'harmless',
    flags: [{ names: '--export --log-file', value: 'write' }],
    operands: { rest: 'text', choices: { '-pl': { machine: true } } },
  },
  {
    names: 'systemctl service initctl rc-service sv supervisorctl pm2 forever s6-rc',
    source: 'systemctl(1), systemd 257',
    otherFlags: 'harmless',
    settings: '-t --type -n --lines -p --property -o --output --state -H --host -M --machine',
    switches: '--user --system --no-pager -a --all -l --full -q --quiet --failed',
    stops: '--version -h --help',
    flagsAnywhere: true,
    bare: {},
    subcommands: [
      {
        names:
          'status show list-units list-unit-files list-timers list-sockets list-dependencies list-jobs list-machines is-active is-enabled is-failed is-system-running cat get-default show-environment list ls logs info jlist prettylist describe',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { machine: true, privilege: true, why: 'controls services' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'journalctl dmesg log syslog',
    source: 'journalctl(1), systemd 257; log(1), macOS 15',
    otherFlags: 'harmless',
    settings:
      '-u --unit -n --lines -S --since -U --until -p --priority -o --output -g --grep -b -t --identifier --predicate --last --style --start --end --process --level --type',
    flags: [
      {
        names:
          '--vacuum-size --vacuum-time --vacuum-files --rotate --flush --sync --relinquish-var -c -C --clear --read-clear --setup-keys --update-catalog',
        value: 'text',
        optional: true,
        adds: { machine: true, loses: true, why: 'clears logs' },
      },
      { names: '--file -D --directory --root -i -M', value: 'read' },
    ],
    subcommands: [
      {
        names: 'show stream stats help',
        otherFlags: 'harmless',
        settings: '--predicate --last --style --start --end --process --level --type',
        operands: { rest: 'text' },
      },
      {
        names: 'config erase collect',
        does: { machine: true, privilege: true, loses: true, why: 'changes or clears logs' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: { otherFlags: 'harmless', operands: { rest: 'text' } },
    bare: {},
  },
  {
    names: 'logger',
    source: 'logger(1), util-linux 2.41',
    does: { machine: true, why: 'writes to the log of the machine' },
    otherFlags: 'harmless',
    settings: '-t --tag -p --priority -P --port --id --size --msgid --sd-id --sd-param',
    flags: [
      { names: '-f --file', value: 'read' },
      {
        names: '-n --server -u --socket',
        value: 'text',
        adds: { hosts: ['*'], sends: true, why: 'sends to another host' },
      },
    ],
    stops: '-h --help -V --version',
    operands: { rest: 'text' },
    example: 'x',
  },
  {
    names: 'launchctl',
    source: 'launchctl(1), macOS 15',
    subcommands: [
      {
        names:
          'list print print-disabled print-cache version help managerpid manageruid managername hostinfo resolveport blame dumpstate',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'getenv procinfo',
        does: { reveals: 'the environment of processes' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { machine: true, why: 'controls services' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'crontab at batch atq atrm',
    source: 'crontab(1), at(1)',
    does: { machine: true, runs: 'anything', why: 'schedules commands' },
    otherFlags: 'harmless',
    flags: [{ names: '-l', cancels: ['machine', 'runs'] }],
    operands: { rest: 'read' },
  },
  {
    names: 'screen dtach abduco',
    source: 'screen(1), dtach(1)',
    does: { runs: 'anything', why: 'runs commands in another terminal' },
    otherFlags: 'harmless',
    flags: [{ names: '-ls -list', value: 'text', optional: true, cancels: ['runs'] }],
    stops: '-v --version -h --help',
    operands: { rest: 'text' },
    example: '-ls',
  },
  {
    names: 'tmux zellij byobu',
    source: 'tmux(1)',
    bare: { runs: 'anything', why: 'runs commands in another terminal' },
    otherFlags: 'harmless',
    stops: '-V --version -h',
    flags: [{ names: '-ls -list', value: 'text', optional: true, cancels: ['runs'] }],
    subcommands: [
      {
        names:
          'ls list-sessions list-windows list-panes lsw lsp list-clients lsc display-message has-session has list-keys show-options list-commands',
        does: {},
        otherFlags: 'harmless',
        settings: '-t -F',
        operands: { rest: 'text' },
      },
      {
        names: 'capture-pane capturep',
        does: { reveals: 'what stands on a terminal' },
        otherFlags: 'harmless',
        settings: '-t -S -E -b',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { runs: 'anything', why: 'runs commands in another terminal' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names:
      'lscpu lspci lsusb lsblk lsmod lsns lslocks lsmem findmnt lshw dmidecode hwinfo inxi neofetch fastfetch upower acpi',
    source: 'util-linux 2.41 manuals; pciutils, usbutils',
    otherFlags: 'harmless',
    settings: '-o --output -s -d',
    operands: { rest: 'text' },
  },
];
