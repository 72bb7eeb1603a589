import { oddPathWhy } from './odd-path.ts';
import { allPaths, type Place } from './place.ts';

/**
 * Directories that no allow rule and no mode but bypassPermissions opens for writing, at any depth and in any case
 * (documentation: permission modes, protected paths; recorded from clients 2.1.197 and 2.1.330).
 */
export const PROTECTED_DIRECTORIES: readonly string[] = [
  '.git',
  '.config/git',
  '.vscode',
  '.idea',
  '.husky',
  '.cargo',
  '.devcontainer',
  '.yarn',
  '.mvn',
  '.claude',
];

/** Files that are protected like these directories, by name. */
export const PROTECTED_FILES: ReadonlySet<string> = new Set([
  '.gitconfig',
  '.gitmodules',
  '.bashrc',
  '.bash_profile',
  '.bash_login',
  '.bash_aliases',
  '.bash_logout',
  '.zshrc',
  '.zprofile',
  '.zshenv',
  '.zlogin',
  '.zlogout',
  '.profile',
  '.envrc',
  '.npmrc',
  '.yarnrc',
  '.yarnrc.yml',
  '.pnp.cjs',
  '.pnp.loader.mjs',
  '.pnpmfile.cjs',
  'bunfig.toml',
  '.bunfig.toml',
  '.bazelrc',
  '.bazelversion',
  '.bazeliskrc',
  '.pre-commit-config.yaml',
  'lefthook.yml',
  'lefthook.yaml',
  '.lefthook.yml',
  '.lefthook.yaml',
  'gradle-wrapper.properties',
  'maven-wrapper.properties',
  '.devcontainer.json',
  '.ripgreprc',
  'pyrightconfig.json',
  '.mcp.json',
  '.claude.json',
]);

/** Parts of a protected directory that are ordinary again. */
const OPEN_AGAIN: readonly string[] = ['.claude/worktrees'];

/** Why writing to a place is protected, or undefined where it is not. */
export function protectedWhy(place: Place): string | undefined {
  for (const path of allPaths(place)) {
    const why = pathProtectedWhy(path.toLowerCase()) ?? oddPathWhy(path);
    if (why !== undefined) return why;
  }
  return undefined;
}

function pathProtectedWhy(path: string): string | undefined {
  const inside = `${path}/`;
  const open = OPEN_AGAIN.find((part) => inside.includes(`/${part}/`));
  const directory = PROTECTED_DIRECTORIES.find(
    (part) => inside.includes(`/${part}/`) && !(open?.startsWith(`${part}/`) ?? false),
  );
  if (directory !== undefined) return `${directory}/ is protected`;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return PROTECTED_FILES.has(name) ? `${name} is protected` : undefined;
}
