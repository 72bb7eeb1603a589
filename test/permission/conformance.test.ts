import { describe, expect, test } from 'vitest';
import { decide } from '../../src/permission/decide.ts';
import disagreements from './cases/disagreements.json' with { type: 'json' };
import { type RecordedCase, recordedCases, wildCases, wildFile } from './recorded-cases.ts';

/** What is demanded of a kind, in percent of its cases. */
type Demand = { readonly agreement: number; readonly hopeful: number; readonly blind: number };

type Kind = {
  readonly version: string;
  readonly kind: string;
  readonly demand: Demand;
  readonly cases: () => readonly RecordedCase[];
};

const NEWEST: Demand = { agreement: 99.5, hopeful: 0.1, blind: 0.3 };
const OLDEST: Demand = { agreement: 98, hopeful: 2, blind: 2 };
const wild = wildFile('2.1.330');

const KINDS: readonly Kind[] = [
  own('2.1.330', 'bash', NEWEST),
  own('2.1.330', 'tools', NEWEST),
  own('2.1.197', 'bash', OLDEST),
  own('2.1.197', 'tools', OLDEST),
  ...(wild === undefined
    ? []
    : [{ version: '2.1.330', kind: 'wild', demand: NEWEST, cases: () => wildCases(wild, '2.1.330') }]),
];

function own(version: string, kind: string, demand: Demand): Kind {
  return { version, kind, demand, cases: () => recordedCases(version, kind) };
}

/** Agreement with the client; `hopeful`: we say allow and it does not; `blind`: it says allow and we do not. */
type Tally = { cases: number; agreed: number; hopeful: number; blind: number };

function tally(cases: readonly RecordedCase[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { family, policy, call, decision } of cases) {
    const { verdict } = decide(policy, call);
    for (const name of [family, 'all']) {
      const one = tallies.get(name) ?? { cases: 0, agreed: 0, hopeful: 0, blind: 0 };
      tallies.set(name, one);
      one.cases += 1;
      if (verdict === decision) one.agreed += 1;
      else if (verdict === 'allow') one.hopeful += 1;
      else if (decision === 'allow') one.blind += 1;
    }
  }
  return tallies;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}

function summary(title: string, tallies: ReadonlyMap<string, Tally>): string {
  const lines = [...tallies]
    .filter(([name, one]) => name === 'all' || one.agreed < one.cases)
    .map(([name, one]) =>
      [
        `  ${name.padEnd(24)} ${String(one.cases).padStart(6)} cases`,
        `agree ${percent(one.agreed, one.cases).toFixed(2)}%`,
        `hopeful ${one.hopeful}`,
        `blind ${one.blind}`,
      ].join('  '),
    );
  return [title, ...lines].join('\n');
}

describe('the permission model answers like the real client', () => {
  test.each(KINDS)('on the $kind cases of client $version', ({ version, kind, demand, cases }) => {
    const tallies = tally(cases());
    console.log(summary(`${kind} ${version}`, tallies));
    const all = tallies.get('all') ?? { cases: 0, agreed: 0, hopeful: 0, blind: 0 };
    expect(all.cases).toBeGreaterThan(1000);
    expect(percent(all.agreed, all.cases)).toBeGreaterThanOrEqual(demand.agreement);
    expect(percent(all.hopeful, all.cases)).toBeLessThanOrEqual(demand.hopeful);
    expect(percent(all.blind, all.cases)).toBeLessThanOrEqual(demand.blind);
  });

  test.each(['bash', 'tools'])('on the %s cases of client 2.1.330 but those listed with a reason', (kind) => {
    const listed = disagreements.cases
      .filter((one) => one.kind === kind)
      .map(({ call, client, model }) => ({ call, client, model }));
    const found = recordedCases('2.1.330', kind).flatMap(({ policy, call, decision }) => {
      const { verdict } = decide(policy, call);
      return verdict === decision ? [] : [{ call: inWords(call), client: decision, model: verdict }];
    });
    expect(found).toEqual(listed);
  });
});

function inWords({ tool, input }: RecordedCase['call']): unknown {
  return tool === 'Bash' ? input['command'] : `${tool} ${JSON.stringify(input)}`;
}
