import type { CommandDescription, Flag, Part, Subcommand } from '../description.ts';
import { ASKS_SERVICE, CHANGES_SERVICE, INSTALLS_GLOBALLY, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

const CARGO_FLAGS: readonly Flag[] = [
  {
    names: '--config',
    value: 'text',
    adds: { runs: 'anything', why: 'sets configuration that can name programs to run' },
  },
  { names: '-Z', value: 'text', choices: { 'unstable-options': {}, '*': { unknown: 'an unstable option' } } },
  { names: '-C', value: 'directory' },
  { names: '--manifest-path', value: 'program' },
  { names: '--target-dir --artifact-dir --out-dir --lockfile-path', value: 'write' },
];

const CARGO_SWITCHES =
  '-q --quiet -v --verbose -vv --locked --offline --frozen --release -r --all-features --no-default-features --lib --bins --examples --tests --benches --all-targets --workspace --all --doc --no-run --no-fail-fast --ignore-rust-version --keep-going --future-incompat-report --build-plan --unit-graph --dry-run -n --no-deps --document-private-items --allow-dirty --allow-staged --allow-no-vcs --no-verify --check --all-versions --dev --build --optional --no-optional --json -d --duplicates -e';

const CARGO_SETTINGS =
  '-F --features -p --package --exclude --bin --example --test --bench -j --jobs --profile --target --message-format --color --timings --format --depth --prefix --edges --invert -i --charset --filter-platform --format-version --vers --version --limit --rename --rev --branch --tag --index --registry';

function cargo(names: string, part: Part): Subcommand {
  return {
    names,
    switches: CARGO_SWITCHES,
    settings: CARGO_SETTINGS,
    flags: CARGO_FLAGS,
    operands: { rest: 'text' },
    ...part,
  };
}

/** Rust: cargo, rustc, rustup. A build runs build scripts and macros of every dependency. */
export const RUST: readonly CommandDescription[] = [
  {
    names: 'cargo',
    source: 'The Cargo Book, cargo 1.89',
    stops: '-V --version -h --help --list',
    switches: CARGO_SWITCHES,
    settings: `${CARGO_SETTINGS} --explain`,
    flags: CARGO_FLAGS,
    subcommands: [
      cargo(
        'build b check c test t bench nextest llvm-cov tarpaulin miri expand doc d rustdoc clippy run r',
        {
          does: { ...RUNS_PROJECT, hosts: ['configured'] },
          flags: [
            ...CARGO_FLAGS,
            { names: '--fix', adds: WRITES_HERE },
            { names: '--open', adds: { runs: 'anything', why: 'opens a browser' } },
            { names: '--output-path --lcov --html', value: 'write', optional: true },
          ],
        },
      ),
      cargo('fmt', { does: WRITES_HERE, flags: [...CARGO_FLAGS, { names: '--check', cancels: ['writes'] }] }),
      cargo('fix', { does: { ...RUNS_PROJECT, loses: true, why: 'rewrites sources in place' } }),
      cargo('metadata tree pkgid read-manifest verify-project locate-project version help', {}),
      cargo('search info', { does: ASKS_SERVICE }),
      cargo('outdated audit deny machete udeps bloat geiger semver-checks', {
        does: { ...RUNS_PROJECT, hosts: ['configured'] },
        otherFlags: 'harmless',
      }),
      cargo('fetch update generate-lockfile', { does: { hosts: ['configured'], writes: ['Cargo.lock'] } }),
      cargo('add remove rm', {
        does: { hosts: ['configured'], writes: ['Cargo.toml', 'Cargo.lock'] },
        flags: [...CARGO_FLAGS, { names: '--git', value: 'url' }, { names: '--path', value: 'read' }],
      }),
      cargo('init new', {
        does: { writes: ['Cargo.toml'] },
        otherFlags: 'harmless',
        operands: { rest: 'write' },
      }),
      cargo('clean', { does: { deletes: ['target'] } }),
      cargo('vendor package', {
        does: { hosts: ['configured'], ...RUNS_PROJECT },
        operands: { rest: 'write' },
      }),
      cargo('install uninstall binstall', {
        does: INSTALLS_GLOBALLY,
        otherFlags: 'harmless',
        operands: { rest: 'package' },
      }),
      cargo('publish yank owner login logout', { does: CHANGES_SERVICE, otherFlags: 'harmless' }),
      cargo('report config', { otherFlags: 'harmless' }),
      cargo(
        'make xtask watch generate leptos tauri dist release insta criterion fuzz component wasi sqlx diesel',
        {
          does: RUNS_PROJECT,
          otherFlags: 'harmless',
          flags: [{ names: '-x -s --exec', value: 'shell', adds: { runs: 'anything' } }],
        },
      ),
    ],
    example: 'build',
  },
  {
    names: 'rustc',
    source: 'The rustc book, 1.89',
    does: { ...WRITES_HERE, runs: 'project', why: 'compiling runs macros' },
    switches: '-g -O -v --verbose --test',
    settings:
      '--cfg --check-cfg --crate-type --crate-name --edition --print --target -A --allow -W --warn -D --deny -F --forbid --cap-lints --error-format --color --json --explain -l',
    flags: [
      { names: '-o --out-dir', value: 'write' },
      { names: '--emit', value: 'text', choices: { '*=*': { unknown: 'names a file to write' }, '*': {} } },
      {
        names: '-C --codegen',
        value: 'text',
        choices: {
          'linker*': { runs: 'anything', why: 'names another linker' },
          'link-arg*': { runs: 'anything', why: 'passes options to the linker' },
          'llvm-args*': { unknown: 'options of LLVM' },
          'profile*': { unknown: 'names a file' },
          'incremental*': { unknown: 'names a folder' },
          '*': {},
        },
      },
      { names: '-L --extern --sysroot --remap-path-prefix', value: 'text' },
      { names: '-Z', value: 'text', adds: { unknown: 'an unstable option' } },
    ],
    stops: '-V --version -h --help -vV',
    operands: { rest: 'read' },
    example: 'x.rs',
  },
  {
    names: 'rustfmt',
    source: 'rustfmt documentation',
    does: WRITES_HERE,
    switches: '-v --verbose -q --quiet -l --files-with-diff --backup',
    settings: '--edition --emit --color --config --print-config',
    flags: [
      { names: '--check', operands: { rest: 'read' }, cancels: ['writes'] },
      { names: '--config-path', value: 'read' },
    ],
    stops: '-V --version -h --help',
    operands: { rest: 'change' },
  },
  {
    names: 'rust-analyzer rustdoc wasm-pack trunk bindgen cbindgen cross bacon',
    source: 'documentation of the tools named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [{ names: '-o --out-dir --output', value: 'write' }],
    stops: '-V --version -h --help',
    subcommands: [{ names: 'publish login', does: CHANGES_SERVICE, otherFlags: 'harmless' }],
    otherSubcommand: {
      does: RUNS_PROJECT,
      otherFlags: 'harmless',
      flags: [{ names: '-o --out-dir --output', value: 'write' }],
      operands: { rest: 'text' },
    },
  },
  {
    names: 'rustup',
    source: 'The rustup book, 1.28',
    stops: '-V --version -h --help',
    subcommands: [
      {
        names: 'show which doc man help completions check',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'run',
        switches: '--install',
        flagsEndAtOperand: true,
        operands: { first: ['text'], rest: 'command' },
        example: 'stable true',
      },
      {
        names: 'toolchain target component override',
        subcommands: [
          { names: 'list', otherFlags: 'harmless' },
          {
            names: 'install uninstall add remove link set unset',
            does: INSTALLS_GLOBALLY,
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'update install default set self uninstall',
        does: INSTALLS_GLOBALLY,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
  },
];
