// The main job on the samples, in a throw-away copy of the sample project: nothing outside a temporary folder is touched.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const samples = import.meta.dirname;
const program = resolve(samples, '../dist/cli/bin.js');
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'precedent-demo-'));
const project = join(folder, 'shop');
const transcripts = join(folder, 'transcripts');
const store = join(folder, 'store');

cpSync(join(samples, 'shop'), project, { recursive: true });
spawnSync('git', ['init', '-q', project]);
for (const sample of readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  for (const name of readdirSync(join(samples, sample.name)).filter((file) => file.endsWith('.jsonl'))) {
    mkdirSync(join(transcripts, sample.name), { recursive: true });
    const session = readFileSync(join(samples, sample.name, name), 'utf8');
    writeFileSync(join(transcripts, sample.name, name), session.replaceAll('/home/dev/shop', project));
  }
}

const common = ['--store', store];
if (process.stdin.isTTY && process.stdout.isTTY) {
  run('learn', '--transcripts', transcripts, '--project', project, ...common);
} else {
  run('learn', '--once', '--transcripts', transcripts, ...common);
  run('propose', '--project', project, ...common);
  run('diff', '--all-proposed', '--project', project, ...common);
}
console.log(`\nThe demo's files are in ${folder}. On your own sessions:\n`);
console.log(`  node ${join('dist', 'cli', 'bin.js')} learn        (installed as a package: precedent learn)`);

function run(...words) {
  console.log(`\n$ precedent ${words.map((word) => word.replace(`${folder}/`, '')).join(' ')}`);
  const { status, error } = spawnSync(process.execPath, [program, ...words], {
    cwd: project,
    stdio: 'inherit',
    env: { ...process.env, HOME: folder, CLAUDE_CONFIG_DIR: join(folder, 'config') },
  });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
