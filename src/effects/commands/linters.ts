import type { CommandDescription, Gain, Part, Subcommand } from '../description.ts';
import { CHANGES_SERVICE, WRITES_HERE } from './gains.ts';

/** A subcommand whose flags have no part in what it can do. */
function plain(names: string, does: Gain, more: Part = {}): Subcommand {
  const rest: Part = { does, otherFlags: 'harmless', operands: { rest: 'text' } };
  if (more.subcommands === undefined) return { names, ...rest, ...more };
  return { names, otherFlags: 'harmless', bare: does, otherSubcommand: rest, ...more };
}

/** Rules or a repository on another host. */
const ELSEWHERE: Readonly<Record<string, Gain>> = {
  '*://*': { hosts: ['*'], sends: true, why: 'fetches from any host' },
  'git@*': { hosts: ['*'], sends: true, why: 'fetches from any host' },
};

/** Checkers and scanners that belong to no one language. */
export const LINTERS: readonly CommandDescription[] = [
  {
    names: 'sonar-scanner codecov codacy-coverage-reporter coveralls',
    source: 'documentation of the uploaders named',
    does: { ...CHANGES_SERVICE, why: 'uploads results to a service' },
    otherFlags: 'harmless',
    stops: '-V --version -h --help',
    operands: { rest: 'text' },
  },
  {
    names:
      'shellcheck shfmt hadolint actionlint yamllint checkov tflint kubeconform kubeval helm-docs editorconfig-checker ec lychee vale proselint write-good taplo gitleaks trufflehog trivy grype syft semgrep codeql detect-secrets snyk osv-scanner jsonlint pyflakes',
    source: 'documentation of the linters and scanners named',
    does: {},
    otherFlags: 'harmless',
    settings: '-s --shell -e --exclude -f --format -S --severity -i --indent -ln --ln -d -t',
    flags: [
      { names: '-w --write --fix --in-place', adds: WRITES_HERE },
      {
        names: '-o --output --report-path -r --output-file --sarif-file-output --json-file-output',
        value: 'write',
      },
      {
        names: '-c --config',
        value: 'read',
        choices: ELSEWHERE,
      },
      {
        names: '--baseline-path --source -P --source-path --rules --custom-rules-dir',
        value: 'read',
      },
      { names: '-shellcheck -pyflakes', value: 'program' },
      { names: '--verify --autofix', adds: { hosts: ['*'] } },
    ],
    stops: '-V --version -h --help',
    subcommands: [
      plain(
        'detect protect dir stdin fs filesystem config sbom image test scan ci lint fmt format check search',
        {},
        {
          flags: [
            { names: '-w --write --autofix', adds: WRITES_HERE },
            { names: '-o --output -r --report-path --sarif-output --json-output', value: 'write' },
            { names: '-c --config --source -s -b --baseline-path', value: 'read', choices: ELSEWHERE },
            { names: '-f --report-format --log-opts -l --log-level --redact --format', value: 'text' },
          ],
        },
      ),
      plain('git repo', {}, { operands: { rest: 'read', choices: ELSEWHERE } }),
      plain('version help completion', {}),
      plain('login auth monitor publish', CHANGES_SERVICE),
    ],
    otherSubcommand: {
      otherFlags: 'harmless',
      flags: [
        { names: '-w --write --fix', adds: WRITES_HERE },
        {
          names: '-o --output',
          value: 'text',
          choices: {
            '*=/*': { writes: ['/*'] },
            '*=~*': { writes: ['~/*'] },
            '*=../*': { writes: ['../*'] },
            '/*': { writes: ['/*'] },
            '../*': { writes: ['../*'] },
            '~*': { writes: ['~/*'] },
            '*': {},
          },
        },
      ],
      operands: { rest: 'read', choices: ELSEWHERE },
    },
    example: '--version',
  },
];
