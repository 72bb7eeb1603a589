import type { CommandDescription, Gain } from '../description.ts';
import { CHANGES_SERVICE, INSTALLS_GLOBALLY } from './gains.ts';

const REVEALS: Gain = { hosts: ['configured'], reveals: 'stored secrets' };

/** Password stores, key tools, coding agents and trackers of work. */
export const SECRETS_AND_AGENTS: readonly CommandDescription[] = [
  {
    names: 'op',
    source: '1Password CLI reference, 2',
    stops: '-v --version -h --help',
    flagsAnywhere: true,
    otherFlags: 'harmless',
    settings: '--account --format --vault --config --session --encoding',
    subcommands: [
      { names: 'whoami update completion', otherFlags: 'harmless' },
      {
        names: 'account vault user group',
        subcommands: [
          {
            names: 'list ls get',
            does: { hosts: ['configured'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
        otherSubcommand: { does: CHANGES_SERVICE, otherFlags: 'harmless', operands: { rest: 'text' } },
      },
      {
        names: 'run',
        does: REVEALS,
        flagsEndAtOperand: true,
        otherFlags: 'harmless',
        operands: { rest: 'command' },
      },
      {
        names: 'item document read inject',
        does: { ...REVEALS, sends: true },
        otherFlags: 'harmless',
        flags: [{ names: '-o --output --out-file', value: 'write' }],
        operands: { rest: 'text' },
      },
      {
        names: 'signin signout connect events-api service-account plugin',
        does: { ...REVEALS, sends: true, runs: 'anything' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names:
      'pass gopass bw lpass keepassxc-cli secret-tool age sops chezmoi doppler infisical aws-vault keybase ykman keyring dotenv-vault teller berglas',
    source: 'documentation of the secret stores named',
    does: { ...REVEALS, sends: true },
    otherFlags: 'harmless',
    stops: '--version -h --help version',
    operands: { rest: 'text' },
  },
  {
    names: 'gpg gpg2 gpgconf gpg-agent gpg-connect-agent gpgv',
    source: 'gpg(1), GnuPG 2.4',
    does: {},
    otherFlags: 'harmless',
    settings: '-u --local-user -r --recipient --homedir --keyid-format --status-fd --pinentry-mode',
    flags: [
      {
        names:
          '-k -K --list-keys --list-secret-keys --list-public-keys --fingerprint --verify --list-sigs --check-sigs --list-packets --show-keys --list-options --card-status --version',
        value: 'text',
        optional: true,
      },
      { names: '-o --output', value: 'write' },
      {
        names:
          '-d --decrypt --export-secret-keys --export-secret-subkeys --export-secret-key --passphrase --passphrase-file',
        value: 'text',
        optional: true,
        adds: { reveals: 'secret keys or decrypted text' },
      },
      {
        names:
          '--keyserver --send-keys --recv-keys --receive-keys --search-keys --refresh-keys --locate-keys',
        value: 'text',
        optional: true,
        adds: { hosts: ['*'], sends: true },
      },
      {
        names:
          '-e -s -b -c --encrypt --sign --detach-sign --clearsign --clear-sign --symmetric --export -a --armor',
        value: 'text',
        optional: true,
        adds: { writes: ['.'], why: 'writes signed or encrypted files' },
      },
      {
        names:
          '--import --delete-keys --delete-secret-keys --gen-key --generate-key --full-generate-key --quick-gen-key --edit-key --card-edit --change-passphrase --trust-model --import-ownertrust --kill --reload --launch --delete-secret-and-public-key --batch',
        value: 'text',
        optional: true,
        adds: { writes: ['~/.gnupg'], machine: true, why: 'changes keys' },
      },
      {
        names: '--photo-viewer --exec-path --agent-program --dirmngr-program --keyring-program',
        value: 'program',
        adds: { runs: 'anything' },
      },
    ],
    operands: { rest: 'read' },
  },
  {
    names: 'ssh-keygen',
    source: 'ssh-keygen(1), OpenSSH 10',
    does: {},
    otherFlags: 'harmless',
    settings: '-t -b -C -N -P -m -n -I -V -z -O -a -Z -E',
    flags: [
      { names: '-l -F -L -B -v', value: 'text', optional: true, adds: {} },
      { names: '-f', value: 'change', adds: { writes: ['~/.ssh'], why: 'writes keys' } },
      {
        names: '-R -p -y -c -i -e -s -K -k -A -D -Y -M -w',
        value: 'text',
        optional: true,
        adds: { writes: ['~/.ssh'], reveals: 'keys' },
      },
    ],
    operands: { rest: 'read', none: { writes: ['~/.ssh'] } },
  },
  {
    names: 'ssh-add ssh-agent ssh-copy-id ssh-keyscan',
    source: 'ssh-add(1), ssh-agent(1)',
    does: { machine: true, reveals: 'loaded keys' },
    otherFlags: 'harmless',
    flags: [{ names: '-l -L', cancels: ['machine'] }],
    operands: { rest: 'read' },
  },
  {
    names:
      'claude codex gemini aider cursor-agent opencode goose amp llm ollama q copilot-cli cody crush droid qwen',
    source: 'documentation of the agents named',
    otherFlags: 'harmless',
    stops: '-v --version -h --help',
    subcommands: [
      { names: 'doctor version help', otherFlags: 'harmless' },
      {
        names: 'update install upgrade',
        does: INSTALLS_GLOBALLY,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'mcp plugin config',
        does: { runs: 'anything', writes: ['~/.claude.json'], why: 'changes what an agent can run' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
        subcommands: [{ names: 'list get', otherFlags: 'harmless', operands: { rest: 'text' } }],
        otherSubcommand: {
          does: { runs: 'anything', writes: ['~/.claude.json'], why: 'changes what an agent can run' },
          otherFlags: 'harmless',
          operands: { rest: 'text' },
        },
      },
      { names: 'list ls ps show', otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    otherSubcommand: {
      does: { runs: 'anything', hosts: ['configured'], sends: true, why: 'starts another agent' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    bare: { runs: 'anything', sends: true },
  },
  {
    names: 'bd br beads',
    source: 'Beads documentation, bd 0.30',
    stops: '-h --help -V --version version',
    switches:
      '--json -q --quiet -v --verbose --no-daemon --no-auto-flush --no-auto-import --no-db --readonly --sandbox --allow-stale',
    settings: '--actor --lock-timeout',
    flags: [{ names: '--db', value: 'change' }],
    flagsAnywhere: true,
    subcommands: [
      {
        names:
          'show list ready blocked stats status info count search dep-tree where human prime onboard quickstart help stale doctor types version',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names:
          'create new q update close reopen comment comments label dep edit set-state epic defer undefer import export flush move refile relate unrelate duplicate supersede pin unpin gate mol template',
        does: { writes: ['.beads'] },
        otherFlags: 'harmless',
        flags: [
          { names: '-f --file --body-file', value: 'read' },
          { names: '-o --output', value: 'write' },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'delete compact admin cleanup reset rename-prefix',
        does: { writes: ['.beads'], loses: true, why: 'deletes issues' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'sync',
        does: { hosts: ['configured'], sends: true, writes: ['.'], why: 'commits and pushes issues' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names:
          'init setup hooks config migrate daemon daemons hook merge upgrade mail swarm repo worktree jira linear',
        does: {
          writes: ['.git/hooks/pre-commit', '.beads'],
          runs: 'anything',
          why: 'installs hooks or starts a service',
        },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names: 'entire',
    source: 'Entire CLI documentation, 2026',
    stops: '-h --help -v --version',
    subcommands: [
      {
        names: 'status version help explain list log sessions checkpoint session',
        does: { runs: 'project' },
        otherFlags: 'harmless',
        flags: [
          {
            names: '--generate',
            adds: { runs: 'anything', hosts: ['configured'], sends: true, why: 'asks an agent' },
          },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'enable disable hooks configure setup uninstall',
        does: {
          writes: ['.git/hooks/pre-commit', '.claude/settings.json'],
          runs: 'anything',
          why: 'installs hooks',
        },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'rewind reset clean resume doctor',
        does: { writes: ['.'], loses: true, why: 'moves branches and overwrites work' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'login logout push trail search',
        does: { hosts: ['configured'], sends: true },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
  {
    names: 'ccusage',
    source: 'ccusage documentation',
    does: { reads: ['~/.claude'] },
    otherFlags: 'harmless',
    stops: '-v --version -h --help',
    operands: { rest: 'text' },
  },
];
