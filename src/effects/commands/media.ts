import type { CommandDescription } from '../description.ts';

/** Images, sound, film, fonts, documents. */
export const MEDIA: readonly CommandDescription[] = [
  {
    names: 'convert magick mogrify montage composite identify gm',
    source: 'ImageMagick documentation, 7',
    grammar: 'single-dash',
    does: { writes: ['.'] },
    otherFlags: 'harmless',
    operands: {
      first: ['read'],
      rest: 'read',
      last: 'write',
      choices: {
        '@*': { unknown: 'reads a list of files' },
        'msl:*': { runs: 'anything' },
        '|*': { runs: 'anything', why: 'writes to a command' },
        '*.mvg': { unknown: 'a drawing can name other files' },
        '*.msl': { runs: 'anything' },
        'text:*': { unknown: 'reads any file as text' },
        'label:@*': { unknown: 'reads a list of files' },
        'caption:@*': { unknown: 'reads a list of files' },
        'http:*': { hosts: ['*'], sends: true },
        'ftp:*': { hosts: ['*'], sends: true },
        'ephemeral:*': { deletes: ['.'] },
        'https:*': { hosts: ['*'], sends: true },
      },
    },
    example: 'a.png b.png',
  },
  {
    names: 'ffmpeg ffprobe ffplay sox',
    source: 'ffmpeg documentation, 7',
    grammar: 'single-dash',
    otherFlags: 'harmless',
    flags: [
      {
        names: '-i',
        value: 'read',
        choices: {
          '*://*': { hosts: ['*'], sends: true, why: 'fetches from any host' },
          'concat:*': { unknown: 'the list names files' },
          '*movie=*': { unknown: 'the filter names files' },
          'subfile*': { unknown: 'the list names files' },
          'data:*': {},
          '*.m3u8': { unknown: 'the list names files and addresses' },
          '*': {},
        },
      },
      { names: '-report', adds: { writes: ['.'] } },
      {
        names:
          '-f -c -vf -af -filter_complex -ss -t -to -r -s -b -c:v -c:a -map -v -loglevel -show_entries -of -select_streams -vframes -q:v -crf -preset -pix_fmt',
        value: 'text',
      },
      { names: '-y', adds: { loses: true, why: 'overwrites without asking' } },
    ],
    operands: {
      rest: 'write',
      choices: {
        '*://*': { hosts: ['*'], sends: true, why: 'sends to another host' },
        'tee:*': { unknown: 'writes several files' },
      },
    },
    stops: '-version -h',
    example: '-i a.mp4 b.mp4',
  },
  {
    names: 'chromium google-chrome chrome firefox wkhtmltopdf wkhtmltoimage',
    source: 'documentation of the browsers named',
    does: { runs: 'anything', hosts: ['*'], why: 'opens pages, which can come from anywhere' },
    otherFlags: 'harmless',
    stops: '--version -V -h --help',
    operands: { rest: 'text' },
  },
  {
    names: 'sips iconutil qlmanage',
    source: 'sips(1), macOS 15',
    does: { writes: ['.'] },
    otherFlags: 'harmless',
    flags: [{ names: '-o --out -output', value: 'write' }],
    operands: { rest: 'read' },
  },
  {
    names: 'gs ghostscript',
    source: 'Ghostscript documentation, 10',
    does: { writes: ['.'], runs: 'project', why: 'writes files; documents can carry code' },
    otherFlags: 'harmless',
    flags: [
      { names: '-dNOSAFER -dDELAYSAFER', adds: { runs: 'anything', why: 'lets the document run programs' } },
      { names: '-c', value: 'code' },
      {
        names: '-s',
        value: 'text',
        choices: {
          'OutputFile=/*': { writes: ['/*'] },
          'OutputFile=~*': { writes: ['~/*'] },
          'OutputFile=../*': { writes: ['../*'] },
          'OutputFile=%*': { runs: 'anything', why: 'writes to a command' },
          'OutputFile=|*': { runs: 'anything', why: 'writes to a command' },
          '*': {},
        },
      },
      { names: '-o', value: 'write' },
    ],
    stops: '--version -h --help -v',
    operands: { rest: 'read', choices: { '@*': { unknown: 'options stand in a file' } } },
    example: 'x.pdf',
  },
  {
    names: 'exiftool',
    source: 'exiftool(1), ExifTool 13',
    grammar: 'single-dash',
    otherFlags: 'harmless',
    flags: [
      {
        names: '-api -charset -d -c -ext -x -i -lang -sep',
        value: 'text',
      },
      {
        names: '-if -if0 -if1 -if2 -if3 -if4 -if5 -p -userParam',
        value: 'code',
        adds: { runs: 'anything', why: 'its expressions are Perl' },
      },
      { names: '-config -use', value: 'read', adds: { runs: 'anything', why: 'its configuration is Perl' } },
      { names: '-@ -execute -stay_open -geotag -csv -json -tagsFromFile', value: 'read' },
      { names: '-o -w -W -w! -w+', value: 'write' },
      {
        names: '-overwrite_original -delete_original -restore_original',
        adds: { loses: true, writes: ['.'] },
      },
    ],
    stops: '-ver',
    operands: { rest: 'change' },
    example: 'a.jpg',
  },
  {
    names: 'latex pdflatex xelatex lualatex tex pdftex latexmk bibtex biber dvips',
    source: 'documentation of TeX Live, 2025; latexmk(1)',
    does: { writes: ['.'], runs: 'project', why: 'writes files; documents can carry code' },
    otherFlags: 'harmless',
    flags: [
      {
        names:
          '-shell-escape --shell-escape -enable-write18 --enable-write18 -shell-restricted -e -r -pdflatex -latex -lualatex --lua -fmt -cnf-line',
        adds: { runs: 'anything', why: 'runs given commands' },
      },
      {
        names: '-output-directory --output-directory -outdir -aux-directory -auxdir -jobname -recorder-file',
        value: 'write',
      },
      { names: '-o', value: 'write' },
    ],
    stops: '--version -version -v -h --help',
    operands: { rest: 'read', choices: { '\\*': { runs: 'anything', why: 'runs TeX text' } } },
    example: 'x.tex',
  },
  {
    names:
      'mediainfo pdftotext pdfinfo pdftoppm qpdf tesseract inkscape rsvg-convert cwebp dwebp optipng pngquant jpegoptim svgo gifsicle potrace dot plantuml mmdc d2 typst asciidoctor libreoffice soffice',
    source: 'documentation of the programs named',
    does: { writes: ['.'], runs: 'project', why: 'writes files; documents can carry code' },
    otherFlags: 'harmless',
    flags: [
      { names: '-o --output --outdir -out', value: 'write' },
      { names: '-config -execute', value: 'program' },
    ],
    stops: '--version -version -v -h --help -ver',
    operands: { rest: 'read' },
  },
];
