import { expect, test } from 'vitest';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { COMMANDS } from '../../src/effects/commands/all.ts';
import type { Effects } from '../../src/effects/effects.ts';
import { effectsOf } from '../../src/effects/effects-of.ts';
import { words } from '../../src/effects/lookup.ts';
import { probesOf } from '../../src/effects/probes.ts';
import { riskOf } from '../../src/effects/risk.ts';
import { compilePolicy } from '../../src/permission/compile.ts';
import { decide } from '../../src/permission/decide.ts';
import { ruleOf } from '../../src/proposals/rule-of.ts';

const POLICY = compilePolicy([], surroundingsOf('/home/dev/project', '/home/dev'));

/** What the client runs by itself, without any rule: calls of every described program that show what it can do. */
function builtIn(): ReadonlyMap<string, readonly Effects[]> {
  const starts = COMMANDS.filter(({ names }) => !names.includes(' -m ')).flatMap(({ names, subcommands }) => {
    const programs = words(names);
    const inner = programs[0] === 'git' ? (subcommands ?? []).flatMap((sub) => words(sub.names)) : [];
    return [...programs, ...inner.map((name) => `git ${name}`)];
  });
  const found = new Map<string, readonly Effects[]>();
  for (const start of starts) {
    const rule = ruleOf('allow', `Bash(${start} *)`);
    const effects = (rule === undefined ? [] : probesOf(rule, POLICY.surroundings, 'one-spelling'))
      .filter(({ call }) => decide(POLICY, call).verdict === 'allow')
      .map(({ call }) => effectsOf(call, POLICY.surroundings));
    if (effects.length > 0) found.set(start, effects);
  }
  return found;
}

const BUILT_IN = builtIn();

function those(can: (effects: Effects) => boolean): readonly string[] {
  return [...BUILT_IN].filter(([, all]) => all.some(can)).map(([name]) => name);
}

// Recorded from client 2.1.330: the built-in read-only set, as the permission model has it.
test('of the read-only set, these can print the secrets of the project', () => {
  const printing = those(({ reads }) => reads.some(({ zone }) => zone === 'secret'));
  expect([...printing].sort()).toMatchSnapshot();
});

test('of the read-only set, these write', () => {
  const writing = those(({ writes, deletes }) => writes.length + deletes.length > 0);
  expect(writing).toEqual([]);
});

test('of the read-only set, these do more than read', () => {
  const more = [...BUILT_IN].flatMap(([name, all]) =>
    all
      .map(riskOf)
      .flatMap(({ tier }) => (tier === 'inert' || tier === 'outside' ? [] : [`${name}: ${tier}`])),
  );
  // It asks the remote that the project names.
  expect([...new Set(more)]).toEqual(['git: local', 'git ls-remote: local']);
});
