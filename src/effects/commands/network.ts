import type { CommandDescription, Flag } from '../description.ts';

const CURL_TEXT =
  '-C --continue-at -m --max-time --connect-timeout --retry --retry-delay --retry-max-time -r --range -A --user-agent -e --referer -w --write-out -u --user -y --speed-time -Y --speed-limit -z --time-cond --limit-rate --max-redirs --max-filesize --interface --local-port --resolve --connect-to --dns-servers --ciphers --tls-max --noproxy --keepalive-time --proto --proto-redir --proto-default --request-target --aws-sigv4 --oauth2-bearer --url-query --rate --parallel-max --expect100-timeout --happy-eyeballs-timeout-ms --proxy-user -U --socks5-gssapi-service --service-name --pass --cert-type --key-type --curves --tls13-ciphers --create-file-mode --ftp-method --ftp-port -P --mail-rcpt-allowfails --delegation --krb --login-options --sasl-authzid --trace-config --variable --haproxy-clientip --ip-tos --vlan-priority --telnet-option -t';

const CURL_FLAGS: readonly Flag[] = [
  {
    names: '-X --request',
    value: 'text',
    choices: { GET: {}, HEAD: {}, OPTIONS: {}, '*': { sends: true, why: 'changes something on a server' } },
  },
  {
    names: '-d --data --data-ascii --data-binary --data-urlencode --json',
    value: 'data',
    adds: { sends: true },
  },
  { names: '--data-raw --form-string', value: 'text', adds: { sends: true } },
  { names: '-F --form', value: 'data', adds: { sends: true } },
  { names: '-T --upload-file', value: 'read', adds: { sends: true } },
  { names: '-G --get', cancels: ['sends'] },
  { names: '--mail-from --mail-rcpt --mail-auth', value: 'text', adds: { sends: true } },
  {
    names: '-Q --quote --prequote --postquote',
    value: 'text',
    adds: { sends: true, why: 'sends commands to the server' },
  },
  { names: '-H --header --proxy-header', value: 'data' },
  {
    names: '-b --cookie',
    value: 'text',
    choices: { '*=*': {}, '*': { unknown: 'reads cookies from a file' } },
  },
  {
    names:
      '-o --output -D --dump-header -c --cookie-jar --trace --trace-ascii --stderr --etag-save --hsts --alt-svc --libcurl --output-dir',
    value: 'write',
  },
  {
    names: '-O --remote-name -J --remote-header-name --remote-name-all',
    adds: { writes: ['.'], why: 'writes a file that the server or URL names' },
  },
  {
    names:
      '-K --config -E --cert --key --cacert --capath --crlfile --proxy-cert --proxy-key --proxy-cacert --netrc-file --etag-compare --pubkey --egd-file --random-file --doh-cert',
    value: 'read',
  },
  { names: '-n --netrc --netrc-optional', adds: { reads: ['~/.netrc'] } },
  {
    names: '-x --proxy --socks4 --socks4a --socks5 --socks5-hostname --preproxy --doh-url --url',
    value: 'url',
  },
  { names: '--engine', value: 'text', adds: { runs: 'anything', why: 'loads a crypto engine' } },
  {
    names: '--unix-socket --abstract-unix-socket',
    value: 'read',
    adds: { sends: true, why: 'talks to a local service' },
  },
];

