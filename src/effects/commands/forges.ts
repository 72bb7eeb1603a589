import type { CommandDescription, Flag, Gain, Part, Subcommand } from '../description.ts';
import { ASKS_SERVICE, CHANGES_SERVICE, DESTROYS_ON_SERVICE } from './gains.ts';

/** Flags of commands that list and show (gh manual): what is printed, and where it comes from. */
const PRINTED: readonly Flag[] = [
  {
    names:
      '-R --repo --hostname -H --head -B --base -L --limit -s --state -S --search -l --label -a --assignee -A --author --json --jq -q -t --template -b --branch --workflow -e --event -u --user --commit --status --created -j --job --attempt -i --interval --sort --order --language --owner --visibility --topic -m --milestone --app --mention --color -O --org -g --group -P --page --per-page -F --output',
    value: 'text',
  },
];

const VIEW_FLAGS: readonly Flag[] = [
  ...PRINTED,
  { names: '-c --comments' },
  { names: '-w --web', adds: { machine: true, why: 'opens a browser' } },
];

/** `gh run list` cannot open a browser: `-w` names a workflow, and `-c` a commit. */
const RUN_LIST_FLAGS: readonly Flag[] = [...PRINTED, { names: '-c -w', value: 'text' }];

function look(names: string, more: Part = {}): Subcommand {
  return {
    names,
    does: ASKS_SERVICE,
    otherFlags: 'harmless',
    flags: VIEW_FLAGS,
    operands: { rest: 'text' },
    ...more,
  };
}

const FILES: readonly Flag[] = [
  { names: '-F --body-file --notes-file --env-file --input', value: 'read' },
  {
    names:
      '-b --body -t --title -n --notes -R --repo -H --head -B --base -l --label -a --assignee -r --reviewer -m --milestone -p --project --add-label --remove-label --add-assignee --add-reviewer --field -f --raw-field --ref --target --tag --description',
    value: 'text',
  },
];

function change(names: string, does: Gain = CHANGES_SERVICE, more: Part = {}): Subcommand {
  return { names, does, otherFlags: 'harmless', flags: FILES, operands: { rest: 'text' }, ...more };
}

const CHECKS_OUT: Gain = {
  hosts: ['configured'],
  writes: ['.'],
  runs: 'project',
  why: 'fetches and checks out a branch',
};

const API: Part = {
  does: ASKS_SERVICE,
  switches: '-i --include --paginate --silent --slurp --verbose',
  settings: '-q --jq -t --template --cache -p --preview -R --repo --output',
  flags: [
    {
      names: '-X --method',
      value: 'text',
      choices: { GET: {}, HEAD: {}, '*': CHANGES_SERVICE },
      cancels: ['sends'],
      cancelsWhen: ['GET', 'HEAD'],
    },
    {
      names: '-f --raw-field',
      value: 'graphql',
      // A query is posted too, and changes nothing; whether it is one is read in its text.
      choices: {
        'query=query*': {},
        'query={*': {},
        '*': { sends: true, why: 'fields make the request a POST' },
      },
    },
    { names: '-F --field', value: 'field', adds: { sends: true, why: 'fields make the request a POST' } },
    {
      names: '--hostname',
      value: 'text',
      adds: { hosts: ['*'], sends: true, why: 'sends the access token to that host' },
    },
    { names: '-H --header', value: 'text' },
    { names: '--input', value: 'read', adds: { sends: true } },
    { names: '--form', value: 'field', adds: { sends: true } },
  ],
  operands: {
    first: ['text'],
    rest: 'text',
    choices: { 'http*': { hosts: ['*'], sends: true, why: 'sends the access token to the host of the url' } },
  },
  example: 'repos/{owner}/{repo}',
};

