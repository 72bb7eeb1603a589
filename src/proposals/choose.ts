import type { Demand, Member } from '../clusters/cluster.ts';
import type { Limits } from './limits.ts';
import type { Rung } from './rung.ts';

/** Fewer prompts than this are not worth a rule to review. */
const WORTH_A_RULE = 2;

/** A compound of more parts than this is not bought at once; it may still fall to rules bought for others. */
const PARTS_AT_ONCE = 3;

/** A set of rungs bought together because compound calls need all of them. */
type Bundle = { readonly rungs: readonly Rung[]; gain: number };

/**
 * Chooses the rules that remove the most prompts per rule, most worthwhile first. A compound call counts when all its
 * parts are covered, so rules are bought in bundles. No choice lets a refused call pass. Deterministic: equal gains go
 * to the rule with fewer guards, to the narrower one, then to the text that sorts first.
 */
export function choose(demands: readonly Demand[], rungs: readonly Rung[], limits: Limits): readonly Rung[] {
  const open = demands.filter(isOpen);
  const wanted = open.filter((demand) => weightOf(demand) > 0);
  const refused = open.filter((demand) => demand.call.refused.calls > 0);
  const covering = coveringRungs(rungs);
  const chosen: Rung[] = [];
  const barred = new Set<string>();
  while (chosen.length < limits.rules) {
    const best = bestBundle(wanted, covering, chosen, { room: limits.rules - chosen.length, barred });
    if (best === undefined || best.gain / best.rungs.length < WORTH_A_RULE) break;
    const next = [...chosen, ...best.rungs];
    if (refused.some((demand) => isCovered(demand, next))) barred.add(nameOf(best.rungs));
    else chosen.push(...best.rungs);
  }
  return withoutIdle(chosen, wanted);
}

/** A call that rules could silence: every part is free or waits for a rule. */
export function isOpen(demand: Demand): boolean {
  return demand.decision.verdict === 'ask' && demand.members.every(({ need }) => need.kind !== 'human');
}

/** A call passes when each part that needs a rule has one. */
export function isCovered(demand: Demand, rungs: readonly Rung[]): boolean {
  return needsOf(demand).every((member) => rungs.some((rung) => rung.covers.has(member)));
}

/** Prompts that a person answered; a reflex weighs half. */
export function weightOf({ call }: Demand): number {
  return call.approved.calls - call.reflexes / 2;
}

function needsOf({ members }: Demand): readonly Member[] {
  return members.filter(({ need }) => need.kind === 'rule');
}

function coveringRungs(rungs: readonly Rung[]): ReadonlyMap<Member, readonly Rung[]> {
  const covering = new Map<Member, Rung[]>();
  for (const rung of rungs) {
    for (const member of rung.covers) {
      const known = covering.get(member);
      if (known === undefined) covering.set(member, [rung]);
      else known.push(rung);
    }
  }
  return covering;
}

type Room = { readonly room: number; readonly barred: ReadonlySet<string> };

function bestBundle(
  wanted: readonly Demand[],
  covering: ReadonlyMap<Member, readonly Rung[]>,
  chosen: readonly Rung[],
  { room, barred }: Room,
): Bundle | undefined {
  const bundles = new Map<string, Bundle>();
  for (const demand of wanted) {
    const missing = needsOf(demand).filter((member) => !chosen.some((rung) => rung.covers.has(member)));
    if (missing.length === 0 || missing.length > PARTS_AT_ONCE) continue;
    for (const rungs of waysToCover(missing, covering)) {
      const name = nameOf(rungs);
      if (rungs.length > room || barred.has(name)) continue;
      const known = bundles.get(name);
      if (known === undefined) bundles.set(name, { rungs, gain: weightOf(demand) });
      else known.gain += weightOf(demand);
    }
  }
  for (const bundle of bundles.values()) {
    if (bundle.rungs.length > 1) bundle.gain += gainOfParts(bundle, bundles);
  }
  return [...bundles.values()].reduce<Bundle | undefined>(
    (best, bundle) => (best === undefined || isBetter(bundle, best) ? bundle : best),
    undefined,
  );
}

/** What smaller bundles within this one gain by themselves comes with it. */
function gainOfParts(bundle: Bundle, bundles: ReadonlyMap<string, Bundle>): number {
  return bundle.rungs
    .map((rung) => bundles.get(nameOf([rung]))?.gain ?? 0)
    .reduce((sum, gain) => sum + gain, 0);
}

function waysToCover(
  missing: readonly Member[],
  covering: ReadonlyMap<Member, readonly Rung[]>,
): readonly (readonly Rung[])[] {
  let ways: readonly (readonly Rung[])[] = [[]];
  for (const member of missing) {
    const options = covering.get(member) ?? [];
    ways = ways.flatMap((way) =>
      way.some((rung) => rung.covers.has(member)) ? [way] : options.map((rung) => [...way, rung]),
    );
  }
  return ways;
}

function nameOf(rungs: readonly Rung[]): string {
  return rungs
    .map(({ rule }) => rule)
    .sort()
    .join('\n');
}

function isBetter(one: Bundle, other: Bundle): boolean {
  const difference = one.gain / one.rungs.length - other.gain / other.rungs.length;
  if (difference !== 0) return difference > 0;
  if (one.rungs.length !== other.rungs.length) return one.rungs.length < other.rungs.length;
  if (guardsOf(one) !== guardsOf(other)) return guardsOf(one) < guardsOf(other);
  const [narrow, broad] = [nameOf(one.rungs), nameOf(other.rungs)];
  return narrow.length === broad.length ? narrow < broad : narrow.length > broad.length;
}

function guardsOf({ rungs }: Bundle): number {
  return rungs.reduce((sum, { guards }) => sum + guards.length, 0);
}

/** A rule that a later, broader one made superfluous is taken out again. */
function withoutIdle(chosen: readonly Rung[], wanted: readonly Demand[]): readonly Rung[] {
  let kept = chosen;
  for (const rung of chosen) {
    const without = kept.filter((other) => other !== rung);
    const lost = wanted.some((demand) => isCovered(demand, kept) && !isCovered(demand, without));
    if (!lost) kept = without;
  }
  return kept;
}
