import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../../src/effects/commands/all.ts';
import type { Part } from '../../../src/effects/description.ts';
import type { Effects, Tier } from '../../../src/effects/effects.ts';
import { effectsOf } from '../../../src/effects/effects-of.ts';
import { riskOf } from '../../../src/effects/risk.ts';

const PLACE = { home: '/home/dev', workspace: '/home/dev/project' };

/** Effects that a case asks for: paths and hosts must be among those found, everything else must be equal. */
type Expected = {
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
  readonly deletes?: readonly string[];
  readonly hosts?: readonly string[];
  readonly sends?: true;
  readonly executes?: Effects['executes'];
  readonly privilege?: true;
  readonly machine?: true;
  readonly undoable?: false;
  /** Something stays unknown. */
  readonly unknown?: true;
};

type Case = {
  readonly call: string;
  readonly tier: Tier;
  readonly effects?: Expected;
  /** What the manual says that decides. */
  readonly note: string;
};

/** The cases of one family with the manuals that they were written from. */
type Table = { readonly source: string; readonly cases: readonly Case[] };

const FOLDER = join(import.meta.dirname, 'cases');

const TABLES = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const table: Table = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
    return { name: name.replace('.json', ''), ...table };
  });

function found(call: string): Effects {
  return effectsOf({ tool: 'Bash', input: { command: call }, cwd: PLACE.workspace }, PLACE);
}

/** The effects of a call, cut down to what a case asks for. */
function comparable(effects: Effects, expected: Expected): Expected {
  const paths = (kind: 'reads' | 'writes' | 'deletes') => {
    const there = effects[kind].map((place) => place.path);
    return (expected[kind] ?? []).filter((path) => there.includes(path));
  };
  const all = {
    reads: paths('reads'),
    writes: paths('writes'),
    deletes: paths('deletes'),
    hosts: (expected.hosts ?? []).filter((host) => effects.hosts.includes(host)),
    sends: effects.sends,
    executes: effects.executes,
    privilege: effects.privilege,
    machine: effects.machine,
    undoable: effects.undoable,
    unknown: effects.unknown.length > 0,
  };
  return Object.fromEntries(Object.entries(all).filter(([key]) => key in expected));
}

describe.each(TABLES)('$name', ({ cases }) => {
  test.each(cases)('$call is $tier: $note', ({ call, tier, effects = {} }) => {
    const seen = found(call);
    expect({ tier: riskOf(seen).tier, effects: comparable(seen, effects) }).toEqual({ tier, effects });
  });
});

describe('the tables', () => {
  const calls = TABLES.flatMap(({ cases }) => cases.map(({ call }) => call));

  test('hold at least 1200 cases', () => {
    expect(calls.length).toBeGreaterThanOrEqual(1200);
  });

  test('hold no call twice', () => {
    expect(calls.filter((call, index) => calls.indexOf(call) !== index)).toEqual([]);
  });

  test('name their source and say what decides', () => {
    const bare = TABLES.filter(({ source, cases }) => source === '' || cases.some(({ note }) => note === ''));
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
});

describe('the descriptions', () => {
  const names = COMMANDS.flatMap((command) =>
    command.names.startsWith('python -m ') ? [command.names] : command.names.split(' '),
  );

  test('name no program twice', () => {
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('all name their source', () => {
    expect(COMMANDS.filter(({ source }) => source.trim() === '').map((command) => command.names)).toEqual([]);
  });

  test('describe no subcommand twice in one place', () => {
    const twice = (part: Part, path: string): readonly string[] => {
      const subs = (part.subcommands ?? []).flatMap((sub) => sub.names.split(' '));
      const here = subs.filter((name, index) => subs.indexOf(name) !== index);
      const below = (part.subcommands ?? []).flatMap((sub) =>
        twice(sub, `${path} ${sub.names.split(' ')[0]}`),
      );
      return [...here.map((name) => `${path} ${name}`), ...below];
    };
    expect(COMMANDS.flatMap((command) => twice(command, command.names.split(' ')[0] ?? ''))).toEqual([]);
  });
});
