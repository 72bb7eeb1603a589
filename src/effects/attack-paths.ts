import type { CompiledPolicy } from '../permission/compile.ts';
import { isLoopback } from './address.ts';
import type { Effects, Place } from './effects.ts';
import { type Reachable, reachOf, TELLING_FILES } from './reach.ts';
import type { EffectSurroundings } from './surroundings.ts';

/** What an agent could do by combining calls that pass unasked. */
export type AttackPath = {
  /** `anything`: runs code that it wrote; `exfiltration`: secrets leave; `production`: changes what runs elsewhere. */
  readonly kind: 'anything' | 'exfiltration' | 'production';
  readonly steps: readonly Step[];
  /** The allow rules that it needs, as written. */
  readonly rules: readonly string[];
  /** The rule whose removal closes this path at the least cost; undefined where no rule is to blame. */
  readonly drop: string | undefined;
  /** One sentence for people. */
  readonly sentence: string;
};

export type Step = {
  /** What the step does, starting with a verb. */
  readonly does: string;
  readonly call: string;
  /** The rules, the mode or the client's own habit that lets it pass. */
  readonly by: readonly string[];
};

/** How much a rule is worth to its owner: uses, prompts saved. Absent: every rule is worth the same. */
export type WorthOf = (rule: string) => number;

/**
 * The ways in which an agent could reach more than any single rule says: run anything by editing what an allowed
 * command executes, send secrets away, change production. At most one path for each pair of rules.
 */
export function attackPaths(
  policy: CompiledPolicy,
  surroundings: EffectSurroundings,
  worthOf: WorthOf = () => 1,
): readonly AttackPath[] {
  const reach = reachOf(policy, surroundings);
  const found = [
    ...pairs('anything', reach.filter(runsAnything), []),
    ...pairs('anything', reach.filter(editsCode(surroundings)), reach.filter(runsProject)),
    ...pairs('exfiltration', reach.filter(readsSecret), reach.filter(sends)),
    ...pairs(
      'exfiltration',
      reach.filter((each) => readsSecret(each) && sends(each)),
      [],
    ),
    ...pairs('production', reach.filter(editsPipeline(surroundings)), reach.filter(pushes)),
  ];
  const named = found.map((path) => ({ ...path, drop: cheapest(path.rules, found, worthOf) }));
  return once(named);
}

type Bare = Omit<AttackPath, 'drop'>;

function pairs(
  kind: AttackPath['kind'],
  first: readonly Reachable[],
  second: readonly Reachable[],
): readonly Bare[] {
  if (
    second.length === 0 &&
    (kind === 'production' || first.some((each) => !runsAnything(each) && !sends(each)))
  )
    return [];
  const starts = onePerPass(first);
  if (second.length === 0) return starts.map((each) => pathOf(kind, [each]));
  return starts.flatMap((start) => onePerPass(second).map((end) => pathOf(kind, [start, end])));
}

/** One call for each way to pass: more examples of the same rule tell nothing new. */
function onePerPass(calls: readonly Reachable[]): readonly Reachable[] {
  const found = new Map<string, Reachable>();
  for (const each of calls) {
    const key = namesOf(each).join(' + ');
    if (!found.has(key)) found.set(key, each);
  }
  return [...found.values()];
}

function namesOf({ by }: Reachable): readonly string[] {
  return by.map((pass) => (pass.kind === 'rule' ? pass.rule.text : pass.what));
}

function pathOf(kind: AttackPath['kind'], calls: readonly Reachable[]): Bare {
  const steps = calls.map((each): Step => ({ does: doesOf(kind, each), call: each.text, by: namesOf(each) }));
  const rules = calls.flatMap(({ by }) =>
    by.flatMap((pass) => (pass.kind === 'rule' ? [pass.rule.text] : [])),
  );
  return {
    kind,
    steps,
    rules: [...new Set(rules)],
    sentence: `${steps.map(({ does }) => does).join(', then ')}: ${MEANS[kind]}`,
  };
}

const MEANS = {
  anything: 'the agent can run anything',
  exfiltration: 'secrets can leave this machine',
  production: 'the agent can change what runs in production',
} as const;

function doesOf(kind: AttackPath['kind'], { effects }: Reachable): string {
  if (effects.executes === 'anything') return effects.notes[0] ?? 'runs any program';
  const written = effects.writes[0];
  if (written !== undefined && effects.executes === 'none' && !effects.sends) {
    return kind === 'production'
      ? `writes ${written.path}, which a pipeline runs`
      : `writes ${written.path}, which the project runs`;
  }
  if (kind === 'exfiltration' && !effects.sends)
    return `reads ${effects.reads.find(isSecret)?.path ?? 'secrets'}`;
  if (effects.executes === 'project') return "runs the project's own code";
  return `sends data to ${effects.hosts.join(', ') || 'another machine'}`;
}

function isSecret(place: Place): boolean {
  return place.zone === 'secret';
}

function runsAnything({ effects }: Reachable): boolean {
  return effects.executes === 'anything';
}

function runsProject({ effects }: Reachable): boolean {
  return effects.executes === 'project';
}

function readsSecret({ effects }: Reachable): boolean {
  return effects.reads.some(isSecret);
}

function sends({ effects }: Reachable): boolean {
  return (
    effects.executes !== 'anything' && reachesOut(effects) && (effects.sends || effects.hosts.includes('*'))
  );
}

function reachesOut(effects: Effects): boolean {
  return effects.hosts.some((host) => !isLoopback(host));
}

function pushes({ effects, text }: Reachable): boolean {
  return effects.sends && /\b(?:push|deploy|publish|apply|pr|merge|sync)\b/.test(text);
}

function editsCode({ workspace }: EffectSurroundings): (each: Reachable) => boolean {
  const files = new Set<string>(TELLING_FILES.code.map((file) => `${workspace}/${file}`));
  return ({ effects }) =>
    effects.executes === 'none' &&
    effects.writes.some(
      (place) => files.has(place.path) || (place.zone === 'workspace' && isCode(place.path)),
    );
}

/** Text that nothing runs. */
function isCode(path: string): boolean {
  return !/\.(?:md|txt|rst|adoc|css|scss|svg|png|csv|html|lock)$|\/$/.test(path) && /\.[a-z]+$/.test(path);
}

function editsPipeline({ workspace }: EffectSurroundings): (each: Reachable) => boolean {
  const files = new Set<string>(TELLING_FILES.pipeline.map((file) => `${workspace}/${file}`));
  return ({ effects }) => effects.writes.some((place) => files.has(place.path));
}

/** Of the rules of a path the one that is worth least; of equals the one that closes most other paths. */
function cheapest(rules: readonly string[], all: readonly Bare[], worthOf: WorthOf): string | undefined {
  const closes = (rule: string): number => all.filter((path) => path.rules.includes(rule)).length;
  return [...rules].sort((a, b) => worthOf(a) - worthOf(b) || closes(b) - closes(a) || (a < b ? -1 : 1))[0];
}

function once(paths: readonly AttackPath[]): readonly AttackPath[] {
  const found = new Map<string, AttackPath>();
  for (const path of paths) {
    const key = `${path.kind} ${path.steps.map((step) => step.by.join('+')).join(' > ')}`;
    if (!found.has(key)) found.set(key, path);
  }
  return [...found.values()];
}
