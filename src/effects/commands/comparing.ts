import type { CommandDescription, Gain } from '../description.ts';

const NAMED_BY_PATCH: Gain = { unknown: 'the patch names the files that are changed' };

/** Programs that compare files, cut them up and put differences back. */
export const COMPARING: readonly CommandDescription[] = [
  {
    names: 'diff gdiff colordiff wdiff icdiff difft',
    source: 'diff(1), diffutils 3.10; difft documentation',
    otherFlags: 'harmless',
    settings:
      '-W --width -F --show-function-line --label -x --exclude -I --ignore-matching-lines --horizon-lines --color --palette --tabsize --line-format --unchanged-line-format --old-line-format --new-line-format --old-group-format --new-group-format --unchanged-group-format --changed-group-format -D --ifdef --context',
    flags: [
      { names: '-X --exclude-from --from-file --to-file -S --starting-file', value: 'read' },
      { names: '-U --unified -C', value: 'text', optional: true },
    ],
    stops: '--help --version',
    operands: { rest: 'read' },
    example: 'a.txt b.txt',
  },
  {
    names: 'diff3 sdiff',
    source: 'diff3(1), sdiff(1), diffutils 3.10',
    otherFlags: 'harmless',
    settings: '-w --width -L --label -I --ignore-matching-lines --tabsize',
    flags: [
      { names: '-o --output', value: 'write', adds: { runs: 'anything', why: 'merges in an editor' } },
      { names: '--diff-program', value: 'program', adds: { runs: 'anything', why: 'runs another program' } },
    ],
    stops: '--help --version -v',
    operands: { rest: 'read' },
    example: 'a.txt b.txt',
  },
  {
    names: 'vimdiff nvimdiff',
    source: 'vimdiff(1)',
    does: { runs: 'anything', why: 'is interactive and can start a shell' },
    otherFlags: 'harmless',
    operands: { rest: 'change' },
    example: 'a.txt b.txt',
  },
  {
    names: 'cmp',
    source: 'cmp(1), diffutils 3.10',
    switches: '-b --print-bytes -l --verbose -s --quiet --silent',
    settings: '-i --ignore-initial -n --bytes',
    stops: '--help --version -v',
    operands: { first: ['read', 'read'], rest: 'text' },
    example: 'a.txt b.txt',
  },
  {
    names: 'patch gpatch',
    source: 'patch(1), patch 2.7',
    does: { writes: ['.'] },
    otherFlags: 'harmless',
    settings:
      '-p --strip -F --fuzz -V --version-control -B --prefix -z --suffix -Y --basename-prefix -g --get -D --ifdef --quoting-style --reject-format',
    flags: [
      { names: '-i --input', value: 'read' },
      { names: '-o --output -r --reject-file', value: 'write' },
      { names: '-d --directory', value: 'directory' },
      { names: '-e --ed', adds: { runs: 'anything', why: 'feeds the patch to ed, which can run commands' } },
      { names: '-g --get', value: 'text', adds: { runs: 'anything' } },
      { names: '--dry-run -C --check', cancels: ['writes'], operands: { none: {}, some: {} } },
    ],
    stops: '-v --version --help',
    operands: { first: ['change', 'read'], none: NAMED_BY_PATCH, some: NAMED_BY_PATCH },
  },
  {
    names: 'csplit split gsplit',
    source: 'split(1), csplit(1), coreutils 9.5',
    does: { writes: ['.'] },
    otherFlags: 'harmless',
    settings:
      '-a --suffix-length -b --bytes -C --line-bytes -l --lines -n --number -t --separator --additional-suffix',
    flags: [
      { names: '--filter', value: 'shell' },
      { names: '-f --prefix', value: 'write' },
    ],
    operands: { first: ['read', 'write'], rest: 'text' },
    example: 'file.txt',
  },
];
