import { has } from '../changes.ts';
import type { CompiledPolicy } from '../compile.ts';
import type { CommandLine, Part } from './command-line.ts';
import { type Directories, isCd } from './directories.ts';
import { hasReadRules } from './path-rule-presence.ts';

/** Why a change of directory makes the line unsettled, or undefined (recorded from client 2.1.330). */
export function unclearDirectoryWhy(
  policy: CompiledPolicy,
  { parts }: CommandLine,
  { changes, certain }: Directories,
): string | undefined {
  if (changes === 0) return undefined;
  if (changes > 1) return 'more than one change of directory';
  if (parts.some(runsGit)) return 'git in another directory may run its hooks';
  const wary = !certain && has(policy, 'read-behind-cd-asks');
  if (wary && hasReadRules(policy, 'deny') && parts.some(readsHere))
    return 'a relative path behind cd, with a Read deny rule';
  return undefined;
}

function runsGit({ words, command }: Part): boolean {
  return (
    words[0]?.value === 'git' ||
    (words[0]?.value === 'xargs' && command.words.some(({ value }) => value === 'git'))
  );
}

function readsHere(part: Part): boolean {
  if (isCd(part)) return false;
  return part.operands.some(({ word }) => !/^["']?[/~]/.test(word.text));
}
