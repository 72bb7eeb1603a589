import type { CommandDescription, Flag, Gain } from '../description.ts';
import { INSTALLS, LOADS_CONFIG, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

const OTHER_CONFIG: Gain = { runs: 'anything', why: 'loads another configuration' };

const PYTEST_FLAGS: readonly Flag[] = [
  {
    names: '-p',
    value: 'text',
    choices: {
      'no:*': {},
      xdist: {},
      'pytest_*': {},
      randomly: {},
      asyncio: {},
      '*': { runs: 'anything', why: 'loads any module as a plugin' },
    },
  },
  { names: '-c --config-file --rootdir --confcutdir', value: 'program' },
  // It is emptied first.
  { names: '--basetemp', value: 'delete' },
  {
    names: '-o --override-ini',
    value: 'text',
    choices: {
      'log_*': {},
      'addopts=': {},
      'addopts=-x': {},
      'addopts=-q': {},
      'addopts=-v': {},
      'addopts=-s': {},
      'xfail_strict*': {},
      'junit_family*': {},
      'console_output_style*': {},
      'filterwarnings*': {},
      'asyncio_mode*': {},
      '*': { runs: 'anything', why: 'sets configuration that can load modules' },
    },
  },
  {
    names: '--cov-report',
    value: 'text',
    choices: {
      '/*': { writes: ['/*'] },
      '~*': { writes: ['~/*'] },
      '../*': { writes: ['../*'] },
      '*:/*': { writes: ['/*'] },
      '*:~*': { writes: ['~/*'] },
      '*:../*': { writes: ['../*'] },
      '*': {},
    },
  },
  {
    names: '--junit-xml --junitxml --log-file --html --json-report-file --report-log --resultlog',
    value: 'write',
  },
  { names: '--pdb --trace', adds: { runs: 'anything', why: 'opens a debugger' } },
  { names: '--pdbcls', value: 'text', adds: { runs: 'anything' } },
  { names: '--pastebin', value: 'text', adds: { hosts: ['*'], sends: true, why: 'uploads the report' } },
  { names: '--rsh --tx --dist', value: 'text' },
  {
    names:
      '-n --numprocesses -k -m --maxfail --tb --durations -r --color --cov --cov-fail-under --cov-config --timeout -W --pythonwarnings --log-level --log-cli-level --ignore --deselect --lfnf --import-mode --verbosity --show-capture --capture --randomly-seed --reruns',
    value: 'text',
    optional: true,
  },
];

/** Test runners, linters, type checkers and formatters of Python. */
export const PYTHON_TOOLS: readonly CommandDescription[] = [
  {
    names: 'pytest py.test',
    source: 'pytest documentation, 8.4',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: PYTEST_FLAGS,
    stops: '-V --version -h --help --markers --fixtures-per-test',
    operands: { rest: 'program' },
  },
  {
    names: 'unittest doctest nose2 tox nox doit behave robot',
    source: 'documentation of the test runners named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      { names: '-c --config -f --noxfile --rcfile -s', value: 'program' },
      { names: '-o --output --data-file', value: 'write' },
    ],
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'coverage',
    source: 'coverage.py documentation, 7.10',
    stops: '--version -h --help',
    subcommands: [
      {
        names: 'run',
        does: RUNS_PROJECT,
        switches: '-a --append --branch -p --parallel-mode -L --pylib --timid -q --quiet',
        settings: '--source --include --omit --context --concurrency --debug',
        flags: [
          { names: '-m --module', value: 'module' },
          { names: '--rcfile', value: 'program' },
          { names: '--data-file', value: 'write' },
        ],
        flagsEndAtOperand: true,
        operands: { first: ['program'], rest: 'text' },
        example: 'x.py',
      },
      {
        names: 'report html xml json lcov annotate combine erase debug help',
        does: { runs: 'project', writes: ['.'] },
        otherFlags: 'harmless',
        flags: [
          { names: '-o -d --directory --data-file', value: 'write' },
          { names: '--rcfile', value: 'program' },
        ],
        operands: { rest: 'read' },
      },
    ],
  },
  {
    names: 'ruff',
    source: 'Ruff documentation, 0.12',
    grammar: 'pflag',
    stops: '-V --version -h --help',
    flagsAnywhere: true,
    flags: [
      {
        names: '--config',
        value: 'text',
        choices: { '/*': OTHER_CONFIG, '~*': OTHER_CONFIG, '../*': OTHER_CONFIG, '*': {} },
      },
    ],
    switches: '-q --quiet -v --verbose -s --silent --isolated',
    subcommands: [
      {
        names: 'check',
        otherFlags: 'harmless',
        settings:
          '--select --ignore --extend-select --extend-ignore --per-file-ignores --output-format --target-version --line-length --stdin-filename --exclude --extend-exclude --fixable --unfixable',
        flags: [
          { names: '--fix --fix-only --unsafe-fixes --add-noqa', adds: WRITES_HERE },
          { names: '-o --output-file --cache-dir', value: 'write' },
        ],
        operands: { rest: 'read' },
      },
      {
        names: 'format',
        does: WRITES_HERE,
        otherFlags: 'harmless',
        settings: '--target-version --line-length --stdin-filename --exclude --range',
        flags: [
          { names: '--check --diff', cancels: ['writes'] },
          { names: '--cache-dir', value: 'write' },
        ],
        operands: { rest: 'read' },
      },
      {
        names: 'rule config linter version help analyze',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'clean server', does: { deletes: ['.ruff_cache'] }, otherFlags: 'harmless' },
    ],
    example: 'check .',
  },
  {
    names: 'mypy dmypy pyright basedpyright pyre ty pytype',
    source: 'mypy documentation, 1.17; pyright documentation',
    does: LOADS_CONFIG,
    otherFlags: 'harmless',
    flags: [
      { names: '--config-file -p --project', value: 'program' },
      {
        names: '--python-executable --pythonpath --custom-typeshed-dir',
        value: 'program',
        adds: { runs: 'anything', why: 'runs another Python' },
      },
      { names: '--install-types', adds: INSTALLS },
      {
        names:
          '--html-report --xml-report --txt-report --cobertura-xml-report --junit-xml --cache-dir --any-exprs-report --linecount-report --outputjson-file',
        value: 'write',
      },
      { names: '-m --module -c', value: 'text' },
    ],
    stops: '-V --version -h --help',
    operands: { rest: 'read' },
    example: '.',
  },
  {
    names: 'black isort autopep8 yapf autoflake pyupgrade add-trailing-comma docformatter',
    source: 'Black documentation, 25; documentation of the formatters named',
    does: WRITES_HERE,
    otherFlags: 'harmless',
    settings: '-l --line-length -t --target-version',
    flags: [
      { names: '--check --diff -c --check-only', cancels: ['writes'] },
      { names: '--config --settings-path --sp --settings-file', value: 'program' },
    ],
    stops: '--version -h --help',
    operands: { rest: 'change' },
    example: '.',
  },
  {
    names:
      'flake8 pylint pycodestyle pydocstyle bandit vulture radon interrogate deptry import-linter lint-imports sqlfluff djlint codespell',
    source: 'documentation of the checkers named',
    does: LOADS_CONFIG,
    otherFlags: 'harmless',
    flags: [
      { names: '--config --rcfile --append-config -c --configfile', value: 'program' },
      {
        names: '--load-plugins --init-hook',
        value: 'text',
        adds: { runs: 'anything', why: 'runs given code' },
      },
      { names: '-o --output --output-file', value: 'write' },
      { names: '--tee' },
      { names: '-w --write-changes', adds: WRITES_HERE },
    ],
    stops: '--version -h --help',
    operands: { rest: 'read' },
    example: '.',
  },
  {
    names: 'pre-commit prek',
    source: 'pre-commit documentation, 4',
    stops: '-V --version -h --help',
    subcommands: [
      {
        names: 'run',
        does: { ...RUNS_PROJECT, hosts: ['configured'] },
        otherFlags: 'harmless',
        flags: [{ names: '-c --config', value: 'program' }],
        operands: { rest: 'text' },
      },
      {
        names: 'install uninstall install-hooks autoupdate clean gc init-templatedir migrate-config try-repo',
        does: {
          writes: ['.git/hooks/pre-commit'],
          hosts: ['configured'],
          runs: 'anything',
          why: 'installs or updates hooks',
        },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'validate-config validate-manifest sample-config help',
        otherFlags: 'harmless',
        operands: { rest: 'read' },
      },
    ],
  },
  {
    names:
      'jupyter ipython ipython3 notebook streamlit gradio uvicorn gunicorn flask django-admin celery alembic fastapi dvc mlflow wandb airflow dbt great_expectations kaggle huggingface-cli hf',
    source: 'documentation of the programs named',
    does: { runs: 'anything', hosts: ['*'], why: 'serves or runs code' },
    otherFlags: 'harmless',
    stops: '--version -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'manage.py',
    source: 'Django documentation, django-admin and manage.py, 5.2',
    script: true,
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      {
        names: '--settings --pythonpath',
        value: 'text',
        adds: { runs: 'anything', why: 'loads other settings' },
      },
      { names: '-o --output', value: 'write' },
    ],
    subcommands: [
      {
        names: 'shell shell_plus dbshell runscript',
        does: { runs: 'anything', why: 'runs given code' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names:
          'migrate flush loaddata reset_db sqlflush dumpdata createsuperuser changepassword clearsessions',
        does: {
          runs: 'project',
          hosts: ['configured'],
          sends: true,
          loses: true,
          why: 'changes or prints a database',
        },
        otherFlags: 'harmless',
        flags: [
          { names: '--plan --check', cancels: ['sends', 'loses'] },
          { names: '-o --output', value: 'write' },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'sendtestemail',
        does: { runs: 'project', hosts: ['*'], sends: true },
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: { does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'text' } },
    example: 'check',
  },
  {
    names: 'sphinx-build mkdocs',
    source: 'Sphinx and MkDocs documentation',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    stops: '--version -h --help',
    subcommands: [
      {
        names: 'gh-deploy serve',
        does: { runs: 'project', hosts: ['configured'], sends: true },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: { does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'write' } },
  },
];
