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
        'ephemeral:*': { deletes: ['.'] },
        'https:*': { hosts: ['*'] },
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
      { names: '-i', value: 'read' },
      {
        names:
          '-f -c -vf -af -filter_complex -ss -t -to -r -s -b -c:v -c:a -map -v -loglevel -show_entries -of -select_streams -vframes -q:v -crf -preset -pix_fmt',
        value: 'text',
      },
      { names: '-y', adds: { loses: true, why: 'overwrites without asking' } },
    ],
    operands: { rest: 'write' },
    stops: '-version -h',
    example: '-i a.mp4 b.mp4',
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
    names:
      'exiftool mediainfo pdftotext pdfinfo pdftoppm qpdf gs tesseract inkscape rsvg-convert cwebp dwebp optipng pngquant jpegoptim svgo gifsicle potrace dot plantuml mmdc d2 latex pdflatex xelatex latexmk typst asciidoctor libreoffice soffice wkhtmltopdf chromium google-chrome chrome firefox',
    source: 'documentation of the programs named',
    does: { writes: ['.'], runs: 'project', why: 'writes files; documents can carry code' },
    otherFlags: 'harmless',
    flags: [
      { names: '-o --output --outdir -out', value: 'write' },
      { names: '-shell-escape --shell-escape --enable-write18', adds: { runs: 'anything' } },
      { names: '-config -execute', value: 'program' },
    ],
    stops: '--version -version -v -h --help -ver',
    operands: { rest: 'read' },
  },
];
