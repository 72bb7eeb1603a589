import { standingOf } from './clusters/standing.ts';
import { toolCallOf } from './clusters/tool-call-of.ts';
import type { Covered } from './covered.ts';
import type { EvidenceRow, Examination } from './examination.ts';
import type { Observation } from './observations/observation.ts';
import type { ToolCall } from './permission/tool-call.ts';

/** As many as anybody scrolls through. */
const ROWS_SHOWN = 300;

const DAY = 86_400_000;

type Found = Pick<Examination, 'evidence' | 'calls' | 'byDay'>;

/** The recorded uses of covered calls, newest first, and how they spread over the days. */
export function evidenceOf(covered: readonly Covered[], seen: Iterable<Observation>): Found {
  const byCall = new Map(covered.map((one) => [keyOf(one.demand.call.call), one]));
  const days = new Map<number, number>();
  const rows: EvidenceRow[] = [];
  for (const observation of seen) {
    const one = byCall.get(keyOf(toolCallOf(observation)));
    if (one === undefined) continue;
    rows.push(rowOf(observation, one));
    if (observation.at === undefined) continue;
    const day = Math.floor(observation.at / DAY);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  const newestFirst = rows.toSorted((one, other) => (other.at ?? 0) - (one.at ?? 0));
  return { evidence: newestFirst.slice(0, ROWS_SHOWN), calls: rows.length, byDay: series(days) };
}

function keyOf({ tool, input, cwd }: ToolCall): string {
  return JSON.stringify([tool, cwd, input]);
}

function rowOf(seen: Observation, { demand, parts }: Covered): EvidenceRow {
  const { reviewer, inferred } = standingOf(seen, demand.decision);
  return {
    id: seen.id,
    session: seen.session,
    cwd: seen.cwd,
    what: textOf(seen),
    covered: parts,
    outcome: seen.outcome.kind,
    reviewer,
    inferred,
    ...(seen.at === undefined ? {} : { at: seen.at }),
    ...(seen.latency === undefined ? {} : { latency: seen.latency }),
    ...(seen.outcome.kind === 'rejected' ? refusalOf(seen) : {}),
  };
}

function refusalOf(seen: Observation): { readonly refusal?: string } {
  const said = seen.outcome.kind === 'rejected' ? (seen.outcome.feedback ?? seen.refusal) : undefined;
  return said === undefined ? {} : { refusal: said };
}

/** What a person recognises a call by. */
export function textOf({ action, tool }: Pick<Observation, 'action' | 'tool'>): string {
  switch (action.kind) {
    case 'bash':
    case 'powershell':
      return action.command;
    case 'path':
      return action.path;
    case 'fetch':
      return action.url;
    case 'agent':
      return action.type;
    case 'skill':
      return action.name;
    case 'mcp':
    case 'other':
      return tool;
  }
}

function series(days: ReadonlyMap<number, number>): readonly number[] {
  const known = [...days.keys()];
  if (known.length === 0) return [];
  const first = Math.min(...known);
  return Array.from({ length: Math.max(...known) - first + 1 }, (_, at) => days.get(first + at) ?? 0);
}
