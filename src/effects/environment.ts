import type { Arg } from './arg.ts';
import type { Gain } from './description.ts';
import { addChoice, addGain } from './gain.ts';
import { addPath, placeIn, type Scene } from './scene.ts';
import type { Tally } from './tally.ts';

/** A variable that changes what programs do, by its name; `*` may begin or end it. */
type Variable = {
  /** Separated by blanks. */
  readonly names: string;
  readonly adds?: Gain;
  /** Values (as in a flag's `choices`) that mean something else. */
  readonly choices?: Readonly<Record<string, Gain>>;
  /** The value is a list of flags: each counts, and the worst decides. */
  readonly flags?: true;
  /** The value is a path that is written. */
  readonly writes?: true;
};

const LOADS: Gain = { runs: 'anything', why: 'makes programs load other code' };
const NAMES_A_PROGRAM: Gain = { runs: 'anything', why: 'names a program that is run' };
const CONFIGURES: Gain = {
  runs: 'anything',
  why: 'makes programs read other configuration, which can name programs',
};
const REDIRECTS: Gain = { hosts: ['*'], sends: true, why: 'sends what programs ask for to another host' };

const HARMLESS_PAGERS = {
  cat: {},
  '': {},
  less: {},
  'less *': {},
  more: {},
  head: {},
  true: {},
  ':': {},
  '*': NAMES_A_PROGRAM,
};

