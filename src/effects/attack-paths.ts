import type { CompiledPolicy } from '../permission/compile.ts';
import { isLoopback } from './address.ts';
import type { Effects, Place } from './effects.ts';
import { type Reachable, reachOf, TELLING_FILES } from './reach.ts';
import { hostNames } from './risk.ts';
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
 * command executes, send secrets away, change production. One path for each set of rules, the smallest sets only.
 */
export function attackPaths(
  policy: CompiledPolicy,
  surroundings: EffectSurroundings,
  worthOf: WorthOf = () => 1,
): readonly AttackPath[] {
  const reach = reachOf(policy, surroundings);
  const taking = (role: Role, passes: (each: Reachable) => boolean): readonly Taken[] =>
    onePerPass(reach.filter(passes)).map((each) => ({ ...each, role }));
  const found = smallest([
    ...alone('anything', taking('runs', runsAnything)),
    ...pairs('anything', taking('edits', editsCode(surroundings)), taking('executes', runsProject)),
    ...pairs('anything', taking('edits', editsHooks(surroundings)), taking('executes', runsHooks)),
    ...alone(
      'exfiltration',
      taking('leaks', (each) => readsSecret(each) && sends(each)),
    ),
    ...pairs('exfiltration', taking('reads', readsSecret), taking('sends', sends)),
    ...pairs('production', taking('deploys', editsPipeline(surroundings)), taking('sends', pushes)),
  ]);
  return found.map((path) => ({ ...path, drop: cheapest(path.rules, found, worthOf) }));
}

/** What a call is for in a path. */
type Role = 'runs' | 'edits' | 'executes' | 'reads' | 'sends' | 'leaks' | 'deploys';

type Taken = Reachable & { readonly role: Role };

type Bare = Omit<AttackPath, 'drop'>;

function alone(kind: AttackPath['kind'], calls: readonly Taken[]): readonly Bare[] {
  return calls.map((each) => pathOf(kind, [each]));
}

function pairs(kind: AttackPath['kind'], first: readonly Taken[], second: readonly Taken[]): readonly Bare[] {
  return first.flatMap((start) => second.map((end) => pathOf(kind, [start, end])));
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

/** A path that needs more rules than another of its kind tells nothing new. */
function smallest(paths: readonly Bare[]): readonly Bare[] {
  const bySize = [...paths].sort(
    (a, b) => a.rules.length - b.rules.length || a.steps.length - b.steps.length,
  );
  const kept: Bare[] = [];
  for (const path of bySize) {
    const covered = kept.some(
      (other) => other.kind === path.kind && other.rules.every((rule) => path.rules.includes(rule)),
    );
    if (!covered) kept.push(path);
  }
  return kept;
}

function namesOf({ by }: Reachable): readonly string[] {
  return by.map((pass) => (pass.kind === 'rule' ? pass.rule.text : pass.what));
}

function pathOf(kind: AttackPath['kind'], calls: readonly Taken[]): Bare {
  const steps = calls.map((each): Step => ({ does: doesOf(each), call: each.text, by: namesOf(each) }));
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

function doesOf({ role, effects }: Taken): string {
  const found = effects.reads.find(isSecret)?.path ?? 'secrets';
  const secret = found === '*' ? 'any file' : found;
  const host = hostNames(effects.hosts);
  const written =
    (effects.writes.find(({ zone }) => zone === 'protected') ?? effects.writes[0])?.path ?? 'a file';
  switch (role) {
    case 'runs':
      return effects.notes[0] ?? 'runs any program';
    case 'edits':
      return `writes ${written}, which the project runs`;
    case 'executes':
      return effects.notes[0] === HOOKS ? HOOKS : "runs the project's own code";
    case 'reads':
      return `reads ${secret}`;
    case 'leaks':
      return `sends ${secret} to ${host}`;
    case 'sends':
      return `sends data to ${host}`;
    case 'deploys':
      return `writes ${written}, which a pipeline runs`;
  }
}

function isSecret(place: Place): boolean {
  return place.zone === 'secret';
}

function runsAnything({ effects }: Reachable): boolean {
  return effects.executes === 'anything';
}

/** Hooks run only where there are any: they do not run what lies in `src`. */
const HOOKS = "runs the repository's hooks";

function runsProject({ effects }: Reachable): boolean {
  return effects.executes === 'project' && effects.notes[0] !== HOOKS;
}

function runsHooks({ effects }: Reachable): boolean {
  return effects.executes === 'project' && effects.notes[0] === HOOKS;
}

function readsSecret({ effects }: Reachable): boolean {
  return effects.reads.some(isSecret);
}

function sends({ effects }: Reachable): boolean {
  return (
    effects.executes !== 'anything' &&
    reachesOut(effects) &&
    (effects.sends || (effects.hosts.includes('*') && effects.executes === 'none'))
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

function editsHooks({ workspace }: EffectSurroundings): (each: Reachable) => boolean {
  const files = new Set<string>(TELLING_FILES.hooks.map((file) => `${workspace}/${file}`));
  return ({ effects }) =>
    effects.executes === 'none' && effects.writes.some((place) => files.has(place.path));
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
