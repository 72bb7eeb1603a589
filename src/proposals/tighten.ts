import { type Clustering, clusterCalls, type Member } from '../clusters/cluster.ts';
import { commandWords } from '../clusters/command-words.ts';
import type { NamingWords } from '../clusters/key.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import { type CompiledPolicy, withRule } from '../permission/compile.ts';
import type { List, Rule } from '../permission/rule.ts';
import { letPass } from './climb.ts';
import { withGuards } from './guard.ts';
import { type Narrowing, narrowed, usesOf } from './narrower.ts';
import { ruleOf } from './rule-of.ts';
import type { Judge } from './rung.ts';

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

/** The rules that the record does not bear out: never used of late, or far broader than their use. */
export function tighten(request: TightenRequest): readonly Tightening[] {
  const ran = request.calls.filter(({ approved, needed }) => approved.calls + needed.calls > 0);
  const clustering = clusterCalls(ran, request.without, request.naming);
  const lastDay = Math.max(0, ...ran.map(lastUse));
  const byProgram = membersByProgram(clustering);
  const uses = request.rules.map((rule): Use => {
    const near = byProgram.get(programOf(rule)) ?? byProgram.get('') ?? [];
    const used = letPass(near, withRule(request.without, rule));
    const recent = used.some(({ calls }) => calls.some((call) => lastUse(call) > lastDay - request.days));
    return { rule, used, recent };
  });
  // From narrow to broad: what a narrower rule keeps, a broader one need not.
  const inOrder = [...uses].sort(
    (one, other) => one.used.length - other.used.length || (one.rule.text < other.rule.text ? -1 : 1),
  );
  let kept = request.without;
  const found = new Map<Rule, Tightening>();
  for (const use of inOrder) {
    const change = changeOf(use, { ...request, clustering, kept });
    if (change !== undefined) found.set(use.rule, change);
    kept = withKept(kept, use.rule, change);
  }
  return request.rules.flatMap((rule) => found.get(rule) ?? []);
}

/** A rule with the parts of calls that it would let pass if it stood alone. */
type Use = { readonly rule: Rule; readonly used: readonly Member[]; readonly recent: boolean };

function changeOf(
  { rule, used, recent }: Use,
  narrowing: Narrowing & { readonly days: number },
): Tightening | undefined {
  if (!recent) return unused(rule, used.length > 0, narrowing.days);
  if (isExact(rule) && usesOf(used) < 2) return savedForOne(rule);
  const narrower = narrowed(rule, used, narrowing);
  if (narrower === undefined) return undefined;
  return { list: rule.list, rule: rule.text, why: 'broader-than-used', ...narrower };
}

function withKept(kept: CompiledPolicy, rule: Rule, change: Tightening | undefined): CompiledPolicy {
  if (change === undefined) return withRule(kept, rule);
  const allowed = change.with.map((text) => ruleOf('allow', text)).filter((each) => each !== undefined);
  return withGuards(
    allowed.reduce((policy, each) => withRule(policy, each), kept),
    change.guards,
  );
}

function unused({ list, text }: Rule, everUsed: boolean, days: number): Tightening {
  const because = everUsed
    ? `nothing recorded in the last ${days} days needed it`
    : 'nothing recorded ever needed it';
  return { list, rule: text, with: [], guards: [], why: 'unused', because };
}

/** A rule for one command that nothing but that command ever used was saved in passing. */
function savedForOne({ list, text }: Rule): Tightening {
  const because = 'one recorded call used it: the one that it was saved for';
  return { list, rule: text, with: [], guards: [], why: 'junk', because };
}

function isExact({ tool, content }: Rule): boolean {
  return content !== undefined && !content.includes('*') && /^(?:Bash|Edit|Read|Write)$/.test(tool);
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
