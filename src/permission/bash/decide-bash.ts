import { type Answer, builtIn, byRule, decisionOf } from '../answer.ts';
import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { Decision, PartDecision, Reason } from '../decision.ts';
import { handedToClassifier } from '../modes-without-rules.ts';
import { parameterRule } from '../parameter-rules.ts';
import type { Rule } from '../rule.ts';
import { type ToolCall, textOf } from '../tool-call.ts';
import { wholeToolRule } from '../whole-tool.ts';
import { type CommandLine, type Part, readCommandLine } from './command-line.ts';
import { decidePart } from './decide-part.ts';
import { type Directories, directoriesOf } from './directories.ts';
import { namedCompounds, stretches } from './named-compounds.ts';
import { namedTextAnswer } from './named-text.ts';
import { deniedPath, outsideFile, protectedFile } from './path-checks.ts';
import { criticalRemoval } from './removal.ts';
import { shellScriptRule } from './shell-script.ts';
import { reachingRule, strictRule } from './strict-rules.ts';
import { unclearDirectoryWhy } from './unclear-directory.ts';
import { unsettledWhy } from './unsettled.ts';

/** What the client does with a Bash command; whole-tool deny rules are settled before. Total: any text gets an answer. */
export function decideBash(policy: CompiledPolicy, call: ToolCall): Decision {
  const text = textOf(call, 'command') ?? '';
  const line = readCommandLine(text);
  const directories = directoriesOf(policy, line, call.cwd);
  const { opaque } = line;
  const settled =
    strictAnswer(policy, call, { line, directories, opaque }) ??
    criticalAnswer(policy, line, directories) ??
    namedTextAnswer(policy, line, directories) ??
    (opaque === undefined ? guardedAnswer(policy, line, directories) : undefined) ??
    wideAnswer(policy, line, directories) ??
    (opaque === undefined ? undefined : guardedAnswer(policy, line, directories)) ??
    unsettledAnswer(policy, line, { directories, opaque });
  if (settled !== undefined) return decisionOf(text, inMode(policy, settled));
  return decideParts(policy, line, directories);
}

type View = {
  readonly line: CommandLine;
  readonly directories: Directories;
  readonly opaque: string | undefined;
};

/** Deny and ask rules, which hold in every mode. */
function strictAnswer(
  policy: CompiledPolicy,
  call: ToolCall,
  { line, directories, opaque }: View,
): Answer | undefined {
  const bareAsk = wholeToolRule(policy, 'ask', 'Bash');
  if (bareAsk !== undefined && !has(policy, 'strict-rules-before-bare-ask')) return byRule(bareAsk);
  const reaching = (list: 'deny' | 'ask'): Rule | undefined => {
    const rule = reachingRule(policy, list, line, call.cwd);
    return rule === undefined || passesByItself(policy, line, directories) ? undefined : rule;
  };
  const denied =
    strictRule(policy, 'deny', line, call.cwd) ??
    reaching('deny') ??
    (opaque === undefined ? deniedPath(policy, line, directories) : undefined);
  if (denied !== undefined) return byRule(denied);
  const asked =
    bareAsk ??
    parameterRule(policy, 'ask', call) ??
    strictRule(policy, 'ask', line, call.cwd) ??
    reaching('ask');
  return asked === undefined ? undefined : byRule(asked);
}

/** Whether every command passes by a rule of its own or without one; a rule for all of Bash does not count. */
function passesByItself(policy: CompiledPolicy, line: CommandLine, directories: Directories): boolean {
  return (
    line.opaque === undefined &&
    guardedAnswer(policy, line, directories) === undefined &&
    unsettledAnswer(policy, line, { directories, opaque: undefined }) === undefined &&
    decideParts(policy, line, directories).verdict === 'allow'
  );
}

/** What asks in every mode, or passes in the boldest one. */
function criticalAnswer(
  policy: CompiledPolicy,
  line: CommandLine,
  directories: Directories,
): Answer | undefined {
  const { mode } = policy.surroundings;
  const critical = criticalRemoval(policy, line, directories.start) ?? misread(policy, line);
  if (critical !== undefined)
    return { verdict: handedToClassifier(policy) ? 'deny' : 'ask', because: critical };
  const inScript = shellScriptRule(policy, line);
  if (inScript !== undefined)
    return {
      verdict: handedToClassifier(policy) ? 'deny' : 'ask',
      because: { kind: 'rule', rule: inScript },
    };
  const outside = policy.restrictions.has('reads-stay-inside')
    ? outsideFile(policy, line, directories)
    : undefined;
  if (outside !== undefined) return { verdict: 'ask', because: outside };
  return mode === 'bypassPermissions'
    ? { verdict: 'allow', because: { kind: 'mode', mode, what: 'asks nothing' } }
    : undefined;
}

