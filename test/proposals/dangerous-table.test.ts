import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namingWords } from '../../src/clusters/naming-words.ts';
import { surroundingsOf } from '../../src/clusters/place.ts';
import { COMMANDS } from '../../src/effects/commands/all.ts';
import type { Tier } from '../../src/effects/effects.ts';
import { compilePolicy, withRule } from '../../src/permission/compile.ts';
import { decide } from '../../src/permission/decide.ts';
import { withGuards } from '../../src/proposals/guard.ts';
import { judgeIn } from '../../src/proposals/judge.ts';
import { LIMITS } from '../../src/proposals/limits.ts';
import { ruleOf } from '../../src/proposals/rule-of.ts';

type Case = { readonly call: string; readonly tier: Tier };

const FOLDER = join(import.meta.dirname, '../effects/commands/cases');

/** Calls with their tiers, written from manuals: what the effects model is held to. */
const CASES = readdirSync(FOLDER).flatMap((name): readonly Case[] => {
  const table: { readonly cases: readonly Case[] } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
  return table.cases;
});

const POLICY = compilePolicy([], surroundingsOf('/home/dev/project', '/home/dev'));
const JUDGE = judgeIn(POLICY);
const NAMING = namingWords(COMMANDS);

const isMild = ({ tier }: { readonly tier: Tier }): boolean => LIMITS.tiers.includes(tier);

/** The rules that the mild calls of the table could teach: their subcommand with up to two further words fixed. */
const RULES = new Set(
  CASES.filter(isMild).flatMap(({ call }) => {
    const words = call.split(' ');
    const depth = NAMING(words);
    return [0, 1, 2].map((further) => `Bash(${words.slice(0, depth + further).join(' ')} *)`);
  }),
);

test('no rule that may be proposed lets a dangerous call of the table pass', () => {
  const dangerous = CASES.filter((each) => !isMild(each) && !passes(each.call, POLICY));
  const covered = [...RULES].flatMap((text) => {
    const { risk, guards } = JUDGE.rule(text);
    const rule = ruleOf('allow', text);
    if (rule === undefined || !isMild(risk)) return [];
    const after = withGuards(withRule(POLICY, rule), guards);
    return dangerous.filter(({ call }) => passes(call, after)).map(({ call }) => `${text} lets ${call} pass`);
  });
  expect(covered).toEqual([]);
}, 300_000);

function passes(command: string, policy: typeof POLICY): boolean {
  const call = { tool: 'Bash', input: { command }, cwd: '/home/dev/project' };
  return decide(policy, call).verdict === 'allow';
}
