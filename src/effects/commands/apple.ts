import type { CommandDescription } from '../description.ts';
import { CHANGES_SERVICE, RUNS_PROJECT, WRITES_HERE } from './gains.ts';

/** Swift, Xcode and the tools around them. */
export const APPLE: readonly CommandDescription[] = [
  {
    names: 'swift',
    source: 'Swift Package Manager documentation, swift 6.1',
    stops: '--version -version -h --help -help',
    subcommands: [
      {
        names: 'build test run',
        does: { ...RUNS_PROJECT, hosts: ['configured'] },
        otherFlags: 'harmless',
        settings:
          '-c --configuration --filter --skip --product --target -j --jobs --arch --triple --sdk --num-workers --test-product --sanitize',
        flags: [
          {
            names: '--scratch-path --build-path --cache-path --config-path --security-path --xunit-output',
            value: 'write',
          },
          {
            names: '--package-path',
            value: 'program',
          },
          {
            names: '--disable-sandbox',
            adds: { runs: 'anything', why: 'runs build plugins outside their sandbox' },
          },
          {
            names: '-Xswiftc -Xcc -Xlinker -Xcxx',
            value: 'text',
            choices: { '*plugin*': { runs: 'anything' }, '*': {} },
          },
          { names: '--toolset --toolchain --swift-sdks-path', value: 'program', adds: { runs: 'anything' } },
        ],
        operands: { rest: 'text' },
      },
      {
        names: 'package',
        subcommands: [
          {
            names:
              'describe dump-package show-dependencies tools-version diagnose-api-breaking-changes show-executables completion-tool',
            does: { runs: 'project', why: 'the package manifest is code' },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
          {
            names: 'resolve update fetch',
            does: { runs: 'project', hosts: ['configured'], writes: ['Package.resolved', '.build'] },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
          { names: 'clean reset purge-cache', does: { deletes: ['.build'] }, otherFlags: 'harmless' },
          {
            names: 'init add-dependency add-target edit unedit config plugin',
            does: { writes: ['Package.swift'], runs: 'anything' },
            otherFlags: 'harmless',
            operands: { rest: 'text' },
          },
        ],
      },
      {
        names: 'format',
        otherFlags: 'harmless',
        flags: [{ names: '-i --in-place', operands: { rest: 'change' } }],
        operands: { rest: 'read' },
      },
      {
        names: 'repl sdk package-registry',
        does: { runs: 'anything' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      flagsEndAtOperand: true,
      does: { runs: 'anything', why: 'runs a script' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
    bare: { runs: 'anything' },
    example: 'build',
  },
  {
    names: 'swiftc clang clang++ gcc g++ cc c++ ld as ar lipo libtool strip ranlib objcopy',
    source: 'gcc(1), GCC 14; clang documentation; swiftc -help',
    grammar: 'single-dash',
    does: WRITES_HERE,
    otherFlags: 'harmless',
    flags: [
      { names: '-o --output -MF -MT', value: 'write' },
      {
        names: '-B -fplugin -load-plugin-library -specs -wrapper -fuse-ld -Xclang -load -Xfrontend',
        value: 'text',
        adds: { runs: 'anything', why: 'names a program or plugin to load' },
      },
      {
        names: '-W',
        value: 'text',
        choices: {
          '*plugin*': { runs: 'anything', why: 'loads a plugin' },
          '*dynamic-linker*': { runs: 'anything', why: 'names another loader' },
          'a,*': { unknown: 'options of the assembler' },
          'p,*': { unknown: 'options of the preprocessor' },
          'l,*-o*': { unknown: 'the linker writes elsewhere' },
          'l,*-Map*': { unknown: 'the linker writes a map' },
          '*': {},
        },
      },
      {
        names: '-Xassembler -Xpreprocessor -dumpdir',
        value: 'text',
        adds: { unknown: 'options of another program' },
      },
      { names: '-I -L -include -isystem -iquote -imacros', value: 'read' },
    ],
    stops: '--version -v --help -dumpversion',
    operands: { rest: 'read', choices: { '@*': { unknown: 'options stand in a file' } } },
    example: 'x.c',
  },
  {
    names: 'nm objdump otool readelf size addr2line c++filt dwarfdump elfdump',
    source: 'binutils 2.44 manuals; otool(1)',
    otherFlags: 'harmless',
    settings: '-j -m -M -b -e --exe -s -x -p',
    flags: [{ names: '--plugin', value: 'text', adds: { runs: 'anything', why: 'loads a plugin' } }],
    stops: '--version --help -V',
    operands: { rest: 'read', choices: { '@*': { unknown: 'options stand in a file' } } },
    example: 'x.o',
  },
  {
    names: 'ldd',
    source: 'ldd(1), which may run the program it is given',
    does: { runs: 'project', why: 'may run the program it is given' },
    otherFlags: 'harmless',
    stops: '--version --help',
    operands: { rest: 'program' },
    example: 'x',
  },
  {
    names: 'xcodebuild',
    source: 'xcodebuild(1), Xcode 16',
    grammar: 'single-dash',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    settings:
      '-scheme -target -configuration -destination -sdk -arch -only-testing -skip-testing -testPlan -toolchain',
    flags: [
      { names: '-project -workspace -xctestrun -xcconfig -exportOptionsPlist', value: 'program' },
      {
        names: '-derivedDataPath -archivePath -exportPath -resultBundlePath -clonedSourcePackagesDirPath',
        value: 'write',
      },
      {
        names: '-list -showBuildSettings -showsdks -showdestinations -version -checkFirstLaunchStatus',
        cancels: ['runs', 'writes'],
      },
      {
        names: '-allowProvisioningUpdates -exportArchive -exportNotarizedApp',
        adds: { hosts: ['configured'], sends: true },
      },
      {
        names: '-license -runFirstLaunch -downloadPlatform -downloadAllPlatforms',
        adds: { machine: true, privilege: true },
      },
      {
        names: '-skipPackagePluginValidation -skipMacroValidation',
        adds: { runs: 'anything', why: 'trusts plugins unseen' },
      },
    ],
    operands: { rest: 'text', choices: { '*=*': { unknown: 'a build setting can name programs' } } },
    example: '-list',
  },
  {
    names: 'xcrun',
    source: 'xcrun(1)',
    switches:
      '-v --verbose -f -n --no-cache -k --kill-cache -l --log --find --show-sdk-path --show-sdk-version --show-sdk-platform-path',
    settings: '--sdk --toolchain',
    stops: '--version -h --help',
    flags: [{ names: '-r --run' }, { names: '-f --find', value: 'text' }],
    flagsEndAtOperand: true,
    operands: { rest: 'command', none: {} },
    example: '--find swift',
  },
  {
    names: 'simctl',
    source: 'xcrun simctl help',
    subcommands: [
      {
        names: 'list help getenv listapps get_app_container',
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      does: { machine: true, runs: 'anything', why: 'controls a simulator' },
      otherFlags: 'harmless',
      operands: { rest: 'text' },
    },
  },
  {
    names: 'xcode-select',
    source: 'xcode-select(1)',
    stops: '-p --print-path -v --version -h --help',
    does: { machine: true, privilege: true, why: 'changes the developer tools of the machine' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'codesign notarytool altool stapler productbuild productsign pkgbuild pkgutil hdiutil',
    source: 'codesign(1), hdiutil(1), macOS 15',
    does: {},
    otherFlags: 'harmless',
    flags: [
      { names: '-d --display -v --verify -vv -dv -dvvv --assess --status', adds: {} },
      {
        names: '-s --sign -f --force --remove-signature --master-disable --add --global-disable',
        value: 'text',
        optional: true,
        adds: { machine: true, why: 'signs or trusts programs' },
      },
    ],
    subcommands: [
      {
        names: 'attach detach create convert resize compact burn mount unmount erasekeys',
        does: { machine: true, writes: ['.'], why: 'mounts or writes disk images' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      { names: 'info imageinfo pmap history log', otherFlags: 'harmless', operands: { rest: 'text' } },
      {
        names: 'submit store-credentials',
        does: CHANGES_SERVICE,
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
    ],
    otherSubcommand: {
      otherFlags: 'harmless',
      operands: { rest: 'read' },
      flags: [{ names: '-s --sign -f --force', value: 'text', optional: true, adds: { machine: true } }],
    },
  },
  {
    names: 'pod carthage tuist fastlane xcodegen swiftlint swiftformat mint xcbeautify xcpretty',
    source: 'documentation of the tools named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    stops: '--version version -h --help',
    flags: [
      { names: '--config', value: 'program' },
      { names: '--output', value: 'write' },
    ],
    subcommands: [
      {
        names: 'push trunk release deliver pilot match upload_to_testflight beta deploy supply',
        does: { runs: 'project', hosts: ['configured'], sends: true, why: 'publishes or changes signing' },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'install update setup bootstrap outdated repo',
        does: { runs: 'anything', hosts: ['configured'], writes: ['.'] },
        otherFlags: 'harmless',
        operands: { rest: 'text' },
      },
      {
        names: 'lint rules',
        does: { runs: 'project' },
        otherFlags: 'harmless',
        flags: [{ names: '--fix --autocorrect', adds: WRITES_HERE }],
        operands: { rest: 'read' },
      },
    ],
    otherSubcommand: { does: RUNS_PROJECT, otherFlags: 'harmless', operands: { rest: 'read' } },
  },
];
