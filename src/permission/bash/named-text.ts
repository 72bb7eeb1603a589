import type { Answer } from '../answer.ts';
import { byRule } from '../answer.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { Rule } from '../rule.ts';
import { allowSpellings } from './allow-spellings.ts';
import type { CommandLine, Part } from './command-line.ts';
import { allowRule, decidePart } from './decide-part.ts';
import { type Directories, isCd } from './directories.ts';
import { closedInput, closedPath } from './path-checks.ts';
import { bashRules } from './rule-list.ts';
import { unclearDirectoryWhy } from './unclear-directory.ts';

/**
 * The answer of an allow rule without wildcards that names the whole line, or undefined. What the client cannot take
 * apart passes with all its files, and so do commands joined without a pipe of which more than one would be asked about;
 * a single one still needs its files open. Parentheses, `&` and an unclear directory are asked about all the same (recorded from clients 2.1.197 and
 * 2.1.330).
 */
export function namedTextAnswer(
  policy: CompiledPolicy,
  line: CommandLine,
  directories: Directories,
): Answer | undefined {
  const { exact } = bashRules(policy, 'allow');
  if (exact.size === 0) return undefined;
  const rule = exact.get(line.shell.text.trim());
  if (line.opaque !== undefined) return rule === undefined ? undefined : byRule(rule);
  if (isNeverNamed(line) || unclearDirectoryWhy(policy, line, directories) !== undefined) return undefined;
  const parts = line.parts.filter(({ command }) => !command.within.includes('substitution'));
  if (parts.length > 1) {
    const named = rule ?? withoutRedirects(policy, line, { parts, exact, directories });
    return named === undefined || isOneClosedFile(policy, parts, directories) ? undefined : byRule(named);
  }
  const [only] = parts;
  if (rule === undefined || only === undefined || isCd(only)) return undefined;
  const hasRule = only.command.within.includes('time') || allowRule(policy, only) !== undefined;
  return closedPath(policy, only, { directories, hasRule }) === undefined ? byRule(rule) : undefined;
}

/** The client asks about the one command that does not pass by itself, if that is for the sake of a file. */
function isOneClosedFile(policy: CompiledPolicy, parts: readonly Part[], directories: Directories): boolean {
  const unmoved = { ...directories, moved: undefined, changes: 0 };
  const asking = parts.filter((part) => decidePart(policy, part, unmoved).verdict !== 'allow');
  const [first, second] = asking;
  if (first === undefined) return true;
  if (second !== undefined) return false;
  return isCd(first) || closedPath(policy, first, { directories, hasRule: false }) !== undefined;
}

function isNeverNamed({ shell, parts }: CommandLine): boolean {
  return (
    shell.constructs.some(({ kind }) => kind === 'subshell' || kind === 'background') ||
    parts.some(({ command }) => isPiped(command))
  );
}

export function isPiped({ after }: Part['command']): boolean {
  return after === '|' || after === '|&';
}

type Joined = {
  readonly parts: readonly Part[];
  readonly exact: ReadonlyMap<string, Rule>;
  readonly directories: Directories;
};

/** A rule may leave out redirects, of which only the files that are read then need to be open. */
function withoutRedirects(
  policy: CompiledPolicy,
  { shell }: CommandLine,
  { parts, exact, directories }: Joined,
): Rule | undefined {
  if (shell.constructs.some(({ kind }) => kind !== 'time') || shell.text.trimEnd().endsWith(';'))
    return undefined;
  const rule = exact.get(joinedText(parts));
  if (rule === undefined) return undefined;
  return parts.some((part) => closedInput(policy, part, directories)) ? undefined : rule;
}

/** The first command without what may stand before it, the others as they are, joined by their operators. */
export function joinedText(parts: readonly Part[]): string {
  return parts
    .map(({ command }, index) => {
      const spellings = allowSpellings(command);
      const text =
        (index === 0 ? spellings.findLast(({ grows }) => !grows) : spellings[0])?.normal ?? command.text;
      return index === 0 ? text : `${command.after === ';' ? '' : ' '}${command.after} ${text}`;
    })
    .join('');
}
