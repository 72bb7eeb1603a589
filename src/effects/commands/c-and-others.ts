import type { CommandDescription, Gain } from '../description.ts';
import { CHANGES_SERVICE, INSTALLS, INSTALLS_GLOBALLY, OPENS_PROMPT, RUNS_PROJECT } from './gains.ts';

const PUBLISHES: Gain = { ...CHANGES_SERVICE, why: 'publishes to a registry' };

/** C and C++, smaller languages. */
export const C_AND_OTHERS: readonly CommandDescription[] = [
  {
    names:
      'cmake ctest cpack meson ninja autoconf automake autoreconf configure scons xmake conan vcpkg premake',
    source: 'CMake documentation, 4.0; meson and ninja manuals',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    settings: '-j --parallel --config --target -t -G -R -E -k -l',
    flags: [
      { names: '-B --prefix --install-prefix -O --output-log --output-junit', value: 'write' },
      { names: '-S -C -H --preset --toolchain -f', value: 'program' },
      { names: '-P', value: 'program' },
      {
        names: '-D',
        value: 'text',
        choices: {
          '*LAUNCHER*': { runs: 'anything', why: 'runs the compiler through a program' },
          '*COMPILER*': { runs: 'anything', why: 'names another compiler' },
          '*TOOLCHAIN*': { runs: 'anything' },
          '*PROGRAM*': { runs: 'anything' },
          '*INCLUDE=*': { runs: 'anything', why: 'includes another script' },
          '*INCLUDE_BEFORE*': { runs: 'anything', why: 'includes another script' },
          '*MODULE_PATH*': { runs: 'anything', why: 'loads modules of another folder' },
          '*': {},
        },
      },
      { names: '-E', value: 'text', adds: { unknown: 'a tool of cmake: copies, removes or runs' } },
      { names: '--install -i', adds: { machine: true, why: 'installs outside the project' } },
    ],
    stops: '--version --help -h',
    operands: { rest: 'read', choices: { install: { machine: true }, upload: PUBLISHES } },
  },
  {
    names: 'clang-format clang-tidy cppcheck cpplint include-what-you-use',
    source: 'clang-format documentation, 20',
    otherFlags: 'harmless',
    settings: '--style -style --lines --assume-filename --checks -checks --enable --std',
    flags: [
      { names: '-i --fix -fix --fix-errors', operands: { rest: 'change' } },
      { names: '--load -load', value: 'program' },
      { names: '-o --output-file --export-fixes', value: 'write' },
      { names: '-p --project --config-file', value: 'read' },
    ],
    stops: '--version --help',
    operands: { rest: 'read' },
    example: 'x.c',
  },
  {
    names:
      'zig nim crystal v odin ocamlfind dune opam stack cabal ghc elm spago purs rescript idris2 agda lean lake coqc',
    source: 'documentation of the languages named',
    does: RUNS_PROJECT,
    otherFlags: 'harmless',
    flags: [
      { names: '-o --output', value: 'write' },
      { names: '-e --eval', value: 'code' },
    ],
    stops: '--version -V version --help -h',
    operands: {
      rest: 'text',
      choices: {
        install: INSTALLS,
        publish: PUBLISHES,
        upload: PUBLISHES,
        exec: { runs: 'anything' },
        eval: { runs: 'anything' },
        repl: OPENS_PROMPT,
        upgrade: INSTALLS_GLOBALLY,
      },
    },
  },
];
