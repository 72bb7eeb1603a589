import type { CompiledPolicy } from '../compile.ts';
import type { Rule } from '../rule.ts';
import type { CommandLine, Part } from './command-line.ts';
import type { Directories } from './directories.ts';
import { isPiped, joinedText } from './named-text.ts';
import { closedPath } from './path-checks.ts';
import { bashRules } from './rule-list.ts';

const NONE: ReadonlyMap<Part, Rule> = new Map();

/**
 * The commands that a rule names together with their operators, `Bash(foo a && foo b)`, in a line with pipes: the client
 * compares such a rule with each stretch between pipes, as it stands or with its redirects left out (recorded from client 2.1.330).
 */
export function namedCompounds(
  policy: CompiledPolicy,
  { parts, shell }: CommandLine,
  directories: Directories,
): ReadonlyMap<Part, Rule> {
  const { exact } = bashRules(policy, 'allow');
  if (parts.length < 2 || exact.size === 0 || shell.constructs.some(({ kind }) => kind !== 'time'))
    return NONE;
  if (![...exact.keys()].some((content) => /&&|[;|<>\n]/.test(content))) return NONE;
  const named = new Map<Part, Rule>();
  for (const stretch of stretches(parts)) {
    const rule =
      exact.get(sourceOf(stretch, shell.text)) ??
      (stretch.length < 2 ? undefined : exact.get(joinedText(stretch)));
    if (rule === undefined || stretch.some((part) => isClosed(policy, part, directories))) continue;
    for (const part of stretch) named.set(part, rule);
  }
  return named;
}

/** The commands of a line, split at its pipes. */
export function stretches(parts: readonly Part[]): readonly (readonly Part[])[] {
  const found: Part[][] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (last === undefined || isPiped(part.command)) found.push([part]);
    else last.push(part);
  }
  return found;
}

function isClosed(policy: CompiledPolicy, part: Part, directories: Directories): boolean {
  return closedPath(policy, part, { directories, hasRule: false }) !== undefined;
}

function sourceOf(stretch: readonly Part[], text: string): string {
  return text.slice(stretch[0]?.command.start, stretch.at(-1)?.command.end).trim();
}
