import { exact } from './arg.ts';
import type { Tier } from './effects.ts';
import { effectsOf } from './effects-of.ts';
import { readInvocation } from './invocation.ts';
import { compiled, describedAs, words } from './lookup.ts';
import { isWorse, riskOf } from './risk.ts';
import { abbreviationsOf, namesOf } from './spellings.ts';
import type { EffectSurroundings } from './surroundings.ts';
import { variationsOf } from './variations.ts';

/** A flag of a command whose use goes beyond a tier, with every spelling that a guard has to cover. */
export type DangerousFlag = {
  /** Its first long name. */
  readonly name: string;
  /** Every name that the program accepts for it, abbreviations included, longest first. */
  readonly spellings: readonly string[];
  /** The shortest beginning that covers all long spellings: `--outp` for `--output`. */
  readonly shortest: string;
  readonly tier: Tier;
  readonly because: string;
};

/**
 * The flags of the command given by its first words (`git`, `log`) that make it worse than `ceiling`. Empty for
 * programs that are not described: nothing can be said of their flags.
 */
export function dangerousFlags(
  command: readonly string[],
  ceiling: Tier,
  surroundings: EffectSurroundings,
): readonly DangerousFlag[] {
  const [program = '', ...fixed] = command;
  const description = describedAs(program);
  if (description === undefined) return [];
  const call = readInvocation(description, fixed.map(exact));
  const parts = call.parts.filter(
    (part, index) => index === call.parts.length - 1 || part.flagsAnywhere === true,
  );
  const levels = parts.map((part) => compiled(part, description.grammar ?? 'getopt'));
  const found = new Map<string, DangerousFlag>();
  for (const variation of variationsOf(description, fixed, {
    home: surroundings.home,
    how: 'one-spelling',
  })) {
    const { flag } = variation;
    if (flag === undefined) continue;
    const risk = riskOf(
      effectsOf(
        {
          tool: 'Bash',
          input: { command: `${command.join(' ')} ${variation.words}` },
          cwd: surroundings.workspace,
        },
        surroundings,
      ),
    );
    const known = found.get(flag);
    if (!isWorse(risk.tier, known?.tier ?? ceiling)) continue;
    const level = levels.find((each) => each.flags.has(flag));
    const entry = level?.flags.get(flag)?.flag;
    if (level === undefined || entry === undefined) continue;
    found.set(flag, {
      name: flag,
      spellings: namesOf(entry, level),
      shortest: shortestOf(flag, entry, level),
      ...risk,
    });
  }
  return [...found.values()];
}

function shortestOf(
  name: string,
  ...[flag, level]: readonly [Parameters<typeof abbreviationsOf>[1], Parameters<typeof abbreviationsOf>[2]]
): string {
  if (level.grammar !== 'getopt' || !name.startsWith('--')) return name;
  return abbreviationsOf(name, flag, level).at(-1) ?? words(name)[0] ?? name;
}
