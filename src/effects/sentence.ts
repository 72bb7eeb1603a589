import type { Effects, Place } from './effects.ts';
import { hostNames } from './risk.ts';

/** One plain sentence: what a call would do, its worst side first. */
export function sentenceOf(effects: Effects, call: string): string {
  return `${capital(worstOf(effects))}: ${inline(call)}`;
}

function worstOf(effects: Effects): string {
  if (effects.executes === 'anything') return effects.notes[0] ?? 'runs any program';
  if (effects.privilege) return "runs with another user's rights";
  const secret = effects.reads.find((place) => place.zone === 'secret');
  if (secret !== undefined) return effects.sends ? `sends ${secret.path} away` : `reads ${nameOf(secret)}`;
  const written = worse([...effects.writes, ...effects.deletes]);
  if (written !== undefined)
    return `${effects.deletes.includes(written) ? 'deletes' : 'writes'} ${nameOf(written)}`;
  if (effects.machine) return effects.notes[0] ?? 'changes the machine';
  return milderOf(effects);
}

function milderOf(effects: Effects): string {
  const outside = effects.reads.find((place) => place.zone === 'outside');
  if (outside !== undefined) return `reads ${nameOf(outside)}`;
  if (effects.sends) return effects.notes[0] ?? `sends data to ${hostNames(effects.hosts)}`;
  const gone = effects.deletes[0];
  if (!effects.undoable)
    return effects.notes[0] ?? (gone === undefined ? 'loses work' : `deletes ${gone.path}`);
  if (effects.unknown.length > 0) return `cannot be judged (${effects.unknown[0] ?? ''})`;
  if (effects.executes === 'project') return effects.notes[0] ?? "runs this project's own code";
  const place = effects.writes[0];
  if (place !== undefined) return `writes ${place.path}`;
  if (effects.hosts.length > 0) return `asks ${hostNames(effects.hosts)}`;
  return effects.reads.length > 0 ? `reads ${effects.reads[0]?.path ?? 'files'}` : 'touches nothing';
}

function worse(places: readonly Place[]): Place | undefined {
  return places.find((place) => place.zone !== 'workspace' && place.zone !== 'temporary');
}

function nameOf(place: Place): string {
  if (place.path === '*') return 'any file';
  if (place.zone === 'secret') return `the secret ${place.path}`;
  return place.zone === 'protected' ? `the protected file ${place.path}` : place.path;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function inline(call: string): string {
  return `\`${call.replaceAll('\n', '\\n')}\``;
}
