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
    names: '-d --data --data-ascii --data-binary --json',
    value: 'data',
    adds: { sends: true },
  },
  { names: '--data-raw --form-string', value: 'text', adds: { sends: true } },
  { names: '-F --form', value: 'field', adds: { sends: true } },
  {
    names: '--data-urlencode',
    value: 'field',
    choices: {
      '*@*': { sends: true, reads: ['/*'], why: 'sends the contents of a file' },
      '*': { sends: true },
    },
  },
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
  { names: '-K --config', value: 'read', adds: { runs: 'anything', why: 'loads options of a file' } },
  {
    names:
      '-E --cert --key --cacert --capath --crlfile --proxy-cert --proxy-key --proxy-cacert --netrc-file --etag-compare --pubkey --egd-file --random-file --doh-cert',
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

/** Programs that fetch from and send to servers of the web. */
export const HTTP_CLIENTS: readonly CommandDescription[] = [
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
        names: '-i --input-file',
        value: 'read',
        adds: { hosts: ['*'], sends: true, why: 'reaches any host' },
      },
      {
        names: '--load-cookies --ca-certificate --certificate --private-key --config --body-file',
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
];
