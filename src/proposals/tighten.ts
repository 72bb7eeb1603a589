import { type Clustering, clusterCalls, type Member } from '../clusters/cluster.ts';
import { commandWords } from '../clusters/command-words.ts';
import type { NamingWords } from '../clusters/key.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import { isWorse } from '../effects/risk.ts';
import { residualRisk } from '../effects/witnesses.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import type { List, Rule } from '../permission/rule.ts';
import { letPass } from './climb.ts';
import { candidates, exactRule } from './ladder.ts';
import { ruleOf } from './rule-of.ts';
import type { Candidate, Judge } from './rung.ts';

/** What should become of one rule of the settings, and why. */
export type Tightening = {
  readonly list: List;
  readonly rule: string;
  /** What takes its place; empty: nothing. */
  readonly with: readonly string[];
  /** Ask rules that belong to what takes its place. */
  readonly guards: readonly string[];
  readonly why: 'unused' | 'broader-than-used' | 'dead' | 'shadowed' | 'junk' | 'secret';
  readonly because: string;
};

export type TightenRequest = {
  /** Allow rules that are alive: what is dead, shadowed or junk is told by lint and needs no evidence. */
  readonly rules: readonly Rule[];
  readonly calls: readonly RecordedCall[];
  /** The policy without those rules. */
  readonly without: CompiledPolicy;
  readonly judge: Judge;
  readonly naming: NamingWords;
  /** A rule that nothing used in the last so many days of the record goes. */
  readonly days: number;
};

/** A rule is not replaced by more than this many: a longer list is not easier to trust. */
const MOST_IN_PLACE = 6;

/** The rules that the record does not bear out: never used of late, or far broader than their use. */
export function tighten(request: TightenRequest): readonly Tightening[] {
  const ran = request.calls.filter(({ approved, needed }) => approved.calls + needed.calls > 0);
  const clustering = clusterCalls(ran, request.without, request.naming);
  const lastDay = Math.max(0, ...ran.map(lastUse));
  const byProgram = membersByProgram(clustering);
  return request.rules.flatMap((rule) => {
    const near = byProgram.get(programOf(rule)) ?? byProgram.get('') ?? [];
    const used = letPass(near, withRule(request.without, rule));
    const recent = used.filter(({ calls }) => calls.some((call) => lastUse(call) > lastDay - request.days));
    if (recent.length === 0) return [unused(rule, used.length > 0, request.days)];
    const narrower = narrowed(rule, used, clustering, request);
    return narrower === undefined ? [] : [narrower];
  });
}

function unused({ list, text }: Rule, everUsed: boolean, days: number): Tightening {
  const because = everUsed
    ? `nothing recorded in the last ${days} days needed it`
    : 'nothing recorded ever needed it';
  return { list, rule: text, with: [], guards: [], why: 'unused', because };
}

/** Narrower rules for everything that was seen, where the rule itself lets through more than may be proposed. */
function narrowed(
  rule: Rule,
  used: readonly Member[],
  { clusters }: Clustering,
  { without, judge }: TightenRequest,
): Tightening | undefined {
  const { tier, because } = residualRisk(rule, without, without.surroundings, 'one-spelling');
  if (!isWorse(tier, 'project-code')) return undefined;
  const seen = new Set(used);
  const own = clusters
    .map((cluster) => ({ ...cluster, members: cluster.members.filter((member) => seen.has(member)) }))
    .filter(({ members }) => members.length > 0);
  const options = candidates(own, without.surroundings).filter(({ rule: text }) => text !== rule.text);
  const mild = options.filter((option) => {
    return !isWorse(judge.rule(option.rule).risk.tier, 'project-code');
  });
  const guardsOf = (rules: readonly string[]): readonly string[] => [
    ...new Set(rules.flatMap((text) => judge.rule(text).guards)),
  ];
  // Among rules that cover the same, the one with fewer guards is the narrower.
  const guardCount = (option: Candidate): number => judge.rule(option.rule).guards.length;
  const ordered = mild.sort(
    (one, other) => guardCount(one) - guardCount(other) || (one.rule < other.rule ? -1 : 1),
  );
  const chosen = cover(used, ordered, without);
  if (chosen.rules.length + chosen.left.length > MOST_IN_PLACE) {
    const exact = chosen.left.length;
    return {
      list: rule.list,
      rule: rule.text,
      with: chosen.rules.slice(0, MOST_IN_PLACE),
      guards: guardsOf(chosen.rules.slice(0, MOST_IN_PLACE)),
      why: 'broader-than-used',
      because: `it ${because}; of what it was used for, ${exact} forms are too varied for a narrow rule and ask again`,
    };
  }
  const exact = chosen.left.map((member) => exactRule(member, without.surroundings.workspace));
  const replacement = [...chosen.rules, ...exact.filter((text) => text !== undefined)];
  if (replacement.includes(rule.text)) return undefined;
  return {
    list: rule.list,
    rule: rule.text,
    with: replacement,
    guards: guardsOf(chosen.rules),
    why: 'broader-than-used',
    because: `it ${because}; ${replacement.length === 0 ? 'no narrow rule covers its use' : 'these cover what it was used for'}`,
  };
}

/** Fewest of the mild rules that cover the members, the one that covers most first; what is left over stays. */
function cover(
  used: readonly Member[],
  options: readonly Candidate[],
  without: CompiledPolicy,
): { readonly rules: readonly string[]; readonly left: readonly Member[] } {
  const rules: string[] = [];
  let left = used;
  for (;;) {
    const best = options
      .map((option) => ({ option, covers: option.from.filter((member) => left.includes(member)) }))
      .sort((one, other) => other.covers.length - one.covers.length)[0];
    const rule = best === undefined ? undefined : ruleOf('allow', best.option.rule);
    if (best === undefined || rule === undefined || best.covers.length < 2) return { rules, left };
    const passed = new Set(letPass(best.covers, withRule(without, rule)));
    if (passed.size === 0) return { rules, left };
    rules.push(best.option.rule);
    left = left.filter((member) => !passed.has(member));
  }
}

/** All members under the name '', and those of each program under its name. */
function membersByProgram({ clusters }: Clustering): ReadonlyMap<string, readonly Member[]> {
  const members = clusters.flatMap((cluster) => cluster.members).filter(({ need }) => need.kind === 'rule');
  const found = new Map<string, Member[]>([['', members]]);
  for (const member of members) {
    const program = member.tool === 'Bash' ? commandWords(member.text)?.words[0] : undefined;
    if (program === undefined || program === '') continue;
    const known = found.get(program);
    if (known === undefined) found.set(program, [member]);
    else known.push(member);
  }
  return found;
}

/** The program that a Bash rule fixes, or nothing; only a way to ask the permission model less often. */
function programOf({ tool, content }: Rule): string {
  return (tool === 'Bash' ? /^([\w./-]+)(?=[ :]|$)/.exec(content ?? '')?.[1] : undefined) ?? '';
}

function lastUse({ approved, needed }: RecordedCall): number {
  return Math.max(0, ...[...approved.days, ...needed.days].map(Number));
}
