import type { Effects, Tier } from '../../src/effects/effects.ts';
import { effectsOf } from '../../src/effects/effects-of.ts';
import { riskOf } from '../../src/effects/risk.ts';
import type { EffectSurroundings } from '../../src/effects/surroundings.ts';
import { type CompiledPolicy, compilePolicy } from '../../src/permission/compile.ts';
import type { Mode } from '../../src/permission/mode.ts';
import { type List, parseRule, type Rule } from '../../src/permission/rule.ts';

/** The place of every case: an ordinary project of an ordinary user. */
export const PLACE: EffectSurroundings = { home: '/home/dev', workspace: '/home/dev/project' };

export function bashEffects(command: string, place: EffectSurroundings = PLACE): Effects {
  return effectsOf({ tool: 'Bash', input: { command }, cwd: place.workspace }, place);
}

export function bashTier(command: string, place: EffectSurroundings = PLACE): Tier {
  return riskOf(bashEffects(command, place)).tier;
}

function toolTier(tool: string, input: Readonly<Record<string, unknown>>): Tier {
  return riskOf(effectsOf({ tool, input, cwd: PLACE.workspace }, PLACE)).tier;
}

export function ruleFrom(text: string, list: List = 'allow'): Rule {
  const parsed = parseRule(text);
  if (parsed.kind === 'malformed') throw new Error(`${text}: ${parsed.why}`);
  return { list, text, tool: parsed.form.tool, content: parsed.form.content, origin: { scope: 'local' } };
}

function policyFrom(
  rules: Partial<Record<List, readonly string[]>>,
  mode: Mode = 'default',
): CompiledPolicy {
  const lists: readonly List[] = ['deny', 'ask', 'allow'];
  const all = lists.flatMap((list) => (rules[list] ?? []).map((text) => ruleFrom(text, list)));
  return compilePolicy([{ scope: 'local', root: PLACE.workspace, rules: all, additionalDirectories: [] }], {
    mode,
    home: PLACE.home,
    workspace: PLACE.workspace,
    trusted: true,
    files: { links: new Map(), directories: new Set() },
    addedDirectories: [],
    clientVersion: '2.1.330',
  });
}
