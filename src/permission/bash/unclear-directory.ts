import type { CompiledPolicy } from '../compile.ts';
import type { CommandLine, Part } from './command-line.ts';
import { type Directories, isCd } from './directories.ts';
import { hasReadRules } from './path-rule-presence.ts';

/** Programs that look at the current directory when they are given no path. */
const READ_HERE: ReadonlySet<string> = new Set(['ls', 'find', 'rg']);

/** Why a change of directory makes the line unsettled, or undefined (recorded from client 2.1.330). */
export function unclearDirectoryWhy(
  policy: CompiledPolicy,
  { parts }: CommandLine,
  { changes }: Directories,
): string | undefined {
  if (changes === 0) return undefined;
  if (changes > 1) return 'more than one change of directory';
  if (parts.some(({ words }) => words[0]?.value === 'git'))
    return 'git in another directory may run its hooks';
  if (hasReadRules(policy, 'deny') && parts.some(readsHere))
    return 'a relative path behind cd, with a Read deny rule';
  return undefined;
}

function readsHere(part: Part): boolean {
  if (isCd(part)) return false;
  const { operands, words } = part;
  if (operands.length === 0) return READ_HERE.has(words[0]?.value ?? '');
  return operands.some(({ word }) => !/^["']?[/~]/.test(word.text));
}
