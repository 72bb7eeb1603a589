// Installs what is missing: nothing where node_modules already matches the lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
const installed = join(root, 'node_modules/.installed-lock.json');

if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
  console.log('installing packages (better-sqlite3 may compile from source: about two minutes) ...');
  // Not `npm ci`: it refuses a lock file that lacks the optional binaries of other platforms, which is what npm writes where a
  // registry does not carry them. `--no-save` keeps the locked versions and leaves the lock file as it is.
  const options = ['install', '--no-save', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', options, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(installed, lock);
}
