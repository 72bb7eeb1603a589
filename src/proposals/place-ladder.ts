import { type Cluster, type Member, needsPlace } from '../clusters/cluster.ts';
import type { Place, Zone } from '../effects/effects.ts';
import { effectsOf } from '../effects/effects-of.ts';
import type { Surroundings } from '../permission/policy.ts';
import { foldersAround } from './folder-ladder.ts';
import type { Candidate } from './rung.ts';

/** Places that could be opened; everything else outside stays with the human. */
const OPENABLE: readonly Zone[] = ['temporary', 'workspace'];

/**
 * Path rules for the folders outside the project that shell commands read and write: `Read(//tmp/**)` opens the folder
 * to `cat`, `ls` and `cd` as well (recorded from client 2.1.330).
 */
export function placeCandidates(
  clusters: readonly Cluster[],
  surroundings: Surroundings,
): readonly Candidate[] {
  const found = new Map<string, Member[]>();
  for (const member of clusters.flatMap(({ members }) => members)) {
    if (member.tool !== 'Bash' || !needsPlace(member.need)) continue;
    for (const rule of rulesFor(member, surroundings)) {
      const known = found.get(rule);
      if (known === undefined) found.set(rule, [member]);
      else known.push(member);
    }
  }
  return [...found].map(([rule, from]) => ({ rule, breadth: 'folder', from }));
}

function rulesFor(member: Member, surroundings: Surroundings): ReadonlySet<string> {
  const call = member.calls[0]?.call;
  if (call === undefined) return new Set();
  const { reads, writes } = effectsOf(call, surroundings);
  return new Set([...rules('Read', reads, surroundings), ...rules('Edit', writes, surroundings)]);
}

function rules(tool: string, places: readonly Place[], { workspace }: Surroundings): readonly string[] {
  return places
    .filter(
      ({ path, zone }) => OPENABLE.includes(zone) && path !== workspace && !path.startsWith(`${workspace}/`),
    )
    .flatMap(({ path }) => foldersAround(path.replace(/\/[^/]*[*?[].*$/, '')))
    .map((folder) => `${tool}(/${folder}/**)`);
}
