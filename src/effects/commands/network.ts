import type { CommandDescription, Gain } from '../description.ts';

/** Words that change the network of the machine, whichever object they are used on. */
const NETWORK_CHANGES: Readonly<Record<string, Gain>> = {
  add: { machine: true },
  del: { machine: true },
  delete: { machine: true },
  set: { machine: true },
  flush: { machine: true },
  change: { machine: true },
  replace: { machine: true },
  up: { machine: true },
  down: { machine: true },
  modify: { machine: true },
  exec: { runs: 'anything', privilege: true },
  off: { machine: true },
  on: { machine: true },
  connect: { machine: true },
  disconnect: { machine: true },
  genkey: { reveals: 'a key' },
  showconf: { reveals: 'keys' },
  syncconf: { machine: true },
  setconf: { machine: true },
};

/** Programs that log in elsewhere, copy to other machines or look at the network. */
export const NETWORK: readonly CommandDescription[] = [
  {
    names: 'ssh autossh mosh sshpass',
    source: 'ssh(1), OpenSSH 10',
    does: { sends: true, hosts: ['*'], why: 'runs commands on another machine' },
    switches: '-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -tt -v -vv -vvv -X -x -Y -y',
    settings: '-b -c -e -l -m -O -p -Q -B -L -D -R -w -W -I',
    flags: [
      {
        names: '-o',
        value: 'text',
        choices: {
          'ProxyCommand*': { runs: 'anything', why: 'runs a command here' },
          'LocalCommand*': { runs: 'anything', why: 'runs a command here' },
          'PermitLocalCommand*': { runs: 'anything', why: 'runs a command here' },
          'KnownHostsCommand*': { runs: 'anything', why: 'runs a command here' },
          'PKCS11Provider*': { runs: 'anything', why: 'loads a library' },
          'SecurityKeyProvider*': { runs: 'anything', why: 'loads a library' },
          'Include*': { unknown: 'loads another configuration' },
          '*': {},
        },
      },
      { names: '-F', value: 'read', adds: { runs: 'anything', why: 'loads another configuration' } },
      { names: '-i -S', value: 'text' },
      { names: '-E', value: 'write' },
      { names: '-J', value: 'host' },
    ],
    stops: '-V --help',
    flagsEndAtOperand: true,
    operands: { first: ['host'], rest: 'text' },
    example: 'dev@example.com',
  },
  {
    names: 'scp sftp',
    source: 'scp(1), sftp(1), OpenSSH 10',
    switches: '-3 -4 -6 -A -a -B -C -f -N -O -p -q -R -r -s -T -v',
    settings: '-c -l -P -X',
    flags: [
      {
        names: '-S -D',
        value: 'program',
        adds: { runs: 'anything', why: 'connects through another program' },
      },
      {
        names: '-o',
        value: 'text',
        choices: {
          'ProxyCommand*': { runs: 'anything' },
          'LocalCommand*': { runs: 'anything' },
          'PermitLocalCommand*': { runs: 'anything' },
          '*': {},
        },
      },
      { names: '-F', value: 'read', adds: { runs: 'anything', why: 'loads another configuration' } },
      { names: '-i', value: 'text' },
      { names: '-b', value: 'read', adds: { sends: true } },
      { names: '-J', value: 'host' },
    ],
    stops: '--help',
    operands: { first: ['copy-from'], rest: 'copy-from', last: 'copy-to' },
    does: { hosts: ['*'] },
    example: 'a.txt dev@example.com:b.txt',
  },
  {
    names: 'rsync',
    source: 'rsync(1), rsync 3.4',
    switches:
      '-a -v -q -c -r -R -b -u -d -l -L -k -K -H -p -E -A -X -o -g -D -t -U -O -J -S -W -x -m -z -C -0 -h -P -i -s -4 -6 -8 -F -y -I -N',
    otherFlags: 'harmless',
    settings:
      '--exclude --include -f --filter --bwlimit --timeout --contimeout --port --chmod --chown --max-size --min-size --block-size -B --modify-window --compress-level --info --debug --out-format --skip-compress --suffix --iconv --checksum-choice --compress-choice --groupmap --usermap --stop-after --sockopts --protocol --outbuf',
    flags: [
      { names: '-e --rsh --rsync-path', value: 'shell' },
      {
        names: '-M --remote-option --address',
        value: 'text',
        adds: { unknown: 'options of the other side' },
      },
      {
        names: '--files-from --exclude-from --include-from --password-file --early-input --read-batch',
        value: 'read',
      },
      { names: '--link-dest --copy-dest --compare-dest', value: 'read' },
      {
        names: '--log-file --partial-dir --backup-dir --write-batch --only-write-batch -T --temp-dir',
        value: 'write',
      },
      {
        names:
          '--delete --del --delete-before --delete-during --delete-delay --delete-after --delete-excluded --remove-source-files --delete-missing-args --force',
        adds: { deletes: ['.'], loses: true, why: 'deletes files that are not in the source' },
      },
      {
        names: '--daemon --config',
        value: 'read',
        optional: true,
        adds: { runs: 'anything', machine: true },
      },
      { names: '-n --dry-run --list-only', cancels: ['writes', 'deletes', 'loses'] },
    ],
    stops: '-V --version --help',
    operands: { first: ['copy-from'], rest: 'copy-from', last: 'copy-to' },
    example: 'a.txt b.txt',
  },
  {
    names: 'nc ncat netcat socat telnet ftp tftp lftp rclone openvpn',
    source: 'nc(1), socat(1), telnet(1), rclone documentation',
    does: { hosts: ['*'], sends: true, why: 'opens a connection that can carry anything' },
    otherFlags: 'harmless',
    settings: '-w -p -s -i -q',
    flags: [
      { names: '-z', cancels: ['sends'] },
      { names: '-e -c --exec --sh-exec', value: 'shell', adds: { runs: 'anything' } },
      { names: '-l', adds: { runs: 'anything', why: 'waits for connections' } },
    ],
    stops: '-h --help --version -V',
    operands: { rest: 'text' },
    example: 'example.com 80',
  },
  {
    names: 'dig host nslookup drill kdig delv resolvectl Resolve-DnsName',
    source: 'dig(1), BIND 9.20; whois(1)',
    otherFlags: 'harmless',
    settings: '-t -p -c -b -y -q -x -i',
    flags: [{ names: '-f -k', value: 'read' }],
    operands: { rest: 'text', some: { hosts: ['*'], why: 'asks name servers' } },
    stops: '-v -h --help --version status statistics',
    example: 'example.com',
  },
  {
    names: 'whois',
    source: 'whois(1)',
    otherFlags: 'harmless',
    settings: '-p -i -s -t -T -g',
    flags: [{ names: '-h --host', value: 'url' }],
    operands: { rest: 'text', some: { hosts: ['*'], why: 'asks name servers' } },
    stops: '--version --help',
    example: 'example.com',
  },
  {
    names: 'ping ping6 traceroute tracepath mtr tracert arping fping',
    source: 'ping(8), traceroute(8)',
    otherFlags: 'harmless',
    settings: '-c -i -I -s -t -W -w -m -l -p',
    operands: { rest: 'url' },
    example: 'example.com',
  },
  {
    names:
      'nmap masscan tcpdump tshark ngrep hping3 nikto ab wrk hey k6 vegeta oha siege bombardier autocannon artillery locust',
    source: 'nmap(1), tcpdump(1); documentation of the load tools named',
    does: { hosts: ['*'], sends: true, why: 'scans, records or loads the network' },
    otherFlags: 'harmless',
    flags: [
      { names: '-w -o -oN -oX -oG -oA', value: 'write' },
      { names: '--script -z', value: 'text', adds: { runs: 'anything' } },
    ],
    stops: '--version -h --help -V',
    operands: { rest: 'text' },
  },
  {
    names: 'ip',
    source: 'ip(8), iproute2 6.14',
    grammar: 'single-dash',
    otherFlags: 'harmless',
    switches:
      '-br -brief -o -oneline -s -stats -statistics -j -json -p -pretty -4 -6 -0 -c -color -d -details -r -resolve -h -a -all -t -ts',
    settings: '-f -family',
    flags: [
      { names: '-b -batch', value: 'read', adds: { machine: true } },
      { names: '-n -netns', value: 'text', adds: { privilege: true } },
    ],
    stops: '-V -Version -h -help',
    operands: { rest: 'text', choices: NETWORK_CHANGES },
    example: 'addr',
  },
  {
    names: 'arp',
    source: 'arp(8)',
    switches: '-a -n -v -e -l -D',
    settings: '-i -H -t',
    flags: [
      {
        names: '-d -s -S -f -F',
        value: 'text',
        optional: true,
        adds: { machine: true, why: 'changes the table of neighbours' },
      },
    ],
    operands: { rest: 'text' },
    example: '-a',
  },
  {
    names: 'ifconfig route netstat ss iw iwconfig nmcli networkctl ethtool wg bridge',
    source: 'ip(8), ss(8), netstat(8), nmcli(1)',
    otherFlags: 'harmless',
    settings: '-f -F -A',
    flags: [
      { names: '-b -batch --batch -D --diag', value: 'read', adds: { machine: true } },
      { names: '-K --kill', adds: { machine: true } },
    ],
    stops: '-V --version -h --help',
    operands: {
      rest: 'text',
      choices: NETWORK_CHANGES,
    },
  },
  {
    names: 'iptables ip6tables nft ufw firewall-cmd pfctl socketfilterfw',
    source: 'iptables(8), nft(8), ufw(8)',
    does: { machine: true, why: 'changes the firewall' },
    otherFlags: 'harmless',
    flags: [
      {
        names:
          '-L --list -S --list-rules --list-all --state --getglobalstate --getblockall --getstealthmode --getloggingmode --listapps --getallowsigned',
        value: 'text',
        optional: true,
        cancels: ['machine'],
      },
    ],
    operands: { rest: 'text' },
  },
  {
    names: 'openssl',
    source: 'openssl(1), 3.5',
    stops: 'version help list ciphers',
    subcommands: [
      {
        names: 'version help list ciphers dgst sha256 md5 rand prime errstr speed',
        otherFlags: 'harmless',
        flags: [
          { names: '-out', value: 'write' },
          { names: '-engine -provider -provider-path', value: 'text', adds: { runs: 'anything' } },
          { names: '-sign -key -hmac', value: 'read', adds: { reveals: 'a key' } },
        ],
        operands: { rest: 'read' },
      },
      {
        names: 'x509 crl',
        otherFlags: 'harmless',
        settings: '-days -inform -outform -nameopt -certopt -subj -addext -md -pass -passin -set_serial',
        flags: [
          // It prints certificates only, which are made to be shown.
          { names: '-in -CA', value: 'text' },
          { names: '-CAfile -CAkey -key -signkey -extfile -CAserial -force_pubkey', value: 'read' },
          { names: '-out', value: 'write' },
          { names: '-engine -provider -provider-path', value: 'text', adds: { runs: 'anything' } },
        ],
        operands: { rest: 'read' },
      },
      {
        names: 'enc',
        otherFlags: 'harmless',
        settings: '-md -iter -bufsize',
        flags: [
          { names: '-k -pass -kfile -K -passin', value: 'text', adds: { reveals: 'what was encrypted' } },
          { names: '-in', value: 'read' },
          { names: '-out', value: 'write' },
          { names: '-engine -provider -provider-path', value: 'text', adds: { runs: 'anything' } },
        ],
        operands: { rest: 'read' },
      },
      {
        names: 'req verify asn1parse base64 pkcs7 storeutl',
        otherFlags: 'harmless',
        settings: '-subj -days -newkey -addext -md -pass',
        flags: [
          { names: '-in -CA -CAfile -CAkey -key -config -inkey -kfile', value: 'read' },
          { names: '-out -keyout', value: 'write' },
          { names: '-engine -provider -provider-path', value: 'text', adds: { runs: 'anything' } },
        ],
        operands: { rest: 'read' },
      },
      {
        names: 's_client',
        does: { hosts: ['*'], sends: true },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 's_server s_time ocsp',
        does: { hosts: ['*'], sends: true },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names:
          'rsa pkey ec genrsa genpkey pkcs12 pkcs8 dsa dhparam passwd ecparam rsautl pkeyutl ca cms smime ts',
        does: { reveals: 'keys' },
        otherFlags: 'harmless',
        flags: [
          { names: '-in', value: 'read' },
          { names: '-out', value: 'write' },
        ],
        operands: { rest: 'text' },
      },
    ],
    grammar: 'single-dash',
  },
  {
    names: 'tailscale zerotier-cli wg-quick',
    source: 'Tailscale CLI documentation',
    stops: 'version --version',
    subcommands: [
      { names: 'status ip version netcheck whois', otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    otherSubcommand: {
      does: { machine: true, hosts: ['*'], sends: true, why: 'changes the network of the machine' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'mail mailx sendmail mutt msmtp swaks',
    source: 'mailx(1)',
    does: { hosts: ['*'], sends: true, why: 'sends mail' },
    otherFlags: 'harmless',
    flags: [{ names: '-a -A', value: 'read' }],
    operands: { rest: 'text' },
  },
];
