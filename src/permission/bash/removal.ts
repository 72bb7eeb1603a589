import type { Word } from '../../shell/word.ts';
import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { Reason } from '../decision.ts';
import { absolute, relativeTo } from '../path/place.ts';
import { type CommandLine, type Part, readCommandLine } from './command-line.ts';
import { knownPath } from './directories.ts';

/**
 * Why a removal asks in every mode: the root, its children, the home, the working directory and what holds it, or
 * everything in one of them (documentation: permission modes, critical paths).
 */
export function criticalRemoval(
  policy: CompiledPolicy,
  { parts, mayRemove }: CommandLine,
  cwd: string,
): Reason | undefined {
  if (!mayRemove) return undefined;
  const wary = has(policy, 'shell-script-removals');
  for (const part of parts) {
    // In the boldest mode what a function does is not looked at where it is defined.
    if (policy.surroundings.mode === 'bypassPermissions' && part.command.within.includes('function'))
      continue;
    const script = wary ? scriptOf(part) : undefined;
    const reason =
      removalReason(policy, part, cwd) ??
      (wary ? emptyReason(policy, part, parts) : undefined) ??
      (script === undefined ? undefined : criticalRemoval(policy, readCommandLine(script), cwd));
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/**
 * A path that is the root, or all of it, where a variable is empty: `$X/*`. Any command with the word rm counts, and so
 * does the output of another command (recorded from client 2.1.330).
 */
function emptyReason(policy: CompiledPolicy, { command }: Part, parts: readonly Part[]): Reason | undefined {
  const { words } = command;
  const at = words.findIndex(({ text }) => /^\\?(.*\/)?(rm|rmdir)$/.test(text));
  if (at < 0) return undefined;
  const recursive = words.some(({ text }) => /^(-[a-zA-Z]*[rR]|--recursive)/.test(text));
  const set = new Set(parts.flatMap(({ command: { assignments } }) => assignments.map(({ name }) => name)));
  for (const word of words.slice(at + 1)) {
    if (isAllWhenEmpty(word, { home: policy.surroundings.home, set, recursive }))
      return { kind: 'path', path: word.text, why: 'a variable in it may be empty' };
  }
  return undefined;
}

function removalReason(policy: CompiledPolicy, { words }: Part, cwd: string): Reason | undefined {
  if (!/^(.*\/)?(rm|rmdir)$/.test(words[0]?.value ?? '')) return undefined;
  for (const word of words.slice(1)) {
    const written = word.text.startsWith('-') ? undefined : knownPath(word.value, word.text, policy);
    const why = written === undefined ? undefined : criticalWhy(policy, written, cwd);
    if (why !== undefined) return { kind: 'path', path: written ?? word.text, why };
  }
  return undefined;
}

function criticalWhy(policy: CompiledPolicy, written: string, cwd: string): string | undefined {
  const { home } = policy.surroundings;
  const everything = /^(.*\/)?\*$/.exec(written);
  const path = absolute(everything === null ? written : (everything[1] ?? '.'), cwd, home);
  if (/^\/[^/]*$/.test(path)) return 'the root and what stands directly in it are critical';
  if (path === home) return 'the home directory is critical';
  return relativeTo(path, cwd) === undefined
    ? undefined
    : 'the working directory and what holds it are critical';
}

type Known = { readonly home: string; readonly set: ReadonlySet<string>; readonly recursive: boolean };

/** Whether a word that starts with an expansion is the root, the home or a pattern over one of them without it. */
function isAllWhenEmpty({ pieces, value }: Word, { home, set, recursive }: Known): boolean {
  if (value !== undefined) return false;
  let rest = '';
  let unknown = false;
  for (const [at, piece] of pieces.entries()) {
    if (piece.kind === 'literal') rest += piece.value;
    else if (piece.kind === 'glob') rest += piece.text;
    else if (piece.kind === 'variable' && piece.name === 'HOME' && at === 0) {
      rest += home;
      unknown ||= piece.text.startsWith('${');
    } else if (
      (piece.kind === 'substitution' && recursive) ||
      (piece.kind === 'variable' && !set.has(piece.name))
    ) {
      unknown = true;
      if (at === 0) continue;
    } else return false;
  }
  const [first, second, third] = pieces;
  const both = first?.kind === 'variable' && second?.kind === 'literal' && second.value === '/';
  if (both && unknown && third?.kind === 'variable' && !set.has(third.name)) return true;
  if (!unknown || first === undefined || first.kind === 'literal') return false;
  return rest === home || /^\/+(\*[^/]*)?$/.test(rest.startsWith(home) ? rest.slice(home.length) : rest);
}

const SHELLS: ReadonlySet<string> = new Set(['bash', 'sh', 'zsh', 'dash', 'ksh']);

/** The text that a shell is given to run: `sh -c '...'`. */
export function scriptOf({ words }: Part): string | undefined {
  if (!SHELLS.has(words[0]?.value?.replace(/^.*\//, '') ?? '')) return undefined;
  const flag = words.findIndex(({ text }) => /^-[a-z]*c$/.test(text));
  return flag < 0 ? undefined : words[flag + 1]?.value;
}
