import type { CompiledPolicy } from '../permission/compile.ts';
import { type Decision, decide, type PartDecision, type Reason } from '../permission/decide.ts';
import { actionKey, commandKey, type Key, keyText, type NamingWords } from './key.ts';
import type { RecordedCall } from './recorded-call.ts';
import { type Tally, together } from './tally.ts';

/** What stands between one part of a call and silence. */
export type Need =
  /** The client lets it pass by itself or by a rule in force. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'rule'; readonly lacks: 'rule' | 'place' }
  /** The client asks whatever allow rules there are. */
  | { readonly kind: 'human'; readonly why: string };

/** One part of calls that one rule could cover: a simple command, a path, a host, a tool. */
export type Member = {
  /** The tool of the call. */
  readonly tool: string;
  readonly text: string;
  readonly key: Key;
  readonly need: Need;
  /** Every call that holds it. */
  readonly calls: readonly RecordedCall[];
};

/** Members with one key: what one rule could cover. */
export type Cluster = {
  readonly project: string;
  readonly tool: string;
  readonly key: Key;
  // INVARIANT: never empty.
  readonly members: readonly Member[];
};

/** A call with the members it needs a rule for. */
export type Demand = {
  readonly call: RecordedCall;
  readonly decision: Decision;
  readonly members: readonly Member[];
};

export type Clustering = { readonly clusters: readonly Cluster[]; readonly demands: readonly Demand[] };

type GrowingMember = Omit<Member, 'calls'> & { readonly calls: RecordedCall[] };

/**
 * Groups the parts of one project's calls by what a rule could take hold of, under the policy they are judged by. Every
 * part lands in exactly one cluster; a compound command contributes each of its parts.
 */
export function clusterCalls(
  calls: readonly RecordedCall[],
  policy: CompiledPolicy,
  naming: NamingWords,
): Clustering {
  const members = new Map<string, GrowingMember>();
  const demands = calls.map((call): Demand => {
    const decision = decide(policy, call.call);
    const own = decision.parts.map((part) => memberOf(call, part, naming, members));
    for (const member of new Set(own)) member.calls.push(call);
    return { call, decision, members: [...new Set(own)] };
  });
  return { clusters: byKey([...members.values()]), demands };
}

/** How often people were asked about the members of a cluster, by what they answered. */
export function tallyOf(members: readonly Member[], of: 'approved' | 'needed' | 'refused'): Tally {
  const calls = new Set(members.flatMap((member) => member.calls));
  return together([...calls].map((call) => call[of]));
}

function memberOf(
  call: RecordedCall,
  part: PartDecision,
  naming: NamingWords,
  members: Map<string, GrowingMember>,
): GrowingMember {
  const need = needOf(part);
  const { tool } = call.call;
  const { text } = part;
  const id = [tool, need.kind, text, ...(needsPlace(need) ? placeIn(call) : [])].join('\0');
  const known = members.get(id);
  if (known !== undefined) return known;
  const member: GrowingMember = { tool, text, key: keyOf(call, part, naming), need, calls: [] };
  members.set(id, member);
  return member;
}

/** Whether a relative path lies outside depends on the directory changes before it: such a part is one with its call. */
function placeIn({ call, action }: RecordedCall): readonly string[] {
  return action.kind === 'bash' ? [call.cwd, action.command] : [];
}

/** The part would pass if the place it names were open. */
export function needsPlace(need: Need): boolean {
  return need.kind === 'rule' && need.lacks === 'place';
}

function keyOf(call: RecordedCall, part: PartDecision, naming: NamingWords): Key {
  return call.action.kind === 'bash' ? commandKey(part.text, naming) : actionKey(call.call.tool, call.action);
}

function needOf({ verdict, because }: PartDecision): Need {
  if (verdict === 'allow') return { kind: 'nothing' };
  if (because.kind === 'no-rule') return { kind: 'rule', lacks: 'rule' };
  return because.kind === 'path'
    ? { kind: 'rule', lacks: 'place' }
    : { kind: 'human', why: whyHuman(because) };
}

function whyHuman(because: Reason): string {
  switch (because.kind) {
    case 'unsettled':
    case 'not-modelled':
    case 'path':
      return because.why;
    case 'rule':
      return `${because.rule.list} rule ${because.rule.text}`;
    case 'built-in':
    case 'mode':
      return because.what;
    case 'no-rule':
      return 'no rule allows it';
  }
}

function byKey(members: readonly Member[]): readonly Cluster[] {
  const clusters = new Map<string, { readonly cluster: Cluster; readonly members: Member[] }>();
  for (const member of members) {
    const id = `${member.tool}\0${keyText(member.key)}`;
    const known = clusters.get(id);
    if (known !== undefined) {
      known.members.push(member);
      continue;
    }
    const own = [member];
    const project = member.calls[0]?.project ?? '';
    clusters.set(id, {
      cluster: { project, tool: member.tool, key: member.key, members: own },
      members: own,
    });
  }
  return [...clusters.values()].map(({ cluster }) => cluster);
}