/** GitHub's and GitLab's command lines. */
export const FORGES: readonly CommandDescription[] = [
  {
    names: 'gh gh.exe',
    source: 'GitHub CLI manual, gh 2.78',
    grammar: 'pflag',
    stops: '--version --help',
    flagsAnywhere: true,
    flags: [{ names: '-R --repo', value: 'text' }],
    subcommands: [
      {
        names: 'pr',
        subcommands: [
          look('list ls view status checks diff'),
          {
            names: 'checkout co',
            does: CHECKS_OUT,
            otherFlags: 'harmless',
            settings: '-b --branch',
            flags: [{ names: '-f --force', adds: { loses: true } }],
            operands: { rest: 'text' },
          },
          change('create new edit comment review ready close reopen merge lock unlock update-branch revert'),
        ],
      },
      {
        names: 'issue',
        subcommands: [
          look('list ls view status'),
          change('create new edit comment close reopen lock unlock pin unpin transfer develop'),
          change('delete', DESTROYS_ON_SERVICE),
        ],
      },
      {
        names: 'run',
        subcommands: [
          look('list ls', { flags: RUN_LIST_FLAGS }),
          look('view watch'),
          {
            names: 'download',
            does: { hosts: ['configured'], writes: ['.'] },
            settings: '-n --name -p --pattern -R --repo',
            flags: [{ names: '-D --dir', value: 'write' }],
            operands: { rest: 'text' },
          },
          change('rerun cancel'),
          change('delete', DESTROYS_ON_SERVICE),
        ],
      },
      { names: 'workflow', subcommands: [look('list ls view'), change('run enable disable')] },
      {
        names: 'repo',
        subcommands: [
          look('list ls view gitignore license read-file'),
          {
            names: 'clone',
            does: { hosts: ['configured'] },
            settings: '-u --upstream-remote-name',
            switches: '--no-upstream',
            operands: { first: ['text', 'write'], rest: 'text' },
            flags: [{ names: '--', adds: { unknown: 'passes options to git clone' } }],
          },
          change('create new fork edit rename sync deploy-key autolink set-default unarchive'),
          change('delete archive', DESTROYS_ON_SERVICE),
        ],
      },
      {
        names: 'release',
        subcommands: [
          look('list ls view verify verify-asset'),
          {
            names: 'download',
            does: { hosts: ['configured'], writes: ['.'] },
            switches: '--skip-existing',
            settings: '-p --pattern -A --archive -R --repo',
            flags: [
              { names: '-D --dir -O --output', value: 'write' },
              { names: '--clobber', adds: { loses: true } },
            ],
            operands: { rest: 'text' },
          },
          change(
            'create new edit upload',
            { ...CHANGES_SERVICE, why: 'publishes a release' },
            { operands: { first: ['text'], rest: 'read' } },
          ),
          change('delete delete-asset', DESTROYS_ON_SERVICE),
        ],
      },
      { names: 'api', ...API },
      { names: 'search', subcommands: [look('code commits issues prs repos')] },
      {
        names: 'auth',
        subcommands: [
          {
            names: 'status',
            does: ASKS_SERVICE,
            otherFlags: 'harmless',
            settings: '-h --hostname',
            flags: [{ names: '-t --show-token', adds: { reveals: 'the access token' } }],
          },
          { names: 'token', does: { reveals: 'the access token' }, otherFlags: 'harmless' },
          change('login logout refresh switch setup-git', {
            hosts: ['configured'],
            sends: true,
            machine: true,
            why: 'changes who is logged in',
          }),
        ],
      },
      {
        names: 'gist',
        subcommands: [
          look('list ls view'),
          change(
            'create new edit rename',
            { ...CHANGES_SERVICE, why: 'publishes text' },
            { operands: { rest: 'read' } },
          ),
          change('delete', DESTROYS_ON_SERVICE),
          { names: 'clone', does: { hosts: ['configured'], writes: ['.'] }, operands: { rest: 'text' } },
        ],
      },
      {
        names: 'label',
        subcommands: [look('list ls'), change('create edit clone'), change('delete', DESTROYS_ON_SERVICE)],
      },
      {
        names: 'secret variable',
        subcommands: [
          look('list ls get'),
          {
            names: 'set',
            does: { ...CHANGES_SERVICE, why: 'changes a secret or variable' },
            otherFlags: 'harmless',
            settings: '-b --body -e --env -o --org -r --repos -v --visibility -a --app -u',
            flags: [{ names: '-f --env-file', value: 'read' }],
            operands: { rest: 'text' },
          },
          change('delete remove', DESTROYS_ON_SERVICE),
        ],
      },
      {
        names: 'cache ruleset org ssh-key gpg-key attestation project',
        subcommands: [
          look('list ls view check verify field-list item-list download trusted-root'),
          change(
            'create edit add close copy link unlink item-add item-create item-edit mark-template field-create item-archive',
          ),
          change('delete item-delete field-delete', DESTROYS_ON_SERVICE),
        ],
      },
      look('status'),
      {
        names: 'browse',
        does: { machine: true, why: 'opens a browser' },
        otherFlags: 'harmless',
        flags: [{ names: '-n --no-browser', cancels: ['machine'] }],
        operands: { rest: 'text' },
      },
      {
        names: 'config',
        subcommands: [
          { names: 'get list ls', otherFlags: 'harmless', operands: { rest: 'text' } },
          {
            names: 'set clear-cache',
            does: {
              writes: ['~/.config/gh/config.yml'],
              runs: 'anything',
              why: 'changes configuration, which can name programs to run',
            },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'alias',
        subcommands: [
          { names: 'list ls', otherFlags: 'harmless' },
          {
            names: 'set delete import',
            does: {
              writes: ['~/.config/gh/config.yml'],
              runs: 'anything',
              why: 'gives a command another meaning',
            },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'extension extensions ext',
        subcommands: [
          {
            names: 'list ls search browse',
            does: ASKS_SERVICE,
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
          {
            names: 'install upgrade remove create exec',
            does: { hosts: ['configured'], runs: 'anything', why: 'installs or runs an extension' },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'codespace cs copilot agent-task preview',
        does: {
          hosts: ['configured'],
          sends: true,
          runs: 'anything',
          why: 'controls a remote machine or agent',
        },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'help completion version', otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    example: 'pr list',
  },
  {
    names: 'glab',
    source: 'glab documentation, 1.60',
    grammar: 'pflag',
    stops: '--version -v --help -h version',
    flagsAnywhere: true,
    flags: [{ names: '-R --repo', value: 'text' }],
    subcommands: [
      {
        names:
          'mr issue ci pipe pipeline release repo project label snippet schedule variable milestone iteration incident ssh-key token user changelog cluster deploy-key securefile stack opentofu duo runner job',
        subcommands: [
          look('list ls view show status diff lint trace get issues approvers contributors search events'),
          { names: 'checkout', does: CHECKS_OUT, otherFlags: 'harmless', operands: { rest: 'text' } },
          {
            names: 'clone download artifact',
            does: { hosts: ['configured'], writes: ['.'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
            flags: [{ names: '-p --path -D --dir', value: 'write' }],
          },
          change(
            'create new update note merge approve revoke close reopen rebase subscribe unsubscribe todo for run run-trig retry cancel trigger upload mirror fork transfer publish set board',
          ),
          change('delete remove archive', DESTROYS_ON_SERVICE),
        ],
      },
      { names: 'api', ...API },
      {
        names: 'auth',
        subcommands: [
          {
            names: 'status',
            does: ASKS_SERVICE,
            otherFlags: 'harmless',
            flags: [{ names: '-t --show-token', adds: { reveals: 'the access token' } }],
          },
          change('login logout git-credential docker-helper configure-docker', {
            hosts: ['configured'],
            sends: true,
            machine: true,
            reveals: 'the access token',
          }),
        ],
      },
      {
        names: 'config alias',
        subcommands: [{ names: 'get list', otherFlags: 'harmless', operands: { rest: 'text' } }],
        otherSubcommand: {
          does: { writes: ['~/.config/glab-cli/config.yml'], runs: 'anything' },
          otherFlags: 'harmless',
          operands: { rest: 'text' },
        },
      },
      { names: 'help completion check-update', otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    example: 'mr list',
  },
  {
    names: 'hub tea jira linear acli',
    source: 'documentation of the clients named',
    stops: '--version -h --help',
    subcommands: [look('list ls view show status me open')],
    otherSubcommand: { does: CHANGES_SERVICE, otherFlags: 'harmless', operands: { rest: 'text' } },
  },
];
