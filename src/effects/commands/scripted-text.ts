import type { CommandDescription, Flag, Gain, Operands } from '../description.ts';
import { RUNS_ANYTHING } from './gains.ts';

const YQ_FLAGS: readonly Flag[] = [
  { names: '-i --inplace --in-place', operands: { rest: 'change' } },
  {
    names: '-s --split-exp',
    value: 'text',
    adds: { writes: ['.'], why: 'writes each result to a file that the data names' },
    choices: { '*/*': { unknown: 'the expression names the files' }, '*': {} },
  },
  { names: '--from-file --split-exp-file', value: 'read', operands: { first: [] } },
  {
    names:
      '-p --input-format -o --output-format --indent -I --expression --xml-attribute-prefix --front-matter',
    value: 'text',
  },
];

const SECRET_FILE: Gain = { reveals: 'a file of secrets' };

/** A first word that is a file is read; any other is the program. */
const YQ_OPERANDS: Operands = {
  first: ['jq'],
  rest: 'read',
  choices: {
    '.env': SECRET_FILE,
    '.env.*': SECRET_FILE,
    '.npmrc': SECRET_FILE,
    '*/*.y*ml': {},
    '/*': { reads: ['/*'] },
    '~*': { reads: ['~/*'] },
    '../*': { reads: ['../*'] },
  },
};

