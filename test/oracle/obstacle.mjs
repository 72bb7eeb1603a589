import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Why the real client cannot be asked on this machine, or undefined where it can. */
export function obstacle() {
  if (process.platform !== 'linux') return 'it needs Linux namespaces';
  if (process.getuid?.() !== 0) return 'it needs root, for the namespaces that shut the client in';
  for (const tool of ['unshare', 'setpriv', 'ip', 'mount']) {
    if (spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0) return `\`${tool}\` is not installed`;
  }
  if (spawnSync('unshare', ['-n', '-m', 'true']).status !== 0)
    return 'this system allows no network namespaces';
  return undefined;
}

/** Installs a client version below `folder`; returns its program, or undefined where no registry has it. */
export function installClient(folder, version) {
  const prefix = `${folder}/${version}`;
  const program = `${prefix}/node_modules/.bin/claude`;
  if (existsSync(program)) return program;
  const wanted = `@anthropic-ai/claude-code@${version}`;
  spawnSync('npm', [
    'install',
    '--silent',
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--prefix',
    prefix,
    wanted,
  ]);
  return existsSync(program) ? program : undefined;
}
