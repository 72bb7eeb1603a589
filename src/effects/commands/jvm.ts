import type { CommandDescription, Flag, Gain } from '../description.ts';
import { ASKS_SERVICE, INSTALLS_GLOBALLY, LOADS_CONFIG, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

const PUBLISHES: Gain = {
  runs: 'project',
  hosts: ['configured'],
  sends: true,
  why: 'publishes to a repository',
};

const FETCHES_PLUGIN: Gain = {
  runs: 'anything',
  hosts: ['configured'],
  why: 'fetches a plugin by name and runs it',
};

const AGENTS: readonly Flag[] = [
  { names: '-cp -classpath --class-path -p --module-path --upgrade-module-path', value: 'program' },
  {
    names:
      '--add-modules --add-exports --add-opens --add-reads --limit-modules --enable-native-access --source --finalization',
    value: 'text',
  },
];

/** Java, Kotlin, Scala and their build tools. */
export const JVM: readonly CommandDescription[] = [
  {
    names: 'java',
    source: 'java(1), JDK 21',
    grammar: 'single-dash',
    does: RUNS_PROJECT,
    switches:
      '-server -client -ea -enableassertions -da -disableassertions -esa -dsa --enable-preview -showversion --show-version -verbose -Xint -Xcomp --illegal-native-access',
    flags: [
      { names: '-D', value: 'text' },
      {
        names: '-X',
        value: 'text',
        choices: {
          'X:On*': { runs: 'anything', why: 'names a command for errors' },
          'X:Flags*': { runs: 'anything', why: 'loads options of a file' },
          'X:VMOptionsFile*': { runs: 'anything', why: 'loads options of a file' },
          'bootclasspath*': { runs: 'anything', why: 'replaces classes' },
          'run*': { runs: 'anything', why: 'loads a library' },
          'log*': { unknown: 'can name a file to write' },
          '*': {},
        },
      },
      { names: '-agentlib -agentpath -a', value: 'text', adds: { runs: 'anything', why: 'loads an agent' } },
      { names: '-j', value: 'text', adds: { runs: 'anything', why: 'loads an agent' } },
      ...AGENTS,
      { names: '-jar -m --module', value: 'program' },
    ],
    stops: '-version --version -h -help --help -X --list-modules -fullversion',
    flagsEndAtOperand: true,
    operands: {
      first: ['program'],
      rest: 'text',
      choices: { '-javaagent*': { runs: 'anything' }, '@*': { unknown: 'options stand in a file' } },
    },
    example: '-jar x.jar',
  },
  {
    names: 'javac kotlinc scalac groovyc',
    source: 'javac(1), JDK 21; kotlinc documentation',
    grammar: 'single-dash',
    does: WRITES_HERE,
    otherFlags: 'harmless',
    settings:
      '-source -target --release -encoding --source --target -jvm-target -language-version -api-version -Xlint',
    flags: [
      ...AGENTS,
      {
        names: '-processorpath --processor-path -processor -Xplugin -P',
        value: 'text',
        adds: { runs: 'anything', why: 'runs an annotation processor or plugin' },
      },
      {
        names: '-J',
        value: 'text',
        adds: { runs: 'anything', why: 'passes options to the Java that compiles' },
      },
      { names: '-d -h -s', value: 'write' },
      { names: '-script -e -expression', value: 'code', adds: { runs: 'anything' } },
    ],
    stops: '-version --version -help --help',
    operands: { rest: 'read', choices: { '@*': { unknown: 'options stand in a file' } } },
    example: 'X.java',
  },
  {
    names: 'jar',
    source: 'jar(1), JDK 21',
    dashless: true,
    switches: '-v --verbose -0 --no-compress -M --no-manifest -n --normalize',
    settings: '-e --main-class --module-version --release --hash-modules -p --module-path --date',
    flags: [
      { names: '-c --create -u --update', operands: { rest: 'read' } },
      { names: '-f --file', value: 'change' },
      { names: '-m --manifest', value: 'read' },
      { names: '-t --list -d --describe-module --validate', operands: { rest: 'text' }, cancels: ['writes'] },
      {
        names: '-x --extract',
        adds: { writes: ['.'], loses: true, why: 'overwrites what the archive names' },
        operands: { rest: 'text' },
      },
      { names: '-i --generate-index', value: 'change' },
      { names: '-C', values: ['read', 'read'] },
      { names: '--dir', value: 'write' },
      {
        names: '-J',
        value: 'text',
        adds: { runs: 'anything', why: 'passes options to the Java that packs' },
      },
    ],
    stops: '--version --help -h',
    operands: { rest: 'read' },
    example: 'tf x.jar',
  },
  {
    names: 'javap javadoc jdeps jlink jpackage jps jstack jcmd jmap jinfo jstat',
    source: 'JDK 21 tool reference',
    grammar: 'single-dash',
    otherFlags: 'harmless',
    flags: [
      { names: '-d --output --dest', value: 'write' },
      {
        names: '-J',
        value: 'text',
        adds: { runs: 'anything', why: 'passes options to the Java of the tool' },
      },
      { names: '-doclet -docletpath -taglet -tagletpath', value: 'program', adds: { runs: 'anything' } },
    ],
    operands: { rest: 'change' },
  },
  {
    names: 'keytool jarsigner',
    source: 'keytool(1), JDK 21',
    does: { reveals: 'keys and certificates', writes: ['~/.keystore'] },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'mvn mvnw mvnd mvnw.cmd',
    source: 'Maven documentation, mvn CLI options, 3.9',
    does: { ...RUNS_PROJECT, hosts: ['configured'] },
    switches:
      '-B --batch-mode -q --quiet -X --debug -e --errors -o --offline -U --update-snapshots -N --non-recursive -am --also-make -amd --also-make-dependents -ntp --no-transfer-progress -fae --fail-at-end -ff --fail-fast -fn --fail-never -V --show-version -nsu --no-snapshot-updates -C --strict-checksums -c --lax-checksums -np -llr -npu',
    settings: '-pl --projects -P --activate-profiles -T --threads -rf --resume-from -b --builder --color',
    flags: [
      { names: '-f --file', value: 'program' },
      { names: '-s --settings -gs --global-settings -t --toolchains -gt', value: 'program' },
      { names: '-l --log-file', value: 'write' },
      {
        names: '-D --define',
        value: 'text',
        choices: {
          'exec.*': { runs: 'anything', why: 'names a program to run' },
          'maven.ext.class.path*': { runs: 'anything', why: 'loads extensions' },
          'argLine*': { runs: 'anything', why: 'passes options to the Java of the tests' },
          'jvm*': { runs: 'anything' },
          'altDeploymentRepository*': { sends: true, hosts: ['*'] },
          '*': {},
        },
      },
      { names: '-emp --encrypt-master-password -ep --encrypt-password', value: 'text', optional: true },
    ],
    stops: '-v --version -h --help',
    operands: {
      rest: 'text',
      choices: {
        deploy: PUBLISHES,
        'deploy:*': PUBLISHES,
        'release:*': PUBLISHES,
        'site-deploy': PUBLISHES,
        'nexus-staging:*': PUBLISHES,
        'exec:*': { runs: 'anything', why: 'runs a program' },
        'antrun:*': { runs: 'anything', why: 'runs given steps' },
        'scm:*': PUBLISHES,
        'versions:*': { writes: ['pom.xml'], why: 'changes the build file' },
        'wrapper:*': { writes: ['mvnw'], hosts: ['configured'] },
        'dependency:get': { hosts: ['*'], sends: true, why: 'fetches from any repository' },
        'dependency:copy*': { writes: ['.'] },
        'archetype:*': { runs: 'anything', hosts: ['*'] },
        'org.*': FETCHES_PLUGIN,
        'com.*': FETCHES_PLUGIN,
        'io.*': FETCHES_PLUGIN,
        'net.*': FETCHES_PLUGIN,
        'de.*': FETCHES_PLUGIN,
        install: { writes: ['~/.m2'] },
      },
    },
    example: 'test',
  },
  {
    names: 'gradle gradlew gradlew.bat',
    source: 'Gradle documentation, command-line interface, 8.14',
    does: { ...RUNS_PROJECT, hosts: ['configured'] },
    otherFlags: 'harmless',
    settings:
      '-x --exclude-task --tests --console --max-workers --warning-mode --priority -P --project-prop --configuration -Dorg.gradle',
    flags: [
      {
        names: '-p --project-dir -b --build-file -c --settings-file -I --init-script --include-build',
        value: 'program',
      },
      {
        names: '-g --gradle-user-home',
        value: 'write',
        adds: { runs: 'anything', why: 'runs the init scripts of another home' },
      },
      { names: '--project-cache-dir', value: 'write' },
      {
        names: '-D --system-prop',
        value: 'text',
        choices: {
          'org.gradle.jvmargs*': { runs: 'anything' },
          'org.gradle.java.home*': { runs: 'anything' },
          '*': {},
        },
      },
      { names: '--write-verification-metadata --write-locks', value: 'text', optional: true },
      { names: '--scan', adds: { hosts: ['configured'], sends: true, why: 'uploads a build report' } },
    ],
    stops: '-v --version -h -? --help',
    operands: {
      rest: 'text',
      choices: {
        '*publish*': PUBLISHES,
        '*upload*': PUBLISHES,
        '*deploy*': PUBLISHES,
        '*release*': PUBLISHES,
        '*install*': { machine: true },
        wrapper: { writes: ['gradlew', 'gradle/wrapper/gradle-wrapper.jar'] },
        init: { writes: ['build.gradle'] },
      },
    },
    example: 'test',
  },
  {
    names: 'sbt ant bazel bazelisk buck2 pants please lein boot mill bloop',
    source: 'documentation of the build tools named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      { names: '-f -buildfile -file --bazelrc --output_base --output_user_root', value: 'program' },
      {
        names: '--run_under --workspace_status_command --spawn_strategy',
        value: 'shell',
        adds: { runs: 'anything' },
      },
    ],
    stops: '-version --version --help -h',
    operands: {
      rest: 'text',
      choices: {
        '*publish*': PUBLISHES,
        '*deploy*': PUBLISHES,
        '*release*': PUBLISHES,
        version: {},
        query: {},
      },
    },
  },
  {
    names: 'ktlint detekt google-java-format checkstyle pmd spotbugs scalafmt scalafix',
    source: 'documentation of the linters named',
    does: LOADS_CONFIG,
    otherFlags: 'harmless',
    flags: [
      { names: '-F --format -i -r --replace', adds: WRITES_HERE },
      { names: '-R --ruleset --plugins', value: 'program' },
      { names: '-o --output', value: 'write' },
    ],
    stops: '-V --version -h --help',
    operands: { rest: 'read' },
  },
  {
    names: 'sdk jenv jabba coursier cs',
    source: 'SDKMAN documentation',
    subcommands: [
      { names: 'list current version home versions', otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'install uninstall use default upgrade update flush env selfupdate launch bootstrap',
        does: INSTALLS_GLOBALLY,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'search resolve', does: ASKS_SERVICE, otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
  },
  {
    names: 'adb emulator avdmanager sdkmanager',
    source: 'Android developer documentation, adb',
    does: {},
    stops: '--version version --help',
    subcommands: [
      { names: 'devices version get-state get-serialno help', otherFlags: 'harmless' },
      {
        names: 'logcat',
        otherFlags: 'harmless',
        flags: [
          { names: '-f', value: 'write' },
          { names: '-c', adds: { machine: true } },
        ],
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { machine: true, runs: 'anything', why: 'controls a device' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
];
