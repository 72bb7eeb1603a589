import type { Rule } from '../permission/rule.ts';
import { type Effects, NO_EFFECTS, type Tier } from './effects.ts';
import { effectsOf, sceneOf } from './effects-of.ts';
import { openCommand } from './open-rule.ts';
import { probesOf } from './probes.ts';
import { riskOf } from './risk.ts';
import type { EffectSurroundings } from './surroundings.ts';
import { addEffects, emptyTally, settle } from './tally.ts';

/** The worst of everything that the pattern of a rule matches. */
export type RuleRisk = { readonly effects: Effects; readonly tier: Tier; readonly because: string };

/**
 * The worst case of everything a rule's pattern matches: the union over the flags, operands and subcommands that it
 * leaves open, whatever was seen. What the client would still ask about is not subtracted: `residualRisk` does that.
 */
export function ruleRisk(rule: Rule, surroundings: EffectSurroundings): RuleRisk {
  const effects = ruleEffects(rule, surroundings);
  return { effects, ...riskOf(effects) };
}

function ruleEffects(rule: Rule, surroundings: EffectSurroundings): Effects {
  switch (rule.tool) {
    case 'Bash':
      return bashRuleEffects(rule, surroundings);
    case 'Read':
    case 'Edit':
    case 'Write':
    case 'NotebookEdit':
      return pathRuleEffects(rule, surroundings);
    case 'WebFetch':
      return fetchRuleEffects(rule);
    default:
      return toolRuleEffects(rule, surroundings);
  }
}

function bashRuleEffects(rule: Rule, surroundings: EffectSurroundings): Effects {
  const scene = sceneOf(surroundings, surroundings.workspace);
  const open = openCommand(rule.content);
  switch (open.kind) {
    case 'every':
      return { ...NO_EFFECTS, executes: 'anything', notes: ['runs any program'] };
    case 'unclear':
      return { ...NO_EFFECTS, unknown: [open.why] };
    case 'exact':
      return scene.shell(open.text, scene);
    case 'words':
      return scene.command(open.args, scene);
  }
}

/** The union over the places that the rule's pattern reaches, as the permission model's matcher sees them. */
function pathRuleEffects(rule: Rule, surroundings: EffectSurroundings): Effects {
  const tally = emptyTally();
  for (const probe of probesOf(rule, surroundings)) {
    if (reaches(rule, probe.text, surroundings)) addEffects(tally, effectsOf(probe.call, surroundings));
  }
  return settle(tally);
}

/** Which probes lie below the fixed folder of the pattern; a pattern without a folder reaches the whole workspace. */
function reaches(rule: Rule, text: string, { workspace, home }: EffectSurroundings): boolean {
  const path = text.slice(text.indexOf(' ') + 1);
  const content = rule.content ?? '';
  if (content === '' || content === '*' || content === '//**') return true;
  const start = content.startsWith('//')
    ? content.slice(1)
    : content.startsWith('~')
      ? home + content.slice(1)
      : `${workspace}/${content.replace(/^\.?\//, '')}`;
  const fixed = start.replace(/[*?[].*$/s, '');
  if (path === fixed || path.startsWith(fixed.endsWith('/') ? fixed : `${fixed}/`)) return !/[*]/.test(fixed);
  const name = content.replace(/^\.\//, '');
  return !name.includes('/') && path.startsWith(`${workspace}/`) && path.endsWith(`/${name}`);
}

function fetchRuleEffects(rule: Rule): Effects {
  const content = rule.content ?? 'domain:*';
  const host = content.startsWith('domain:') ? content.slice('domain:'.length) : content;
  return effectsOf(
    { tool: 'WebFetch', input: { url: `https://${host}/` }, cwd: '/' },
    { home: '/', workspace: '/' },
  );
}

function toolRuleEffects(rule: Rule, surroundings: EffectSurroundings): Effects {
  const input = rule.content === undefined ? {} : { skill: rule.content };
  return effectsOf({ tool: rule.tool, input, cwd: surroundings.workspace }, surroundings);
}
