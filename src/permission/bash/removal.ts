import type { Word } from '../../shell/word.ts';
import type { CompiledPolicy } from '../compile.ts';
import { absolute, relativeTo } from '../path/place.ts';

/**
 * Why removing a path asks in every mode, or undefined: the root, its children, the home, the working directory and
 * what holds it, or everything in one of them (documentation: permission modes, critical paths).
 */
export function criticalRemovalWhy(
  policy: CompiledPolicy,
  words: readonly Word[],
  cwd: string,
): string | undefined {
  const name = words[0]?.value ?? '';
  if (!/(^|\/)(rm|rmdir)$/.test(name)) return undefined;
  for (const word of words.slice(1)) {
    if (word.text.startsWith('-') || word.value === undefined) continue;
    const why = criticalWhy(policy, word.value, cwd);
    if (why !== undefined) return why;
  }
  return undefined;
}

function criticalWhy(policy: CompiledPolicy, written: string, cwd: string): string | undefined {
  const { home } = policy.surroundings;
  const everything = written === '*' || written.endsWith('/*');
  const path = absolute(
    everything ? written.replace(/\/?\*$/, '') || (written.startsWith('/') ? '/' : '.') : written,
    cwd,
    home,
  );
  if (path === '/' || /^\/[^/]+$/.test(path)) return `${path} is critical`;
  if (path === home) return 'the home directory is critical';
  if (relativeTo(path, cwd) !== undefined) return 'the working directory and what holds it are critical';
  return undefined;
}
