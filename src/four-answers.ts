import type { Effects, Place, Zone } from './effects/effects.ts';

/** The four questions about a rule: what it reads, what it changes, whom it reaches, where else it gets to. */
export type FourAnswers = {
  readonly reads: string;
  readonly changes: string;
  readonly network: string;
  readonly elsewhere: string;
};

const NAMES_SHOWN = 3;

/** Answers them for calls with these effects, each in a line. */
export function fourAnswers(all: readonly Effects[]): FourAnswers {
  const unknown = [...new Set(all.flatMap((effects) => effects.unknown))];
  return {
    reads: readsAnswer(all),
    changes: changesAnswer(all),
    network: networkAnswer(all),
    elsewhere: unknown.length === 0 ? elsewhereAnswer(all) : `not known: ${listed(unknown)}`,
  };
}

function readsAnswer(all: readonly Effects[]): string {
  const places = all.flatMap(({ reads }) => reads);
  const secret = inZones(places, ['secret']);
  if (secret.length > 0) return `secrets: ${listed(secret)}`;
  const outside = inZones(places, ['outside']);
  if (outside.length > 0) return `files outside this project: ${listed(outside)}`;
  return places.length === 0 ? 'nothing' : 'files of this project';
}

function changesAnswer(all: readonly Effects[]): string {
  const written = all.flatMap(({ writes, deletes }) => [...writes, ...deletes]);
  const beyond = inZones(written, ['outside', 'secret', 'protected']);
  const lasting = all.every(({ undoable }) => undoable) ? '' : ', and work can be lost';
  const runs = executes(all);
  if (beyond.length > 0) return `${listed(beyond)}${lasting}${runs}`;
  const own = written.length === 0 ? 'nothing' : `files of this project${deleted(all)}`;
  return `${own}${lasting}${runs}`;
}

function deleted(all: readonly Effects[]): string {
  return all.some(({ deletes }) => deletes.length > 0) ? ', deleting some' : '';
}

function executes(all: readonly Effects[]): string {
  if (all.some((effects) => effects.executes === 'anything')) return '; runs any program';
  return all.some((effects) => effects.executes === 'project') ? "; runs this project's own code" : '';
}

function networkAnswer(all: readonly Effects[]): string {
  const hosts = [...new Set(all.flatMap((effects) => effects.hosts))];
  if (hosts.length === 0) return 'none';
  const named = hosts.includes('*') ? 'any host' : listed(hosts);
  return all.some(({ sends }) => sends) ? `${named}, and data leaves this machine` : named;
}

function elsewhereAnswer(all: readonly Effects[]): string {
  if (all.some(({ privilege }) => privilege)) return "another user's rights";
  if (all.some(({ machine }) => machine)) return 'processes or settings of this machine';
  const places = all.flatMap(({ reads, writes, deletes }) => [...reads, ...writes, ...deletes]);
  const beyond = inZones(places, ['outside', 'secret', 'protected']);
  return beyond.length === 0 ? 'nothing outside this project' : listed(beyond);
}

function inZones(places: readonly Place[], zones: readonly Zone[]): readonly string[] {
  return [...new Set(places.filter(({ zone }) => zones.includes(zone)).map(({ path }) => path))];
}

function listed(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