/** Programs whose first argument is a program in a small language: sed, awk, jq, yq. */
export const SCRIPTED_TEXT: readonly CommandDescription[] = [
  {
    names: 'sed gsed',
    source: 'sed(1), GNU sed 4.9; sed(1), macOS 15',
    switches:
      '-n --quiet --silent --debug -E -r --regexp-extended --posix -u --unbuffered -z --null-data --sandbox --follow-symlinks -s --separate -a -l',
    settings: '--line-length',
    flags: [
      { names: '-e --expression', value: 'sed', operands: { first: [] } },
      {
        names: '-f --file',
        value: 'read',
        operands: { first: [] },
        adds: { unknown: 'the script is in a file' },
      },
      { names: '-i --in-place', value: 'text', optional: true, operands: { rest: 'change' } },
      { names: '-I', value: 'text', operands: { rest: 'change' } },
    ],
    stops: '--help --version',
    operands: { first: ['sed'], rest: 'read' },
    example: '-n 1p file.txt',
  },
  {
    names: 'awk gawk mawk nawk',
    source: 'awk(1p), POSIX.1-2024; gawk(1), gawk 5.3',
    switches:
      '-b -c -C -g -h -I -k -L -M -n -N -O -P -r -s -S -t -V --characters-as-bytes --traditional --copyright --gen-pot --re-interval --posix --sandbox --bignum --csv --lint --optimize --no-optimize --use-lc-numeric --non-decimal-data',
    settings: '-F --field-separator -v --assign',
    flags: [
      {
        names: '-f --file -E --exec',
        value: 'read',
        operands: { first: [] },
        adds: { unknown: 'the program is in a file' },
      },
      { names: '-e --source', value: 'awk', operands: { first: [] } },
      { names: '-i --include -l --load', value: 'read', adds: RUNS_ANYTHING },
      {
        names: '-o --pretty-print -p --profile -d --dump-variables',
        value: 'write',
        optional: true,
        adds: { writes: ['.'] },
      },
      { names: '-D --debug', value: 'text', optional: true, adds: RUNS_ANYTHING },
    ],
    stops: '--version --help',
    flagsEndAtOperand: true,
    operands: { first: ['awk'], rest: 'read', assignments: {} },
    example: '{print} file.txt',
  },
  {
    names: 'jq gojq jaq',
    source: 'jq manual, 1.7',
    switches:
      '-n --null-input -R --raw-input -s --slurp -c --compact-output -r --raw-output --raw-output0 -j --join-output -a --ascii-output -S --sort-keys -C --color-output -M --monochrome-output --tab --unbuffered --stream --stream-errors --seq -e --exit-status -b --binary',
    settings: '--indent',
    flags: [
      { names: '-f --from-file', value: 'read', operands: { first: [] } },
      { names: '-L --library-path', value: 'read' },
      { names: '--arg --argjson', values: ['text', 'text'] },
      { names: '--slurpfile --rawfile --argfile', values: ['text', 'read'] },
      { names: '--args --jsonargs', operands: { rest: 'text' } },
    ],
    stops: '-h --help -V --version --build-configuration',
    operands: { first: ['jq'], rest: 'read' },
    example: '. file.json',
  },
  {
    names: 'yq',
    source: 'yq documentation, mikefarah 4.45',
    grammar: 'pflag',
    flagsAnywhere: true,
    otherFlags: 'harmless',
    stops: '-h --help -V --version',
    flags: YQ_FLAGS,
    subcommands: [
      {
        names: 'eval e eval-all ea',
        otherFlags: 'harmless',
        flags: YQ_FLAGS,
        operands: YQ_OPERANDS,
      },
    ],
    otherSubcommand: { otherFlags: 'harmless', flags: YQ_FLAGS, operands: YQ_OPERANDS },
    example: '. file.yaml',
  },
  {
    names: 'dasel',
    source: 'dasel documentation, 2.8',
    grammar: 'pflag',
    otherFlags: 'harmless',
    settings: '-r --read -w --write -s --selector -t --type -v --value -p --parser',
    flags: [
      { names: '-f --file', value: 'read' },
      { names: '-o --out', value: 'write' },
    ],
    flagsAnywhere: true,
    subcommands: [
      {
        names: 'put delete',
        otherFlags: 'harmless',
        flags: [
          { names: '-f --file', value: 'change' },
          { names: '-o --out', value: 'write' },
        ],
        operands: { rest: 'text' },
      },
      { names: 'select validate man completion', otherFlags: 'harmless', operands: { rest: 'text' } },
    ],
    otherSubcommand: { otherFlags: 'harmless', operands: { rest: 'text' } },
    stops: '-h --help --version',
  },
  {
    names: 'gron fx xmllint xq tomlq htmlq pup xsltproc',
    source: 'documentation of the programs named; xmllint(1), xsltproc(1)',
    otherFlags: 'harmless',
    settings: '-f --file -r --read -w --xpath --stringparam --param',
    flags: [
      { names: '--output -o', value: 'write' },
      {
        names: '--noent --xinclude --loaddtd --dtdattr --path --catalogs --load-trace',
        adds: { unknown: 'the document names further files' },
      },
      { names: '-i --in-place', operands: { rest: 'change' } },
      { names: '--shell', adds: { runs: 'anything', why: 'opens a prompt that writes files' } },
    ],
    operands: {
      rest: 'read',
      choices: { '*://*': { hosts: ['*'], sends: true, why: 'fetches from any host' } },
    },
  },
  {
    names: 'envsubst',
    source: 'envsubst(1)',
    does: { reveals: 'the environment' },
    otherFlags: 'harmless',
    operands: { rest: 'text' },
  },
  {
    names: 'm4 gm4',
    source: 'm4(1)',
    does: { runs: 'anything', why: 'its macros can run commands' },
    otherFlags: 'harmless',
    stops: '--help --version',
    operands: { rest: 'read' },
  },
  {
    names: 'mlr csvcut csvgrep csvlook csvsort xsv qsv csvtk',
    source: 'Miller documentation; csvkit documentation',
    otherFlags: 'harmless',
    flags: [
      { names: '-o --output', value: 'write' },
      { names: '-I', adds: { writes: ['.'] } },
      {
        names: '--prepipe --prepipex --ofmt --load --mload',
        value: 'shell',
        adds: { runs: 'anything', why: 'runs a command on every file' },
      },
    ],
    operands: {
      rest: 'read',
      choices: {
        '*system(*': { runs: 'anything', why: 'runs a command from the program' },
        '*exec(*': { runs: 'anything', why: 'runs a command from the program' },
        '*os_type(*': {},
        '*ENV[*': { reveals: 'the environment' },
        '*tee >*': { unknown: 'the program names files' },
        '*print >*': { unknown: 'the program names files' },
        '*emit >*': { unknown: 'the program names files' },
        '*dump >*': { unknown: 'the program names files' },
        tee: { unknown: 'writes a file that a verb names' },
        split: { writes: ['.'] },
      },
    },
  },
];