function misread(policy: CompiledPolicy, line: CommandLine): Reason | undefined {
  const why = has(policy, 'shell-script-removals') ? line.misread : undefined;
  return why === undefined ? undefined : { kind: 'unsettled', why };
}

/** Protected files, which no rule for a single command opens. */
function guardedAnswer(
  policy: CompiledPolicy,
  line: CommandLine,
  directories: Directories,
): Answer | undefined {
  const guarded = protectedFile(policy, line, directories);
  return guarded === undefined ? undefined : { verdict: 'ask', because: guarded };
}

/**
 * A rule for all of Bash settles even what cannot be taken apart, and then protected files as well. Commands that pass
 * without it are stopped by their `&` before it is asked (recorded from client 2.1.330).
 */
function wideAnswer(policy: CompiledPolicy, line: CommandLine, directories: Directories): Answer | undefined {
  const bare = wholeToolRule(policy, 'allow', 'Bash');
  if (bare === undefined || handedToClassifier(policy)) return undefined;
  const stopped = line.opaque === undefined && passesInBackground(policy, line, directories);
  return stopped ? undefined : byRule(bare);
}

/** Whether the stretch between pipes that an `&` stands in would pass by itself. */
function passesInBackground(
  policy: CompiledPolicy,
  { shell, parts }: CommandLine,
  directories: Directories,
): boolean {
  const ends = shell.constructs.filter(({ kind }) => kind === 'background').map(({ end }) => end);
  if (ends.length === 0) return false;
  return stretches(parts).some((stretch) => {
    const held = ends.some((end) => {
      const last = parts.findLast(({ command }) => command.end <= end);
      return last !== undefined && stretch.includes(last);
    });
    const passes = (part: Part) =>
      !part.command.within.includes('subshell') && decidePart(policy, part, directories).verdict === 'allow';
    return held && stretch.every(passes);
  });
}

function unsettledAnswer(
  policy: CompiledPolicy,
  line: CommandLine,
  { directories, opaque }: Pick<View, 'directories' | 'opaque'>,
): Answer | undefined {
  const why =
    opaque ??
    unsettledWhy(policy, line.shell) ??
    backgroundWhy(line) ??
    unclearDirectoryWhy(policy, line, directories);
  return why === undefined ? undefined : { verdict: 'ask', because: { kind: 'unsettled', why } };
}

function backgroundWhy({ shell }: CommandLine): string | undefined {
  return shell.constructs.some(({ kind }) => kind === 'background')
    ? 'runs in the background, after the check'
    : undefined;
}

/** A line passes when all of its commands do. */
function decideParts(policy: CompiledPolicy, line: CommandLine, directories: Directories): Decision {
  const exactly = namedCompounds(policy, line, directories);
  const parts = line.parts
    .filter(({ command }) => !command.within.includes('substitution'))
    .map((part): PartDecision => {
      const named = exactly.get(part);
      const { verdict, because } =
        named === undefined ? decidePart(policy, part, directories) : byRule(named);
      return { text: part.command.text, verdict, because };
    });
  const decisive = parts.find(({ verdict }) => verdict !== 'allow') ?? parts[0];
  if (decisive === undefined) {
    const timed = line.shell.constructs.some(({ kind }) => kind === 'time');
    return decisionOf(
      line.shell.text,
      timed ? { verdict: 'ask', because: { kind: 'no-rule' } } : builtIn('allow', 'nothing runs'),
    );
  }
  const { verdict, because } = inMode(policy, decisive);
  const decision: Decision = { verdict, because, parts };
  return verdict === 'ask' && handedToClassifier(policy) ? { ...decision, handedTo: 'classifier' } : decision;
}

/** In plan and auto mode a classifier answers what the rules leave open; a rule that asks still asks the human. */
function inMode(
  policy: CompiledPolicy,
  answer: { readonly verdict: Answer['verdict']; readonly because: Reason },
): Answer {
  const { verdict, because } = answer;
  const open = verdict === 'ask' && because.kind !== 'rule' && handedToClassifier(policy);
  return open ? { verdict, because, handedTo: 'classifier' } : { verdict, because };
}
