import type { Effects, Place, Zone } from './effects/effects.ts';

/** The four questions about a rule: what it reads, what it changes, whom it reaches, where else it gets to. */
export type FourAnswers = {
  readonly reads: string;
  readonly changes: string;
  readonly network: string;
  readonly elsewhere: string;
};

const NAMES_SHOWN = 3;

/** Answers them for everything that these effects hold, each in a line. */
export function fourAnswers(effects: Effects): FourAnswers {
  return {
    reads: readsAnswer(effects),
    changes: changesAnswer(effects),
    network: networkAnswer(effects),
    elsewhere: elsewhereAnswer(effects),
  };
}

function readsAnswer({ reads, executes }: Effects): string {
  const secret = inZones(reads, ['secret']);
  if (secret.length > 0) return `secrets: ${listed(secret)}`;
  const outside = inZones(reads, ['outside']);
  if (outside.length > 0) return `files outside this project: ${listed(outside)}`;
  return reads.length === 0 ? `nothing${byItself(executes)}` : 'files of this project';
}

function changesAnswer({ writes, deletes, undoable, executes }: Effects): string {
  const written = [...writes, ...deletes];
  const beyond = inZones(written, ['outside', 'secret', 'protected']);
  const deleted = deletes.length > 0 ? ', deleting some' : '';
  const own = written.length === 0 ? 'nothing by itself' : `files of this project${deleted}`;
  const runs = { none: '', project: "; runs this project's own code", anything: '; runs any program' }[
    executes
  ];
  return `${beyond.length > 0 ? listed(beyond) : own}${undoable ? '' : ', and work can be lost'}${runs}`;
}

function networkAnswer({ hosts, sends, executes }: Effects): string {
  if (hosts.length === 0 && !sends) return `none${byItself(executes)}`;
  const names = [...new Set(hosts)].map((host) => (host === 'configured' ? 'the configured host' : host));
  const named = names.includes('*') || names.length === 0 ? 'any host' : listed(names);
  return sends ? `${named}, and data leaves this machine` : named;
}

function elsewhereAnswer({ unknown, privilege, machine, reads, writes, deletes, executes }: Effects): string {
  if (unknown.length > 0) return `not known: ${listed([...new Set(unknown)])}`;
  if (privilege) return "another user's rights";
  if (machine) return 'processes or settings of this machine';
  const beyond = inZones([...reads, ...writes, ...deletes], ['outside', 'secret', 'protected']);
  return beyond.length === 0 ? `nothing outside this project${byItself(executes)}` : listed(beyond);
}

/** What it runs may do what it does not: nobody has read that. */
function byItself(executes: Effects['executes']): string {
  return executes === 'none' ? '' : ' by itself';
}

function inZones(places: readonly Place[], zones: readonly Zone[]): readonly string[] {
  const found = places.filter(({ zone }) => zones.includes(zone));
  return [...new Set(found.map(({ path }) => (path === '*' ? 'any file' : path)))];
}

function listed(names: readonly string[]): string {
  const rest = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
