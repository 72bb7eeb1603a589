import type { CommandDescription, Gain } from '../description.ts';
import { ASKS_SERVICE, CHANGES_MACHINE, INSTALLS_GLOBALLY } from './gains.ts';

const ADMINISTERS: Gain = { machine: true, why: 'changes the machine' };

/** Package managers of the system, disks, users, settings. */
export const SYSTEM: readonly CommandDescription[] = [
  {
    names: 'brew',
    source: 'brew(1), Homebrew 4.6',
    stops: '-v --version -h --help --prefix --cellar --cache --repository --caskroom',
    switches: '-q --quiet --verbose -d --debug',
    subcommands: [
      {
        names:
          'list ls info abv desc deps uses leaves config doctor dr formulae casks commands shellenv cat log missing which-formula options tap-info help',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'search outdated livecheck',
        does: ASKS_SERVICE,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'services',
        subcommands: [{ names: 'list info', otherFlags: 'harmless', operands: { rest: 'text' } }],
        otherSubcommand: { does: CHANGES_MACHINE, otherFlags: 'harmless', operands: { rest: 'text' } },
      },
    ],
    otherSubcommand: { does: INSTALLS_GLOBALLY, otherFlags: 'harmless', operands: { rest: 'text' } },
  },
  {
    names: 'apt apt-get aptitude',
    source: 'apt(8), apt-get(8)',
    stops: '-v --version -h --help',
    switches: '-q -qq -y -s --no-install-recommends',
    settings: '-t -c',
    flags: [
      {
        names: '-o --option',
        value: 'text',
        adds: { runs: 'anything', why: 'sets configuration that can name programs to run' },
      },
    ],
    subcommands: [
      {
        names: 'list search show policy showsrc depends rdepends moo changelog check help',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'download source',
        does: { hosts: ['configured'], writes: ['.'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { ...INSTALLS_GLOBALLY, privilege: true },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'apt-cache apt-file dpkg-query apt-mark dpkg-deb',
    source: 'apt-cache(8), dpkg-query(1)',
    otherFlags: 'harmless',
    operands: {
      rest: 'text',
      choices: { hold: ADMINISTERS, unhold: ADMINISTERS, manual: ADMINISTERS, auto: ADMINISTERS },
    },
    flags: [{ names: '-x --extract -b --build -e -R', adds: { writes: ['.'] } }],
  },
  {
    names: 'dpkg rpm',
    source: 'dpkg(1), rpm(8)',
    does: ADMINISTERS,
    otherFlags: 'harmless',
    flags: [
      {
        names:
          '-l --list -L --listfiles -s --status -S --search -q --query -qa -ql -qi -qf -V --verify --print-architecture -p --get-selections -c --contents -I --info',
        value: 'text',
        optional: true,
        cancels: ['machine'],
      },
    ],
    stops: '--version --help',
    operands: { rest: 'text' },
  },
  {
    names: 'pacman yay paru',
    source: 'pacman(8), 7',
    does: INSTALLS_GLOBALLY,
    otherFlags: 'harmless',
    flags: [
      {
        names: '-Q --query -Qi -Ql -Qs -Ss -Si -T -F',
        value: 'text',
        optional: true,
        cancels: ['machine', 'runs', 'hosts'],
      },
    ],
    stops: '-V --version -h --help',
    operands: { rest: 'text' },
  },
  {
    names:
      'dnf yum zypper apk snap flatpak port winget choco scoop mas nala emerge xbps-install pkg opkg eopkg softwareupdate',
    source: 'dnf(8), apk(8), snap(8), flatpak(1), winget documentation',
    stops: '--version -h --help',
    subcommands: [
      {
        names:
          'list search info show outdated repolist repoquery history provides find version whatprovides remotes remote-ls',
        does: ASKS_SERVICE,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { ...INSTALLS_GLOBALLY, privilege: true },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    does: {},
    flags: [
      { names: '-l --list', cancels: ['machine'] },
      { names: '-i --install -a -r -ia --fetch-full-installer', adds: INSTALLS_GLOBALLY },
    ],
  },
  {
    names: 'modprobe insmod rmmod kextload kextunload depmod ldconfig',
    source: 'modprobe(8), insmod(8)',
    does: ADMINISTERS,
    otherFlags: 'harmless',
    flags: [{ names: '-p --print-cache -n --dry-run --show-depends', cancels: ['machine'] }],
    operands: { rest: 'read' },
  },
  {
    names:
      'mount umount losetup swapon swapoff mkfs mkfs.ext4 fsck fdisk parted sfdisk cfdisk mkswap cryptsetup lvm vgcreate lvcreate pvcreate mdadm wipefs blkdiscard resize2fs tune2fs diskutil newfs hdparm efibootmgr mountvol diskpart',
    source: 'mount(8), fdisk(8), diskutil(8)',
    does: { ...ADMINISTERS, loses: true, why: 'changes disks' },
    otherFlags: 'harmless',
    flags: [{ names: '-l --list', cancels: ['machine', 'loses'] }],
    stops: '-V --version -h --help list info listFilesystems',
    operands: { rest: 'text' },
  },
  {
    names:
      'useradd userdel usermod adduser deluser groupadd groupdel passwd chpasswd chsh chfn visudo vipw dscl sysadminctl gpasswd loginctl',
    source: 'useradd(8), passwd(1), dscl(1)',
    does: ADMINISTERS,
    otherFlags: 'harmless',
    stops: '--version --help',
    operands: { rest: 'text' },
  },
  {
    names: 'reboot shutdown halt poweroff init telinit pmset',
    source: 'shutdown(8), pmset(1)',
    does: ADMINISTERS,
    otherFlags: 'harmless',
    flags: [{ names: '-g', value: 'text', optional: true, cancels: ['machine'] }],
    operands: { rest: 'text' },
  },
  {
    names:
      'sysctl update-alternatives alternatives update-rc.d localectl timedatectl hostnamectl update-grub grub-install dracut mkinitcpio mokutil bootctl',
    source: 'sysctl(8), modprobe(8), timedatectl(1)',
    does: {},
    otherFlags: 'harmless',
    flags: [
      {
        names: '-w --write -p --load --system -i --install --set --remove --auto --config --import --delete',
        value: 'text',
        optional: true,
        adds: ADMINISTERS,
      },
    ],
    operands: {
      rest: 'text',
      choices: {
        '*=*': ADMINISTERS,
        'set-*': ADMINISTERS,
        install: ADMINISTERS,
        update: ADMINISTERS,
        remove: ADMINISTERS,
      },
    },
  },
  {
    names: 'defaults',
    source: 'defaults(1), macOS 15',
    switches: '-currentHost -g -globalDomain',
    settings: '-host -app',
    grammar: 'single-dash',
    subcommands: [
      { names: 'read read-type domains find help', otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    otherSubcommand: { does: CHANGES_MACHINE, otherFlags: 'harmless', operands: { rest: 'text' } },
  },
  {
    names:
      'system_profiler sw_vers ioreg scutil networksetup systemsetup fdesetup csrutil tmutil bioutil ipconfig spctl nvram profiles sharing dsconfigad sc_auth smartcard',
    source: 'macOS 15 manuals of the programs named',
    does: {},
    otherFlags: 'harmless',
    grammar: 'single-dash',
    flags: [
      {
        names:
          '--set --master-disable --master-enable --enable --disable --add --remove -d -c -setremotelogin -setcomputername -setlocalsubnetname -setsleep -setrestartfreeze -settimezone -setdate -settime -setusingnetworktime -setnetworktimeserver -setstartupdisk -setdnsservers -setsearchdomains -setairportpower -setairportnetwork -setwebproxy -setwebproxystate -setsecurewebproxy -setmanual -setdhcp -setv6off -setnetworkserviceenabled -createnetworkservice -removenetworkservice -createlocation -switchtolocation -setsocksfirewallproxy -setautoproxyurl -setproxybypassdomains',
        value: 'text',
        optional: true,
        adds: ADMINISTERS,
      },
    ],
    operands: {
      rest: 'text',
      choices: {
        'set*': ADMINISTERS,
        enable: ADMINISTERS,
        disable: ADMINISTERS,
        add: ADMINISTERS,
        remove: ADMINISTERS,
        delete: ADMINISTERS,
        '-set*': ADMINISTERS,
        '-setremotelogin': ADMINISTERS,
        clear: ADMINISTERS,
        startbackup: CHANGES_MACHINE,
        pair: ADMINISTERS,
        unpair: ADMINISTERS,
        restore: ADMINISTERS,
        deletelocalsnapshots: { ...ADMINISTERS, loses: true },
        erase: ADMINISTERS,
        changerecovery: ADMINISTERS,
        '*=*': ADMINISTERS,
      },
    },
  },
  {
    names: 'security',
    source: 'security(1), macOS 15',
    subcommands: [
      {
        names:
          'help list-keychains default-keychain login-keychain find-identity show-keychain-info verify-cert error list-smartcards',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { reveals: 'passwords and keys of the keychain', machine: true },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'open xdg-open start explorer explorer.exe wslview gnome-open cygstart',
    source: 'open(1), xdg-open(1)',
    does: { runs: 'anything', machine: true, why: 'opens a file, program or page outside the terminal' },
    otherFlags: 'harmless',
    settings: '-a -b',
    stops: '--version --help',
    operands: { rest: 'read' },
    example: '.',
  },
  {
    names: 'pbcopy clip clip.exe xclip xsel wl-copy',
    source: 'pbcopy(1), xclip(1)',
    does: CHANGES_MACHINE,
    otherFlags: 'harmless',
    settings: '-selection -t',
    flags: [{ names: '-o -out --output', adds: { reveals: 'the clipboard' } }],
    operands: { rest: 'read' },
  },
  {
    names: 'pbpaste wl-paste',
    source: 'pbpaste(1)',
    does: { reveals: 'the clipboard' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'say afplay aplay paplay speaker-test espeak notify-send terminal-notifier wall write mesg',
    source: 'say(1), notify-send(1)',
    does: CHANGES_MACHINE,
    otherFlags: 'harmless',
    flags: [
      { names: '-o', value: 'write' },
      { names: '-execute -actions', value: 'shell' },
    ],
    operands: { rest: 'text' },
  },
  {
    names: 'wpctl pactl amixer pacmd alsamixer',
    source: 'wpctl(1), pactl(1), amixer(1)',
    subcommands: [
      {
        names:
          'status inspect get-volume list info stat get-default-sink get-sink-volume contents controls scontrols scontents sget cget',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    settings: '-c -D',
    otherSubcommand: { does: CHANGES_MACHINE, otherFlags: 'harmless', operands: { rest: 'text' } },
    bare: {},
  },
  {
    names: 'screencapture scrot grim maim cosmic-screenshot gnome-screenshot import xwd flameshot',
    source: 'screencapture(1), grim(1)',
    does: { reveals: 'what stands on the screen', writes: ['.'] },
    otherFlags: 'harmless',
    operands: { rest: 'write' },
  },
  {
    names:
      'xdotool ydotool wtype cliclick xset xrandr gsettings dconf kwriteconfig5 xinput setxkbmap loadkeys hyprctl swaymsg i3-msg aerospace yabai cosmic-settings cosmic-panel gdbus dbus-send busctl dbus-monitor qdbus shortcuts automator',
    source: 'manuals of the programs named',
    otherFlags: 'harmless',
    stops: '--version --help',
    subcommands: [
      {
        names: 'get list list-keys list-schemas read list-recursively query tree introspect',
        does: {},
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { machine: true, runs: 'anything', why: 'controls the desktop' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    bare: CHANGES_MACHINE,
  },
  {
    names:
      'update-desktop-database gtk-update-icon-cache fc-cache xdg-mime desktop-file-validate appstreamcli getcap setcap restorecon auditctl powerprofilesctl switcherooctl prime-select powercfg legion_cli systemd-analyze',
    source: 'manuals of the programs named',
    otherFlags: 'harmless',
    subcommands: [
      {
        names: 'get list query status version help blame critical-chain time security cat-config',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: { does: CHANGES_MACHINE, otherFlags: 'harmless', operands: { rest: 'text' } },
    bare: CHANGES_MACHINE,
  },
  {
    names: 'where findstr tasklist ver whereis.exe systeminfo comp more.com tree.com assoc ftype vol set.exe',
    source: 'Windows commands reference',
    otherFlags: 'harmless',
    operands: { rest: 'read' },
  },
  {
    names:
      'taskkill sc net reg schtasks netsh bcdedit wmic icacls takeown setx robocopy xcopy copy del erase move ren rd attrib format cipher',
    source: 'Windows commands reference',
    does: { ...ADMINISTERS, loses: true },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
];
