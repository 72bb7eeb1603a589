import { exact } from '../effects/arg.ts';
import { readInvocation } from '../effects/invocation.ts';
import { compiled, describedAs } from '../effects/lookup.ts';
import type { Spared } from './flag-guard.ts';

/** Without evidence a guard may also ask about so many harmless flags of a command. */
const HARMLESS_HIT = 2;

/** The flags that guards behind these first words should leave alone: those in use, else all that do no harm. */
export function sparedFlags(start: string, approved: readonly string[]): Spared {
  if (approved.length === 0) return { flags: harmlessFlags(start), most: HARMLESS_HIT };
  const used = approved.flatMap((command) => command.match(/(?<=\s)--?[A-Za-z][\w.-]*/g) ?? []);
  return { flags: [...new Set(used)], most: 0 };
}

/** The described flags that mean nothing to the effects of a command with these first words. */
function harmlessFlags(start: string): readonly string[] {
  const [program = '', ...fixed] = start.split(' ');
  const description = describedAs(program);
  if (description === undefined) return [];
  const part = readInvocation(description, fixed.map(exact)).parts.at(-1) ?? description;
  const { flags } = compiled(part, description.grammar ?? 'getopt');
  return [...flags.values()].filter(({ flag }) => flag === undefined).map(({ name }) => name);
}
