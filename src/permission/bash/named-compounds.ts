import type { CompiledPolicy } from '../compile.ts';
import type { Rule } from '../rule.ts';
import { allowSpellings } from './allow-spellings.ts';
import type { CommandLine, Part } from './command-line.ts';
import type { Directories } from './directories.ts';
import { closedOperand } from './path-checks.ts';
import { bashRules } from './rule-list.ts';

const NONE: ReadonlyMap<Part, Rule> = new Map();

/**
 * The commands that a rule names together with their operators, `Bash(foo a && foo b)`: the client compares such a rule
 * with each stretch of the line between pipes, redirects left out (recorded from client 2.1.330).
 */
export function namedCompounds(
  policy: CompiledPolicy,
  { parts, shell }: CommandLine,
  directories: Directories,
): ReadonlyMap<Part, Rule> {
  const { exact } = bashRules(policy, 'allow');
  if (parts.length < 2 || exact.size === 0 || shell.constructs.some(({ kind }) => kind !== 'time'))
    return NONE;
  if (![...exact.keys()].some((content) => /&&|[;|\n]/.test(content))) return NONE;
  const named = new Map<Part, Rule>();
  for (const stretch of stretches(parts)) {
    const rule = stretch.length < 2 ? undefined : exact.get(textOf(stretch));
    if (rule === undefined || stretch.some((part) => closedOperand(policy, part, directories) !== undefined))
      continue;
    for (const part of stretch) named.set(part, rule);
  }
  return named;
}

function stretches(parts: readonly Part[]): readonly (readonly Part[])[] {
  const found: Part[][] = [];
  for (const part of parts) {
    const { after } = part.command;
    const last = found.at(-1);
    if (last === undefined || after === '|' || after === '|&') found.push([part]);
    else last.push(part);
  }
  return found;
}

/** The first command without what may stand before it, the others as they are, joined by their operators. */
function textOf(stretch: readonly Part[]): string {
  return stretch
    .map(({ command }, index) => {
      const spellings = allowSpellings(command);
      const text =
        (index === 0 ? spellings.findLast(({ grows }) => !grows) : spellings[0])?.normal ?? command.text;
      return index === 0 ? text : `${command.after === ';' ? '' : ' '}${command.after} ${text}`;
    })
    .join('');
}
