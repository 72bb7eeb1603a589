import { isLoopback } from './address.ts';
import type { Effects, Place, Risk, Tier } from './effects.ts';
import { TIERS } from './effects.ts';

/** The tier of what a call can do, with the reason: a named class, not a score. */
export function riskOf(effects: Effects): Risk {
  // What is known to run anything is named as such: nothing that stays unknown can be worse.
  if (effects.executes === 'anything') return risk('anything', effects.notes[0] ?? 'runs any program');
  if (effects.unknown.length > 0) return risk('unknown', `cannot be judged: ${effects.unknown.join('; ')}`);
  const outside = outsideReason(effects);
  if (outside !== undefined) return risk('outside', outside);
  const outward = outwardReason(effects);
  if (outward !== undefined) return risk('outward', outward);
  if (!effects.undoable) return risk('rewrites', rewritesReason(effects));
  if (effects.executes === 'project')
    return risk('project-code', effects.notes[0] ?? "runs this project's own code");
  return harmlessRisk(effects);
}

/** The worse of two tiers. */
export function worseTier(a: Tier, b: Tier): Tier {
  return isWorse(b, a) ? b : a;
}

/** How bad a tier is: the mildest is 0. */
export function badness(tier: Tier): number {
  return TIERS.indexOf(tier);
}

/** True where `a` is worse than `b`. */
export function isWorse(a: Tier, b: Tier): boolean {
  return badness(a) > badness(b);
}

function risk(tier: Tier, because: string): Risk {
  return { tier, because };
}

function outsideReason(effects: Effects): string | undefined {
  if (effects.privilege) return "runs with another user's rights";
  if (effects.machine)
    return effects.notes[0] ?? 'changes other processes, services or settings of the machine';
  const secret = find(effects.reads, ['secret']);
  if (secret !== undefined) return `reads secrets: ${secret.path}`;
  const written = find([...effects.writes, ...effects.deletes], ['secret', 'protected', 'outside']);
  if (written !== undefined) return `writes ${describe(written)}`;
  const read = find(effects.reads, ['outside']);
  return read === undefined ? undefined : `reads ${describe(read)}`;
}

function find(places: readonly Place[], zones: readonly Place['zone'][]): Place | undefined {
  return places.find((place) => zones.includes(place.zone));
}

function describe(place: Place): string {
  if (place.path === '*') return 'any file';
  const where = {
    outside: 'outside the workspace',
    secret: 'a secret',
    protected: 'a protected file',
    workspace: '',
    temporary: '',
  };
  return `${place.path} (${where[place.zone]})`;
}

function outwardReason(effects: Effects): string | undefined {
  const remote = effects.hosts.filter((host) => !isLoopback(host));
  const allLocal = effects.hosts.length > 0 && remote.length === 0;
  if (effects.sends && !allLocal) return `sends data to ${hostNames(remote)}`;
  return remote.includes('*') ? 'reaches any host' : undefined;
}

/** Hosts as a person reads them. */
export function hostNames(hosts: readonly string[]): string {
  const named = hosts.map((host) =>
    host === '*' ? 'any host' : host === 'configured' ? 'the configured host' : host,
  );
  return named.length === 0 ? 'another machine' : named.join(', ');
}

function rewritesReason(effects: Effects): string {
  const gone = effects.deletes[0];
  const note =
    effects.notes.find((each) => /overwrit|delet|lose|rewrit|discard|replac|remov/.test(each)) ??
    effects.notes[0];
  if (note !== undefined) return note;
  return gone === undefined ? 'work is lost' : `deletes ${gone.path}`;
}

function harmlessRisk(effects: Effects): Risk {
  const written = [...effects.writes, ...effects.deletes][0];
  if (written !== undefined) return risk('local', `writes ${written.path}`);
  if (effects.hosts.length > 0)
    return risk('local', `asks ${hostNames(effects.hosts)} and changes nothing there`);
  return risk('inert', effects.reads.length === 0 ? 'touches nothing' : 'reads the workspace');
}
