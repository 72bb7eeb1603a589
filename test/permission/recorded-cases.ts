import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { CompiledPolicy } from '../../src/permission/compile.ts';
import type { ToolCall } from '../../src/permission/tool-call.ts';
import { DESCRIBED_SESSION, policyOf } from '../../src/settings/described-session.ts';

/** One decision of the real client, with the policy it was made under. */
export type RecordedCase = {
  readonly family: string;
  readonly policy: CompiledPolicy;
  /** What made the policy, for people to read. */
  readonly session: { readonly settings: unknown; readonly mode: string; readonly layout?: string };
  readonly call: ToolCall;
  readonly decision: 'allow' | 'ask' | 'deny';
  readonly handedTo?: string;
};

type Group = {
  readonly group: string;
  readonly settings: unknown;
  readonly mode: string;
  readonly cwd: string;
  readonly layout?: string;
  readonly cases: readonly (readonly [string, string] | readonly [string, string, ToolCall['input']])[];
};

const CASES = resolve(import.meta.dirname, 'cases');
const LAYOUTS: Readonly<Record<string, { readonly files: unknown }>> = JSON.parse(
  readFileSync(resolve(CASES, 'layouts.json'), 'utf8'),
);

/** The recorded cases of a kind that belong to this project. */
export function recordedCases(version: string, kind: string): readonly RecordedCase[] {
  const packed = readFileSync(resolve(CASES, 'recorded', `${version}-${kind}.json.br`));
  const groups: readonly Group[] = JSON.parse(brotliDecompressSync(packed).toString('utf8'));
  return groups.flatMap((group) => casesOf(group, version));
}

/** Where recorded commands of other people lie, if they do: they are never part of this repository. */
export function wildFile(version: string): string | undefined {
  const folder = process.env['PRECEDENT_CONFORMANCE'] ?? resolve(CASES, '../../../../shared/conformance');
  const file = resolve(folder, version, 'wild.jsonl.gz');
  return existsSync(file) ? file : undefined;
}

/** The cases of such a file: one JSON line each. */
export function wildCases(file: string, version: string): readonly RecordedCase[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  const groups = new Map<string, Group & { cases: [string, string, ToolCall['input']][] }>();
  for (const line of lines.filter((one) => one !== '')) {
    const { tool, input, decision, handedTo, ...rest } = JSON.parse(line);
    const key = JSON.stringify([rest.group, rest.settings, rest.mode]);
    const group = groups.get(key) ?? { ...rest, cases: [] };
    groups.set(key, group);
    group.cases.push([handedTo === undefined ? decision : `${decision}:${handedTo}`, tool, input]);
  }
  return [...groups.values()].flatMap((group) => casesOf(group, version));
}

function casesOf(group: Group, version: string): readonly RecordedCase[] {
  const files = group.layout === undefined ? {} : LAYOUTS[group.layout]?.files;
  const session = DESCRIBED_SESSION.parse({ ...group, files, clientVersion: version });
  const { policy } = policyOf(session);
  const { settings, mode, layout } = group;
  return group.cases.map(([answer, tool, input]): RecordedCase => {
    const [decision, handedTo] = answer.split(':');
    return {
      family: group.group.split('-').slice(0, 2).join('-'),
      policy,
      session: { settings, mode, ...(layout === undefined ? {} : { layout }) },
      call:
        input === undefined
          ? { tool: 'Bash', input: { command: tool }, cwd: group.cwd }
          : { tool, input, cwd: group.cwd },
      decision: verdictOf(decision),
      ...(handedTo === undefined ? {} : { handedTo }),
    };
  });
}

function verdictOf(text: string | undefined): RecordedCase['decision'] {
  if (text === 'allow' || text === 'ask' || text === 'deny') return text;
  throw new Error(`not a decision: ${text}`);
}
