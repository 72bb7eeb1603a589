import type { CompiledPolicy } from '../compile.ts';
import type { Reason } from '../decision.ts';
import { absolute, relativeTo } from '../path/place.ts';
import type { CommandLine, Part } from './command-line.ts';
import { knownPath } from './directories.ts';

/**
 * Why a removal asks in every mode: the root, its children, the home, the working directory and what holds it, or
 * everything in one of them (documentation: permission modes, critical paths).
 */
export function criticalRemoval(
  policy: CompiledPolicy,
  { parts }: CommandLine,
  cwd: string,
): Reason | undefined {
  for (const part of parts) {
    const reason = removalReason(policy, part, cwd);
    if (reason !== undefined) return reason;
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