/** Sources: ld.so(8), bash(1), git(1), node(1), python(1), perlrun(1), ruby(1), java, go help environment, cargo, pip, npm, make(1). */
const VARIABLES: readonly Variable[] = [
  {
    names: 'LD_PRELOAD LD_LIBRARY_PATH LD_AUDIT LD_DEBUG_OUTPUT DYLD_* GCONV_PATH GLIBC_TUNABLES MALLOC_CONF',
    adds: LOADS,
  },
  { names: 'PATH', adds: { runs: 'anything', why: 'changes which programs are found' } },
  { names: 'BASH_ENV ENV SHELLOPTS BASHOPTS PROMPT_COMMAND PS4 IFS ZDOTDIR FPATH BASH_FUNC_*', adds: LOADS },
  { names: 'HOME XDG_CONFIG_HOME XDG_CONFIG_DIRS XDG_DATA_DIRS', adds: CONFIGURES },
  {
    names: 'PAGER GIT_PAGER MANPAGER GH_PAGER AWS_PAGER SYSTEMD_PAGER BAT_PAGER DELTA_PAGER PSQL_PAGER',
    choices: HARMLESS_PAGERS,
  },
  {
    names: 'EDITOR VISUAL GIT_EDITOR GIT_SEQUENCE_EDITOR GH_EDITOR KUBE_EDITOR FCEDIT PSQL_EDITOR',
    choices: { true: {}, ':': {}, cat: {}, '*': NAMES_A_PROGRAM },
  },
  {
    names:
      'LESSOPEN LESSCLOSE BROWSER GH_BROWSER SHELL GIT_SSH GIT_SSH_COMMAND GIT_EXTERNAL_DIFF GIT_ASKPASS SSH_ASKPASS SUDO_ASKPASS GIT_PROXY_COMMAND RSYNC_RSH SVN_SSH CVS_RSH TAR_OPTIONS TAR_RSH RSH',
    adds: NAMES_A_PROGRAM,
  },
  {
    names:
      'GIT_EXEC_PATH GIT_TEMPLATE_DIR GIT_DIR GIT_WORK_TREE GIT_COMMON_DIR GIT_CONFIG GIT_CONFIG_* GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_ALLOW_PROTOCOL GIT_PROTOCOL_FROM_USER GIT_ATTR_SOURCE GIT_INDEX_FILE',
    adds: CONFIGURES,
  },
  {
    names: 'LESS MORE BAT_OPTS',
    choices: { '*+*': NAMES_A_PROGRAM, '*-o*': NAMES_A_PROGRAM, '*pager*': NAMES_A_PROGRAM, '*': {} },
  },
  {
    names: 'LESSEDIT LESSKEY LESSKEYIN LESS_TERMCAP_* LESSHISTFILE',
    choices: { '-': {}, '/dev/null': {}, '*': NAMES_A_PROGRAM },
  },
  {
    names: 'GIT_TRACE* GIT_TRACE2*',
    choices: { '0': {}, '1': {}, '2': {}, true: {}, false: {}, '': {}, '*': {} },
    writes: true,
  },
  {
    names: 'NODE_OPTIONS',
    flags: true,
    choices: {
      '--max-old-space-size*': {},
      '--max_old_space_size*': {},
      '--no-warnings*': {},
      '--trace-warnings': {},
      '--enable-source-maps': {},
      '--experimental-vm-modules': {},
      '--openssl-legacy-provider': {},
      '--no-deprecation': {},
      '': {},
      '* --r*': LOADS,
      '*-r *': LOADS,
      '*require*': LOADS,
      '*import*': LOADS,
      '*loader*': LOADS,
      '*inspect*': LOADS,
      '*': LOADS,
    },
  },
  {
    names: 'NODE_PATH NODE_EXTRA_CA_CERTS NODE_REPL_EXTERNAL_MODULE TS_NODE_* ELECTRON_RUN_AS_NODE',
    adds: LOADS,
  },
  {
    names: 'NODE_TLS_REJECT_UNAUTHORIZED GIT_SSL_NO_VERIFY PYTHONHTTPSVERIFY',
    choices: {
      '1': {},
      true: {},
      '*': { hosts: ['*'], sends: true, why: 'switches the check of certificates off' },
    },
  },
  {
    names: 'PYTHONPATH',
    choices: {
      '.': { runs: 'project' },
      './*': { runs: 'project' },
      src: { runs: 'project' },
      'src*': { runs: 'project' },
      '*': LOADS,
    },
  },
  {
    names:
      'PYTHONSTARTUP PYTHONHOME PYTHONUSERBASE PYTHONBREAKPOINT PYTHONWARNINGS PYTHONINSPECT PYTEST_ADDOPTS PYTEST_PLUGINS PYTHONEXECUTABLE VIRTUAL_ENV',
    choices: { ignore: {}, default: {}, error: {}, '0': {}, '1': {}, '*': LOADS },
  },
  {
    names:
      'PERL5LIB PERLLIB PERL5OPT PERL5DB RUBYLIB RUBYOPT GEM_HOME GEM_PATH BUNDLE_GEMFILE LUA_PATH LUA_CPATH LUA_INIT PHPRC PHP_INI_SCAN_DIR',
    adds: LOADS,
  },
  {
    names:
      'JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS JAVA_OPTS CLASSPATH JAVA_HOME MAVEN_OPTS MAVEN_ARGS GRADLE_OPTS GRADLE_USER_HOME SBT_OPTS',
    flags: true,
    choices: { '-Xm*': {}, '-Xss*': {}, '*': LOADS },
  },
  {
    names: 'GOFLAGS',
    flags: true,
    choices: {
      '-mod=*': {},
      '-count=*': {},
      '-v': {},
      '-race': {},
      '-buildvcs=*': {},
      '': {},
      '*exec*': LOADS,
      '*overlay*': LOADS,
      '*': LOADS,
    },
  },
  {
    names:
      'GOROOT GOPATH GOPROXY GOSUMDB GONOSUMDB GONOSUMCHECK GOINSECURE GOENV GOTOOLCHAIN GOBIN GOCACHEPROG',
    choices: { off: {}, local: {}, auto: {}, direct: {}, '*': LOADS },
  },
  {
    names: 'CC CXX LD AR AS NM RANLIB FC CPP HOSTCC',
    choices: {
      gcc: {},
      'gcc-*': {},
      'g++': {},
      'g++-*': {},
      clang: {},
      'clang++': {},
      'clang-*': {},
      cc: {},
      'c++': {},
      ld: {},
      ar: {},
      '*': NAMES_A_PROGRAM,
    },
  },
  {
    names:
      'CGO_CFLAGS CGO_LDFLAGS CGO_CXXFLAGS CGO_CPPFLAGS PKG_CONFIG PKG_CONFIG_PATH COMPILER_PATH GCC_EXEC_PREFIX',
    adds: LOADS,
  },
  {
    names:
      'RUSTC RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER RUSTDOC CARGO_BUILD_* CARGO_TARGET_*_RUNNER CARGO_TARGET_*_LINKER CARGO_HOME RUSTUP_HOME RUSTUP_TOOLCHAIN',
    choices: { sccache: {}, stable: {}, nightly: {}, '*': NAMES_A_PROGRAM },
  },
  {
    names: 'RUSTFLAGS RUSTDOCFLAGS',
    flags: true,
    choices: { '*linker*': LOADS, '*-C link*': LOADS, '*plugin*': LOADS, '*': {} },
  },
  { names: 'MAKEFLAGS MAKEFILES MFLAGS GNUMAKEFLAGS', flags: true, choices: { '-j*': {}, '*': LOADS } },
  {
    names: 'npm_config_* NPM_CONFIG_* YARN_* PNPM_* BUN_CONFIG_* COREPACK_*',
    choices: { true: {}, false: {}, '0': {}, '1': {}, error: {}, silent: {}, warn: {}, '*': CONFIGURES },
  },
  {
    names:
      'PIP_INDEX_URL PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE PIP_FIND_LINKS PIP_TRUSTED_HOST UV_INDEX_URL UV_DEFAULT_INDEX UV_EXTRA_INDEX_URL UV_INDEX UV_CONFIG_FILE UV_PYTHON CONDA_*',
    adds: CONFIGURES,
  },
  {
    names:
      'HTTP_PROXY HTTPS_PROXY ALL_PROXY http_proxy https_proxy all_proxy FTP_PROXY DOCKER_HOST DOCKER_CONTEXT AWS_ENDPOINT_URL* AZURE_* KUBERNETES_MASTER GH_HOST VAULT_ADDR',
    choices: { '': {}, default: {}, '*': REDIRECTS },
  },
  {
    names:
      'KUBECONFIG AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE DOCKER_CONFIG CURL_HOME WGETRC NETRC OPENSSL_CONF SSL_CERT_FILE SSL_CERT_DIR GNUPGHOME RIPGREP_CONFIG_PATH JQ_LIBRARY_PATH GREP_OPTIONS LS_OPTIONS XDG_CACHE_HOME INPUTRC TERMINFO TERMCAP PSQLRC PGSYSCONFDIR PGSERVICEFILE MYSQL_HOME SQLITE_* SOPS_* ANSIBLE_* TF_CLI_* TF_CLI_CONFIG_FILE HELM_*',
    adds: CONFIGURES,
  },
  {
    names: 'VIMINIT EXINIT GVIMINIT MYVIMRC VIMRUNTIME VIM NVIM_* FZF_DEFAULT_COMMAND FZF_DEFAULT_OPTS',
    adds: LOADS,
  },
  {
    names: 'SSLKEYLOGFILE GCOV_PREFIX LLVM_PROFILE_FILE GOCOVERDIR TF_LOG_PATH TMPDIR TMP TEMP HISTFILE',
    writes: true,
  },
];

