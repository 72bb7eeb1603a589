import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { NOBODY } from './sandbox.mjs';

/** Where the client sees its home, whatever folder that is outside. */
export const HOME = '/home/dev';

/** Builds the folders, files and settings of one group below `base`; returns where they are. */
export function buildHome(group, base) {
  rmSync(base, { recursive: true, force: true });
  const home = join(base, 'home');
  const cwd = join(home, group.cwd ?? 'proj');
  mkdirSync(join(home, '.claude'), { recursive: true });
  mkdirSync(cwd, { recursive: true });
  for (const [path, content] of Object.entries(group.layout ?? {})) plant(join(home, path), content);
  const files = {
    user: join(home, '.claude/settings.json'),
    project: join(cwd, '.claude/settings.json'),
    local: join(cwd, '.claude/settings.local.json'),
    flag: join(base, 'flag.json'),
    managed: join(base, 'managed/managed-settings.json'),
  };
  for (const [scope, settings] of Object.entries(group.settings ?? {})) write(files[scope], settings);
  write(
    join(home, '.claude/.claude.json'),
    stateOf(join(HOME, group.cwd ?? 'proj'), group.trusted !== false),
  );
  if (group.git !== false)
    spawnSync('git', ['init', '-q', '-b', 'main'], { cwd, env: { PATH: process.env.PATH, HOME: home } });
  giveAway(base);
  return {
    home,
    cwd: join(HOME, group.cwd ?? 'proj'),
    managed: join(base, 'managed'),
    flag: group.settings?.flag && files.flag,
  };
}

/** A folder (`null`), a symbolic link, or a file. */
function plant(path, content) {
  if (content === null) mkdirSync(path, { recursive: true });
  else {
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'object') symlinkSync(content.symlink, path);
    else writeFileSync(path, content);
  }
}

function write(path, value) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(value));
}

/** The client's state: no greeting, and whether the folder is trusted. */
function stateOf(cwd, trusted) {
  return {
    hasCompletedOnboarding: true,
    theme: 'dark',
    numStartups: 5,
    bypassPermissionsModeAccepted: true,
    projects: { [cwd]: { hasTrustDialogAccepted: trusted, hasCompletedProjectOnboarding: true } },
  };
}

function giveAway(base) {
  chownSync(base, NOBODY, NOBODY);
  for (const entry of readdirSync(base, { recursive: true })) lchownSync(join(base, entry), NOBODY, NOBODY);
}
