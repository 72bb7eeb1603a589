import type { Cluster, Member } from '../clusters/cluster.ts';
import type { Candidate } from './rung.ts';

/** Characters that a gitignore pattern reads as more than themselves. */
const PATTERN_CHARACTERS = /[*?[\]!#\\]/;

/** Path rules for every folder on the way from the project, or from the root, to a file; and for a file of the project. */
export function folderCandidates(clusters: readonly Cluster[], project: string): readonly Candidate[] {
  const found = new Map<string, { breadth: Candidate['breadth']; from: Member[] }>();
  for (const { key, members } of clusters) {
    if (key.kind !== 'folder') continue;
    const tool = key.access === 'write' ? 'Edit' : 'Read';
    for (const member of members) {
      if (member.need.kind !== 'rule') continue;
      for (const [pattern, breadth] of patternsFor(member.text, project)) {
        const rule = `${tool}(${pattern})`;
        const known = found.get(rule);
        if (known === undefined) found.set(rule, { breadth, from: [member] });
        else known.from.push(member);
      }
    }
  }
  return [...found].map(([rule, { breadth, from }]) => ({ rule, breadth, from }));
}

/** The edit rule for one file of the project; undefined where its name would be read as a pattern. */
export function fileRule(path: string, project: string): string | undefined {
  const inside = path.startsWith(`${project}/`) ? path.slice(project.length + 1) : undefined;
  return inside !== undefined && isPlain(inside) ? `Edit(/${inside})` : undefined;
}

function patternsFor(path: string, project: string): readonly (readonly [string, 'file' | 'folder'])[] {
  const inside = path.startsWith(`${project}/`) ? path.slice(project.length + 1) : undefined;
  if (inside === undefined) {
    return foldersAround(path.slice(0, path.lastIndexOf('/'))).map((folder) => [`/${folder}/**`, 'folder']);
  }
  const segments = inside.split('/');
  // A dot folder holds settings of tools: each of its files is weighed on its own.
  const folders = segments
    .slice(0, -1)
    .map((_, index) => segments.slice(0, index + 1).join('/'))
    .filter((folder) => isPlain(folder) && !/(^|\/)\./.test(folder))
    .flatMap((folder) => [`/${folder}/**`, ...kindIn(folder, inside)])
    .map((pattern) => [pattern, 'folder'] as const);
  return isPlain(inside) ? [[`/${inside}`, 'file'], ...folders] : folders;
}

/** Text that nothing runs, whatever else may be run: its kind alone can be opened where its folder cannot. */
const NEVER_RUN = /\.(?:md|txt|rst|adoc)$/;

export function isNeverRun(path: string): boolean {
  return NEVER_RUN.test(path);
}

function kindIn(folder: string, path: string): readonly string[] {
  const kind = NEVER_RUN.exec(path)?.[0];
  return kind === undefined ? [] : [`/${folder}/**/*${kind}`];
}

/** An absolute folder and all around it but the root, where they can be written as a pattern. */
export function foldersAround(folder: string): readonly string[] {
  const segments = folder.split('/').filter((segment) => segment !== '');
  return segments
    .map((_, index) => `/${segments.slice(0, index + 1).join('/')}`)
    .filter((each) => folder.startsWith('/') && isPlain(each));
}

function isPlain(path: string): boolean {
  return !PATTERN_CHARACTERS.test(path) && !/[\s()]|\.\./.test(path);
}