/** Endings of names by which programs take further options, commands and start-up files. */
const POWER_BY_NAME =
  /_?(?:OPTS|OPTIONS|ARGS|FLAGS|CMD|COMMAND|PROGRAM|WRAPPER|LAUNCHER|PRELOAD|STARTUP|INIT|RC|RCFILE|EDITOR|PAGER|PLUGINS?|HOOKS?|EXEC|SHELL)$/;

/** Values of such variables that are mere switches. */
const SWITCH = /^(?:|[\d.]+|true|false|yes|no|on|off|none|auto|always|never|cat)$/i;

type Compiled = {
  readonly exact: ReadonlyMap<string, Variable>;
  readonly open: readonly { readonly shape: RegExp; readonly variable: Variable }[];
};

const COMPILED: Compiled = compile();

function compile(): Compiled {
  const named = VARIABLES.flatMap((variable) =>
    variable.names.split(' ').map((name) => ({ name, variable })),
  );
  return {
    exact: new Map(
      named.filter(({ name }) => !name.includes('*')).map(({ name, variable }) => [name, variable]),
    ),
    open: named
      .filter(({ name }) => name.includes('*'))
      .map(({ name, variable }) => ({ shape: new RegExp(`^${name.replaceAll('*', '.*')}$`), variable })),
  };
}

/**
 * Adds what `NAME=value` changes for the command behind it. A variable that no description names is harmless
 * unless its name promises a power or its value leads out of the project.
 */
export function addCommandVariable(tally: Tally, name: string, value: Arg | undefined, scene: Scene): void {
  if (variableOf(name) !== undefined) addVariable(tally, name, value, scene);
  else if (value === undefined || !SWITCH.test(value.text)) addUnnamed(tally, name, value, scene);
}

function addUnnamed(tally: Tally, name: string, value: Arg | undefined, scene: Scene): void {
  if (POWER_BY_NAME.test(name)) tally.unknown.push(`what the variable ${name} makes programs do`);
  else if (value?.kind === 'exact' && /^(?:\/|~|\.\.(?:\/|$))/.test(value.text)) {
    const { zone, path } = placeIn(value.text, scene);
    if (zone !== 'workspace' && zone !== 'temporary')
      tally.unknown.push(`what the variable ${name} makes programs do with ${path}`);
  }
}

/** Adds what a variable of this name changes. Variables that no manual gives a power are harmless. */
export function addVariable(tally: Tally, name: string, value: Arg | undefined, scene: Scene): void {
  const variable = variableOf(name);
  if (variable === undefined) return;
  if (variable.adds !== undefined) addGain(tally, variable.adds, scene);
  if (variable.choices !== undefined) {
    for (const each of wordsOf(value, variable.flags === true))
      addChoice(tally, variable.choices, each, scene);
  }
  if (variable.writes === true && value !== undefined && /[/.]/.test(value.text))
    addPath(tally, 'writes', value, scene);
}

function variableOf(name: string): Variable | undefined {
  return COMPILED.exact.get(name) ?? COMPILED.open.find((entry) => entry.shape.test(name))?.variable;
}

function wordsOf(value: Arg | undefined, list: boolean): readonly (Arg | undefined)[] {
  if (!list || value?.kind !== 'exact') return [value];
  return value.text.split(/\s+/).map((text): Arg => ({ kind: 'exact', text }));
}
