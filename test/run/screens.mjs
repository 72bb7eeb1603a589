// Renders the README's pictures from a real run: the built program in a real terminal (tmux) on the samples.
// Usage: node test/run/screens.mjs [folder for the pictures] - `PRECEDENT_BIN` names another build.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const COLUMNS = 100;
const ROWS = 30;
const root = resolve(import.meta.dirname, '../..');
const samples = join(root, 'samples');
const program = process.env.PRECEDENT_BIN ?? join(root, 'dist/cli/bin.js');
const pictures = resolve(process.argv[2] ?? join(samples, 'pictures'));
const folder = join(realpathSync(tmpdir()), 'precedent-pictures');
const project = join(folder, 'shop');
const socket = `precedent-pictures-${process.pid}`;

/** What is pressed before each picture, and what the screen then shows. */
const SCENES = [
  { name: 'plan', keys: [], shows: /elsewhere/ },
  { name: 'ladder', keys: ['j', 'j', 'j', 'Enter'], shows: /proposed/ },
  { name: 'evidence', keys: ['v'], shows: /let by/ },
  { name: 'stays', keys: ['Tab'], shows: /stays/ },
  { name: 'diff', keys: ['Escape', 'g', 'a', 'j', 'a', 'D'], shows: /enter writes/ },
  { name: 'attention', keys: ['Tab'], shows: /prompts a day/ },
  { name: 'now', keys: ['Tab'], shows: /of the last/ },
  { name: 'keys', keys: ['?'], shows: /these keys/ },
];

/** By SGR code; the interface uses cyan and magenta only. */
const COLOURS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 35: '#e29bf0', 36: '#56d4dd' };
const ESC = '\u001b';
const PLAIN = { colour: undefined, bold: false, dim: false };

layOut();
try {
  open();
  for (const { name, keys, shows } of SCENES) {
    for (const key of keys) press(key);
    writeFileSync(join(pictures, `${name}.svg`), svgOf(await screenThat(shows)));
    console.log(join(pictures, `${name}.svg`));
  }
} finally {
  spawnSync('tmux', ['-L', socket, 'kill-server']);
}

function layOut() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  cpSync(join(samples, 'shop'), project, { recursive: true });
  spawnSync('git', ['init', '-q', project]);
  for (const sample of readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const file of readdirSync(join(samples, sample.name)).filter((name) => name.endsWith('.jsonl'))) {
      const session = readFileSync(join(samples, sample.name, file), 'utf8');
      mkdirSync(join(folder, 'transcripts', sample.name), { recursive: true });
      const place = join(folder, 'transcripts', sample.name, file);
      writeFileSync(place, session.replaceAll('/home/dev/shop', project));
    }
  }
}

function open() {
  const learn = `learn --transcripts ${join(folder, 'transcripts')} --store ${join(folder, 'store')} --project ${project}`;
  const variables = [
    '-e',
    `HOME=${folder}`,
    '-e',
    `CLAUDE_CONFIG_DIR=${join(folder, 'config')}`,
    '-e',
    'LC_ALL=C.UTF-8',
  ];
  tmux(
    'new-session',
    '-d',
    '-x',
    `${COLUMNS}`,
    '-y',
    `${ROWS}`,
    ...variables,
    `${process.execPath} ${program} ${learn}`,
  );
}

function press(key) {
  tmux('send-keys', key);
  spawnSync('sleep', ['0.3']);
}

function tmux(...args) {
  const run = spawnSync('tmux', ['-u', '-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`tmux ${args[0]}: ${run.stderr}`);
  return run.stdout;
}

async function screenThat(shows) {
  for (let tries = 0; tries < 200; tries++) {
    if (shows.test(tmux('capture-pane', '-p'))) return tmux('capture-pane', '-p', '-e');
    await new Promise((resolved) => setTimeout(resolved, 200));
  }
  throw new Error(`the screen never showed ${shows}:\n${tmux('capture-pane', '-p')}`);
}

/** A capture with its colours as a picture; every run of text is pinned to its columns. */
function svgOf(capture) {
  const [cell, line, edge] = [8.4, 18, 14];
  const [width, height] = [COLUMNS * cell + 2 * edge, ROWS * line + 2 * edge];
  let look = PLAIN;
  const texts = capture.split('\n').flatMap((row, at) => {
    const { runs, style } = runsOf(row, look);
    look = style;
    return runs.map(({ text, column, style }) => {
      const place = `x="${(edge + column * cell).toFixed(1)}" y="${edge + at * line + 13}"`;
      const length = `textLength="${([...text].length * cell).toFixed(1)}" lengthAdjust="spacingAndGlyphs"`;
      return `<text ${place} ${length}${attributes(style)}>${escaped(text)}</text>`;
    });
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" fill="#d0d7de" xml:space="preserve">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#10151c"/>`,
    ...texts,
    '</svg>\n',
  ].join('\n');
}

/** The runs of one look in a row of the capture, blanks left out; tmux says a look only where it changes, also across rows. */
function runsOf(row, look) {
  const runs = [];
  let style = look;
  let column = 0;
  for (const [at, part] of row.split(`${ESC}[`).entries()) {
    const end = at === 0 ? -1 : part.indexOf('m');
    if (end >= 0) style = part.slice(0, end).split(';').reduce(restyled, style);
    const piece = part.slice(end + 1);
    for (const word of piece.matchAll(/\S+(?: \S+)*/g)) {
      const before = [...piece.slice(0, word.index)].length;
      runs.push({ text: word[0], column: column + before, style });
    }
    column += [...piece].length;
  }
  return { runs, style };
}

function restyled(style, code) {
  if (code === '' || code === '0') return PLAIN;
  if (code === '1') return { ...style, bold: true };
  if (code === '2') return { ...style, dim: true };
  if (code === '22') return { ...style, bold: false, dim: false };
  if (code === '39') return { ...style, colour: undefined };
  return COLOURS[code] === undefined ? style : { ...style, colour: COLOURS[code] };
}

function attributes({ colour, bold, dim }) {
  return [
    colour === undefined ? '' : ` fill="${colour}"`,
    bold ? ' font-weight="700"' : '',
    dim ? ' opacity="0.62"' : '',
  ].join('');
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
