import { type Clustering, clusterCalls } from '../clusters/cluster.ts';
import { type Key, keyText, type NamingWords } from '../clusters/key.ts';
import type { RecordedCall } from '../clusters/recorded-call.ts';
import type { CompiledPolicy } from '../permission/compile.ts';
import { decide, textOfCall, type Verdict } from '../permission/decide.ts';
import type { Limits } from './limits.ts';
import { type Residual, residuals } from './residual.ts';
import type { Judge } from './rung.ts';

export type ReplayRequest = {
  readonly calls: readonly RecordedCall[];
  readonly before: CompiledPolicy;
  readonly after: CompiledPolicy;
  readonly judge: Judge;
  readonly naming: NamingWords;
  readonly limits: Limits;
};

export type Prompts = { readonly before: number; readonly after: number };

/** A call with what became of it, ready to be shown. */
export type Changed = { readonly tool: string; readonly text: string; readonly uses: number };

/** The permission model run over recorded calls under other settings. */
export type Replay = {
  readonly calls: number;
  readonly prompts: Prompts;
  readonly byTool: readonly (Prompts & { readonly tool: string })[];
  /** Most prompts before first. */
  readonly byCluster: readonly (Prompts & { readonly tool: string; readonly what: string })[];
  /** Refused calls that would now pass without a question. Must be none. */
  readonly refusedLetThrough: readonly Changed[];
  /** Calls that would now pass and that no human ever let pass. */
  readonly neverApproved: readonly Changed[];
  /** Calls that ran and would now be refused. */
  readonly nowDenied: readonly Changed[];
  readonly remaining: readonly Residual[];
};

/** Replays every call before and after. */
export function replay(request: ReplayRequest): Replay {
  const clustering = clusterCalls(request.calls, request.before, request.naming);
  const replayed = clustering.demands.map(({ call, decision }) => ({
    call,
    before: decision.verdict,
    after: decide(request.after, call.call).verdict,
  }));
  const opened = replayed.filter(({ before, after }) => before !== 'allow' && after === 'allow');
  return {
    calls: sum(replayed.map(({ call }) => call.uses)),
    prompts: promptsOf(replayed),
    byTool: grouped(replayed, ({ call }) => call.call.tool).map(([tool, own]) => ({
      tool,
      ...promptsOf(own),
    })),
    byCluster: byCluster(clustering, replayed),
    refusedLetThrough: changed(opened.filter(({ call }) => call.refused.calls > 0)),
    neverApproved: changed(opened.filter(({ call }) => call.approved.calls === 0)),
    nowDenied: changed(
      replayed.filter(
        ({ call, before, after }) =>
          before !== 'deny' && after === 'deny' && call.approved.calls + call.needed.calls > 0,
      ),
    ),
    remaining: residuals({ ...request, clustering }),
  };
}

type Replayed = { readonly call: RecordedCall; readonly before: Verdict; readonly after: Verdict };

function promptsOf(replayed: readonly Replayed[]): Prompts {
  return {
    before: sum(replayed.map(({ call, before }) => (before === 'ask' ? call.uses : 0))),
    after: sum(replayed.map(({ call, after }) => (after === 'ask' ? call.uses : 0))),
  };
}

/** A call is shown with the first part that asks; one that asks on neither side is left out. */
function byCluster({ demands }: Clustering, replayed: readonly Replayed[]): Replay['byCluster'] {
  const asking = demands.flatMap((demand, index) => {
    const own = replayed[index];
    const first = own?.after === 'ask' ? demand.members[0] : undefined;
    const asks = demand.members.find(({ need }) => need.kind !== 'nothing') ?? first;
    return asks === undefined || own === undefined ? [] : [{ ...own, tool: asks.tool, key: asks.key }];
  });
  return grouped(asking, ({ tool, key }) => `${tool}\0${keyText(key)}`)
    .map(([, own]) => ({ ...nameOf(own), ...promptsOf(own) }))
    .sort((one, other) => other.before - one.before || (one.what < other.what ? -1 : 1));
}

function nameOf([first]: readonly { readonly tool: string; readonly key: Key }[]) {
  return { tool: first?.tool ?? '', what: first === undefined ? '' : keyText(first.key) };
}

function changed(replayed: readonly Replayed[]): readonly Changed[] {
  return replayed
    .map(({ call }) => ({ tool: call.call.tool, text: textOfCall(call.call), uses: call.uses }))
    .sort((one, other) => other.uses - one.uses || (one.text < other.text ? -1 : 1));
}

/** Groups in the order of their first element. */
function grouped<T>(
  values: readonly T[],
  by: (value: T) => string,
): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = by(value);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [value]);
    else known.push(value);
  }
  return [...groups];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
