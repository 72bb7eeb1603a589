import type { Cluster, Member } from '../clusters/cluster.ts';
import type { Candidate } from './rung.ts';

/** Characters that a gitignore pattern reads as more than themselves. */
const PATTERN_CHARACTERS = /[*?[\]!#\\]/;

/**
 * Path rules for every folder on the way from the project to a file, and for the file itself; outside the project only
 * for the folder that holds the file.
 */
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
    const folder = path.slice(0, path.lastIndexOf('/'));
    return isPlain(folder) && folder !== '' ? [[`/${folder}/**`, 'folder']] : [];
  }
  const segments = inside.split('/');
  // A dot folder holds settings of tools: each of its files is weighed on its own.
  const folders = segments
    .slice(0, -1)
    .map((_, index) => segments.slice(0, index + 1).join('/'))
    .filter((folder) => isPlain(folder) && !/(^|\/)\./.test(folder))
    .map((folder) => [`/${folder}/**`, 'folder'] as const);
  return isPlain(inside) ? [[`/${inside}`, 'file'], ...folders] : folders;
}

function isPlain(path: string): boolean {
  return !PATTERN_CHARACTERS.test(path) && !/[\s()]|\.\./.test(path);
}