/** Programs that fetch, send, log in elsewhere or look at the network. */
export const NETWORK: readonly CommandDescription[] = [
  {
    names: 'curl curl.exe',
    source: 'curl(1), curl 8.15',
    switches:
      '-s --silent -S --show-error -f --fail --fail-with-body --fail-early -L --location --location-trusted -i --include --show-headers -I --head -v --verbose -k --insecure -N --no-buffer -0 --http1.0 --http1.1 --http2 --http2-prior-knowledge --http3 -1 --tlsv1 --tlsv1.0 --tlsv1.1 --tlsv1.2 --tlsv1.3 -4 --ipv4 -6 --ipv6 -# --progress-bar --no-progress-meter --compressed --create-dirs -g --globoff --retry-all-errors --retry-connrefused --raw --tcp-nodelay --path-as-is -Z --parallel --no-keepalive -q --disable -a --append -B --use-ascii -j --junk-session-cookies -l --list-only -p --proxytunnel -R --remote-time --anyauth --basic --digest --ntlm --negotiate --ssl --ssl-reqd --styled-output --no-styled-output --xattr --ftp-pasv --ftp-skip-pasv-ip --cert-status --doh-insecure --post301 --post302 --post303 --suppress-connect-headers --no-clobber --skip-existing --remove-on-error --disallow-username-in-url --trace-time --trace-ids --no-alpn --no-sessionid --tr-encoding --next -: --compressed-ssh --false-start --ignore-content-length --metalink --proxy-insecure --proxy-basic --no-location --no-fail',
    settings: CURL_TEXT,
    flags: CURL_FLAGS,
    stops: '-V --version -h --help -M --manual',
    operands: { rest: 'url' },
    example: 'https://example.com',
  },
  {
    names: 'wget wget2',
    source: 'wget(1), wget 1.25',
    does: { writes: ['.'] },
    otherFlags: 'harmless',
    settings:
      '-t --tries -T --timeout -w --wait -l --level -A --accept -R --reject -D --domains -U --user-agent --limit-rate --user --password --http-user --http-password -Q --quota --referer --max-redirect --cut-dirs --restrict-file-names --progress --waitretry --connect-timeout --read-timeout --dns-timeout -I -X --compression',
    flags: [
      {
        names: '-O --output-document',
        value: 'write',
        choices: { '-': {} },
        cancels: ['writes'],
        cancelsWhen: ['-', '/dev/null'],
      },
      {
        names:
          '-P --directory-prefix -o --output-file -a --append-output --save-cookies --warc-file --rejected-log --hsts-file',
        value: 'write',
      },
      {
        names:
          '-i --input-file --load-cookies --ca-certificate --certificate --private-key --config --body-file',
        value: 'read',
      },
      { names: '--post-file', value: 'read', adds: { sends: true } },
      { names: '--post-data --body-data', value: 'text', adds: { sends: true } },
      { names: '--method', value: 'text', choices: { GET: {}, HEAD: {}, '*': { sends: true } } },
      { names: '--header', value: 'text' },
      { names: '--use-askpass', value: 'program', adds: { runs: 'anything' } },
      {
        names: '-e --execute',
        value: 'text',
        adds: { runs: 'anything', why: 'sets configuration that can name programs and files' },
      },
      { names: '--spider', cancels: ['writes'] },
    ],
    stops: '-V --version -h --help',
    operands: { rest: 'url' },
    example: 'https://example.com',
  },
  {
    names:
      'http https xh httpie hurl grpcurl websocat wscat aria2c axel youtube-dl yt-dlp lynx w3m links elinks',
    source: 'documentation of the clients named',
    does: { hosts: ['*'], sends: true, writes: ['.'], why: 'talks to any host' },
    otherFlags: 'harmless',
    flags: [
      { names: '-o --output -d --dir', value: 'write' },
      { names: '--exec --on-download-complete', value: 'shell' },
    ],
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'ssh autossh mosh sshpass',
    source: 'ssh(1), OpenSSH 10',
    does: { sends: true, hosts: ['*'], why: 'runs commands on another machine' },
    switches: '-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -tt -V -v -vv -vvv -X -x -Y -y',
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
    operands: { first: ['copy-from'], rest: 'copy-from', last: 'copy-to' },
    does: { hosts: ['*'] },
    example: 'a.txt dev@example.com:b.txt',
  },
  {
    names: 'rsync',
    source: 'rsync(1), rsync 3.4',
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
    names: 'dig host nslookup drill kdig whois resolvectl Resolve-DnsName',
    source: 'dig(1), BIND 9.20; whois(1)',
    otherFlags: 'harmless',
    settings: '-t -p -c -b -y -q -x -i -h',
    flags: [{ names: '-f -k', value: 'read' }],
    operands: { rest: 'text', some: { hosts: ['*'], why: 'asks name servers' } },
    stops: '-v -h --help --version status statistics',
    example: 'example.com',
  },
  {
    names: 'ping ping6 traceroute tracepath mtr tracert arping fping',
    source: 'ping(8), traceroute(8)',
    otherFlags: 'harmless',
    settings: '-c -i -I -s -t -W -w -m -l -p',
    does: { hosts: ['*'] },
    operands: { rest: 'host' },
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
    names: 'ip ifconfig route arp netstat ss iw iwconfig nmcli networkctl ethtool wg bridge',
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
      choices: {
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
      },
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
        names: 'x509 req verify asn1parse crl base64 enc pkcs7 storeutl',
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
