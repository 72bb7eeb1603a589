import type { CommandDescription } from '../description.ts';

/** Editors, pagers and viewers: interactive, and able to start a shell. */
export const EDITORS: readonly CommandDescription[] = [
  {
    names:
      'vim vi nvim gvim view rvim vimtutor emacs emacsclient nano pico micro hx helix kak joe mcedit mc ranger nnn vifm',
    source: 'vim(1), emacs(1), nano(1)',
    does: { runs: 'anything', why: 'is interactive and can start a shell' },
    otherFlags: 'harmless',
    stops: '--version -version',
    operands: { rest: 'change' },
    example: 'file.txt',
  },
  {
    names: 'man info apropos whatis tldr cheat help',
    source: 'man(1), man-db 2.13; info(1)',
    otherFlags: 'harmless',
    settings: '-s -S --sections -L --locale -m --systems -e --extension -R --recode',
    flags: [
      { names: '-P --pager', value: 'shell' },
      {
        names: '-H --html',
        value: 'shell',
        optional: true,
        adds: { runs: 'anything', why: 'opens a browser' },
      },
      {
        names: '-C --config-file',
        value: 'read',
        adds: { runs: 'anything', why: 'loads another configuration' },
      },
      { names: '-M --manpath -l --local-file', value: 'read' },
      { names: '-p --preprocessor -T --troff-device', value: 'text' },
      { names: '-o --output', value: 'write' },
    ],
    stops: '--version -V --help',
    operands: {
      rest: 'text',
      // A page with a slash in its name is a file.
      choices: { '/*': { reads: ['/*'] }, '~*': { reads: ['~/*'] }, '../*': { reads: ['../*'] } },
    },
    example: 'ls',
  },
  {
    names: 'code code-insiders cursor windsurf zed subl idea webstorm pycharm goland atom mate bbedit xed',
    source: 'Visual Studio Code command line interface',
    does: { runs: 'anything', why: 'opens a program outside the terminal' },
    otherFlags: 'harmless',
    stops: '-v --version -h --help --list-extensions --status',
    flags: [{ names: '--list-extensions --show-versions', cancels: ['runs'] }],
    operands: { rest: 'read' },
    example: 'file.txt',
  },
  {
    names: 'glow mdcat pandoc',
    source: 'pandoc manual 3.6; glow documentation',
    otherFlags: 'harmless',
    settings: '-f --from -t --to -s --style -w --width -V --variable -M --metadata',
    flags: [
      { names: '-o --output --log --extract-media', value: 'write' },
      { names: '-L --lua-filter', value: 'program' },
      { names: '-F --filter', value: 'program', adds: { runs: 'anything', why: 'runs a filter' } },
      {
        names: '--pdf-engine',
        value: 'text',
        choices: {
          pdflatex: {},
          xelatex: {},
          lualatex: {},
          tectonic: {},
          latexmk: {},
          weasyprint: {},
          wkhtmltopdf: {},
          typst: {},
          context: {},
          '*': { runs: 'anything', why: 'names a program that is run' },
        },
      },
      {
        names: '--pdf-engine-opt',
        value: 'text',
        adds: { runs: 'anything', why: 'passes options to the engine' },
      },
      { names: '-H -A -B --template --css -c --defaults -d --bibliography --data-dir', value: 'read' },
      { names: '-p --pager', adds: { runs: 'anything' } },
    ],
    stops: '-v --version -h --help',
    operands: {
      rest: 'read',
      choices: { '*://*': { hosts: ['*'], sends: true, why: 'fetches from any host' } },
    },
    example: 'README.md',
  },
];
